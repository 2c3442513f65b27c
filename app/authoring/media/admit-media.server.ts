/** What somebody brings as a file of a lesson, made fit to be kept; or why it is not taken. */
import sharp from "sharp";
import { cleanSvg } from "#app/lessons/clean-svg";
import { fault, kindOf, limitOf, type Media, type MediaFault } from "#app/lessons/media";
import { readMedia } from "#app/lessons/read-media";
import { mostPixels } from "#app/lessons/read-picture";
import { isDrawing } from "#app/lessons/read-svg";
import { say } from "#app/words/areas/problems";

export interface Admitted {
  readonly media: Media;
  readonly bytes: Uint8Array;
  /** What was left out of a drawing: names of elements and attributes. */
  readonly removed: readonly string[];
}

/**
 * Reads a file by its content. A drawing is written anew without what could run; a photograph without what the camera
 * wrote beside it, such as where it was taken; and every other picture is decoded once, to see that it is one.
 */
export async function admitMedia(bytes: Uint8Array): Promise<Admitted | MediaFault> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  if (isDrawing(withoutDoctype(head))) return admitDrawing(bytes);
  const media = readMedia(bytes);
  if ("code" in media) return media;
  if (kindOf(media) !== "picture") return { media, bytes, removed: [] };
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });
    const beside = await picture.metadata();
    if (media.type === "image/jpeg" && (beside.exif || beside.xmp || beside.iptc)) {
      return read(await picture.autoOrient().keepIccProfile().jpeg({ quality: 90 }).toBuffer());
    }
    await picture.stats();
  } catch {
    return fault("broken", say("pictureCutOff"));
  }
  return { media, bytes, removed: [] };
}

/** Programs for drawing begin their files with the type of the document, which is left out like all that is no drawing. */
function withoutDoctype(head: string): string {
  return head.replace(/<!DOCTYPE svg\b[^>[]*(?:\[[^\]]*\]\s*)?>/, "");
}

function admitDrawing(bytes: Uint8Array): Admitted | MediaFault {
  if (bytes.length > limitOf("image/svg+xml")) {
    return fault("too-large", say("mediaTooLarge", { megabytes: limitOf("image/svg+xml") / 1_000_000 }));
  }
  const cleaned = cleanSvg(bytes);
  if ("code" in cleaned) return cleaned;
  return cleaned.draws ? read(cleaned.svg, cleaned.removed) : fault("nothing-drawn", say("svgNothing"));
}

function read(bytes: Uint8Array, removed: readonly string[] = []): Admitted | MediaFault {
  const media = readMedia(bytes);
  return "code" in media ? media : { media, bytes, removed };
}
