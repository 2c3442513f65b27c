/** What a file is by its content: the name and what the sender says of it are theirs to choose. */

const signatures: readonly (readonly [type: string, beginning: readonly number[], at?: number])[] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x57, 0x45, 0x42, 0x50], 8],
  ["image/heic", [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], 4],
  ["application/zip", [0x50, 0x4b, 0x03, 0x04]],
  ["application/zip", [0x50, 0x4b, 0x05, 0x06]],
  /** Workbooks and documents of before 2007, and newer ones under a password. */
  ["application/x-ole-storage", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["application/gzip", [0x1f, 0x8b]],
  ["application/x-7z-compressed", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["application/x-sharedlib", [0x7f, 0x45, 0x4c, 0x46]],
  ["application/x-msdownload", [0x4d, 0x5a, 0x90]],
];

/** Control characters that no text has; the null byte aside, which UTF-16 is full of. */
function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0;
}

/** Whether null bytes stand as they do in UTF-16: in nearly all even places, or in nearly all odd ones. */
function looksLikeUtf16(beginning: Uint8Array): boolean {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return true;
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return true;
  let even = 0;
  let odd = 0;
  for (const [place, byte] of beginning.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = beginning.length / 2;
  return (odd > half * 0.6 && even < half * 0.1) || (even > half * 0.6 && odd < half * 0.1);
}

/** The media type of what begins so; `text/plain` for any text, `application/octet-stream` for what is nothing we know. */
export function contentType(beginning: Uint8Array): string {
  for (const [type, bytes, at = 0] of signatures) {
    if (bytes.every((byte, place) => beginning[at + place] === byte)) return type;
  }
  if (looksLikeUtf16(beginning)) return "text/plain";
  for (const byte of beginning) if (byte === 0 || isControl(byte)) return "application/octet-stream";
  return "text/plain";
}
