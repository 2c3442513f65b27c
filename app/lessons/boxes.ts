/** The boxes of ISO 14496-12, of which MP4 and AVIF files are made. */

export interface Box {
  readonly type: string;
  /** What is in it, without its head. */
  readonly content: Uint8Array;
}

const mostBoxes = 10_000;

/** The boxes that stand one behind another in some bytes; undefined when they do not fill them exactly. */
export function boxesIn(bytes: Uint8Array): Box[] | undefined {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length || boxes.length === mostBoxes) return undefined;
    const type = textAt(bytes, at + 4, 4);
    let length = view.getUint32(at);
    let head = 8;
    if (length === 1) {
      if (at + 16 > bytes.length) return undefined;
      length = Number(view.getBigUint64(at + 8));
      head = 16;
    } else if (length === 0) length = bytes.length - at;
    if (length < head || at + length > bytes.length) return undefined;
    boxes.push({ type, content: bytes.subarray(at + head, at + length) });
    at += length;
  }
  return boxes;
}

/** What is in the first box at the end of a path: `["moov", "mvhd"]`. */
export function boxAt(boxes: readonly Box[], path: readonly string[]): Uint8Array | undefined {
  const [type, ...rest] = path;
  const found = boxes.find((box) => box.type === type)?.content;
  if (found === undefined || rest.length === 0) return found;
  return boxAt(boxesIn(found) ?? [], rest);
}

/** The brands that a file says it is of, the most fitting first. */
export function brandsOf(boxes: readonly Box[]): string[] {
  const [first] = boxes;
  if (first?.type !== "ftyp" || first.content.length < 8) return [];
  const brands = [textAt(first.content, 0, 4)];
  for (let at = 8; at + 4 <= first.content.length; at += 4) brands.push(textAt(first.content, at, 4));
  return brands;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function textAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, Math.min(length, bytes.length - at))).toString(
    "latin1",
  );
}
