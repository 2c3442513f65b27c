import { crc32 } from "node:zlib";
import { imageSize } from "image-size";
import { say } from "#app/words/areas/problems";
import { boxesIn, brandsOf, textAt, viewOf } from "./boxes";
import { fault, type MediaFault, type MediaType } from "./media";
import { faultOfSvg } from "./read-svg";

const largestSide = 12_000;
/** What a decoder has to hold: four bytes each. */
export const mostPixels = 40_000_000;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const cutOff = fault("broken", say("pictureCutOff"));
const noSize = fault("no-size", say("svgSize"));
const moving = fault("moves", say("pictureMoves"));

/** Reads the size of a picture of a type; its bytes must be of that type from end to end. */
export function readPicture(type: MediaType, bytes: Uint8Array): PictureSize | MediaFault {
  const found = faults[type]?.(bytes);
  if (found) return found;
  const isDrawing = type === "image/svg+xml";
  let size: { width?: number | undefined; height?: number | undefined; orientation?: number | undefined };
  try {
    size = imageSize(bytes);
  } catch {
    return isDrawing ? noSize : fault("broken", say("pictureSize"));
  }
  const width = Math.round(size.width ?? 0);
  const height = Math.round(size.height ?? 0);
  if (!(width > 0 && height > 0)) {
    return isDrawing ? noSize : fault("broken", say("pictureEmpty"));
  }
  if (width > largestSide || height > largestSide) {
    return fault("too-many-pixels", say("pictureTooWide", { pixels: largestSide }));
  }
  if (!isDrawing && width * height > mostPixels) {
    return fault("too-many-pixels", say("picturePixels", { millions: mostPixels / 1_000_000 }));
  }
  // A camera that was held upright says so beside the picture.
  return (size.orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height };
}

const faults: Partial<Record<MediaType, (bytes: Uint8Array) => MediaFault | undefined>> = {
  "image/png": faultOfPng,
  "image/jpeg": faultOfJpeg,
  "image/webp": faultOfWebp,
  "image/avif": faultOfAvif,
  "image/svg+xml": faultOfSvg,
};

/** ISO 15948: chunks, each with its length and checksum, from the size to the end. */
function faultOfPng(bytes: Uint8Array): MediaFault | undefined {
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return cutOff;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return cutOff;
    const name = textAt(bytes, at + 4, 4);
    if ((at === 8) !== (name === "IHDR")) return cutOff;
    if (name === "acTL") return moving;
    if (name === "IEND") return end === bytes.length ? undefined : cutOff;
    at = end;
  }
  return cutOff;
}

/** ISO 10918: segments, each with its length, of which one states the size; then the picture, and its end. */
function faultOfJpeg(bytes: Uint8Array): MediaFault | undefined {
  const view = viewOf(bytes);
  let isSized = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return cutOff;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return cutOff;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) isSized = true;
    // Behind the last scan cameras put previews of their own: an end there must be, anywhere.
    if (marker === 0xda) return isSized && hasEnd(bytes, at) ? undefined : cutOff;
    at += 2 + length;
  }
  return cutOff;
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("ffd9", from, "hex") >= 0;
}

/** RIFF: one chunk that is as long as the file; a bit of its head says that it moves. */
function faultOfWebp(bytes: Uint8Array): MediaFault | undefined {
  if (bytes.length < 21 || viewOf(bytes).getUint32(4, true) + 8 !== bytes.length) return cutOff;
  return textAt(bytes, 12, 4) === "VP8X" && ((bytes[20] ?? 0) & 0x02) !== 0 ? moving : undefined;
}

function faultOfAvif(bytes: Uint8Array): MediaFault | undefined {
  const boxes = boxesIn(bytes);
  if (!boxes?.some(({ type }) => type === "meta")) return cutOff;
  const brands = brandsOf(boxes);
  if (brands.includes("avis")) return moving;
  return brands.includes("avif") ? undefined : cutOff;
}
