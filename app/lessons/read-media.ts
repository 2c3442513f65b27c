import { createHash } from "node:crypto";
import { say } from "#app/words/areas/problems";
import { textAt } from "./boxes";
import { fault, limitOf, type Media, type MediaFault, type MediaType } from "./media";
import { readCaptions } from "./read-captions";
import { faultOfPdf } from "./read-pdf";
import { readPicture } from "./read-picture";
import { isDrawing } from "./read-svg";
import { readVideo } from "./read-video";

/** What is known of a file besides its bytes. */
type Facts = Pick<Media, "width" | "height" | "seconds">;

const nothing: Facts = { width: null, height: null, seconds: null };

/**
 * Reads what a file is from its bytes, from end to end; its name is not looked at.
 *
 * @returns what it is, or why it is refused
 */
export function readMedia(bytes: Uint8Array): Media | MediaFault {
  if (bytes.length === 0) return fault("empty", say("mediaEmpty"));
  const type = typeOf(bytes);
  if (type === "video/quicktime") {
    return fault("other-video", say("videoOther"));
  }
  if (type === undefined) {
    return fault("unknown", say("mediaUnknown"));
  }
  const limit = limitOf(type);
  if (bytes.length > limit) {
    return fault("too-large", say("mediaTooLarge", { megabytes: limit / 1_000_000 }));
  }
  const facts = factsOf(type, bytes);
  if ("code" in facts) return facts;
  return { hash: createHash("sha256").update(bytes).digest("hex"), type, bytes: bytes.length, ...facts };
}

function factsOf(type: MediaType, bytes: Uint8Array): Facts | MediaFault {
  switch (type) {
    case "video/mp4":
      return readVideo(bytes);
    case "text/vtt": {
      const captions = readCaptions(bytes);
      return "code" in captions ? captions : nothing;
    }
    case "application/pdf":
      return faultOfPdf(bytes) ?? nothing;
    default: {
      const size = readPicture(type, bytes);
      return "code" in size ? size : { ...nothing, ...size };
    }
  }
}

/** What a file is by how it begins. */
function typeOf(bytes: Uint8Array): MediaType | "video/quicktime" | undefined {
  const begins = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (begins(0xff, 0xd8, 0xff)) return "image/jpeg";
  const head = textAt(bytes, 0, 4096);
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "image/webp";
  if (head.slice(4, 8) === "ftyp") {
    const brand = head.slice(8, 12);
    if (brand === "avif" || brand === "avis") return "image/avif";
    if (brand === "qt  ") return "video/quicktime";
    return /^(heic|heix|hevc|mif1|msf1|crx |jp2 |M4A )$/.test(brand) ? undefined : "video/mp4";
  }
  if (head.startsWith("%PDF-")) return "application/pdf";
  if (/^(\u00ef\u00bb\u00bf)?WEBVTT/.test(head)) return "text/vtt";
  return isDrawing(head) ? "image/svg+xml" : undefined;
}
