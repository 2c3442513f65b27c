import { randomFillSync } from "node:crypto";

/** Asking the system for a few bytes costs as much as asking for many. */
const drawn = Buffer.allocUnsafe(8_192);
let used = drawn.length;

/** Makes sure that so many bytes are there that nobody was given. */
function draw(bytes: number): void {
  if (used + bytes <= drawn.length) return;
  randomFillSync(drawn);
  used = 0;
}

/** Random bytes, fit for secrets; none of them is ever given twice. */
export function randomText(bytes: number, encoding: "hex" | "base64url"): string {
  draw(bytes);
  const text = drawn.toString(encoding, used, used + bytes);
  // What was given away does not stay here.
  drawn.fill(0, used, used + bytes);
  used += bytes;
  return text;
}

/** A random number from 0 to less than 1, in steps of 1/256. */
export function randomFraction(): number {
  draw(1);
  const byte = drawn[used] ?? 0;
  drawn[used] = 0;
  used += 1;
  return byte / 256;
}
