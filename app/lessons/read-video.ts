import { say } from "#app/words/areas/problems";
import { type Box, boxAt, boxesIn, brandsOf, textAt, viewOf } from "./boxes";
import { fault, type MediaFault } from "./media";

const brands = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VP|dash|msdh|msix|cmfc|av01)$/;
/** What every browser that we serve plays: H.264, VP9 and AV1. */
const codecs = /^(avc1|avc3|vp09|av01)$/;
const longestSeconds = 60 * 60;
const largestSide = 4_096;

export interface VideoFacts {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
}

/** Reads the size and length of an MP4 from its boxes, which must fill it exactly. */
export function readVideo(bytes: Uint8Array): VideoFacts | MediaFault {
  const boxes = boxesIn(bytes);
  if (!boxes) return fault("broken", say("videoCutOff"));
  if (!brandsOf(boxes).some((brand) => brands.test(brand))) {
    return fault("other-video", say("videoOther"));
  }
  const seconds = secondsOf(boxes);
  if (seconds === undefined || !boxes.some(({ type }) => type === "mdat")) {
    return fault("broken", say("videoCutOff"));
  }
  if (seconds > longestSeconds) return fault("too-large", say("videoTooLong"));
  const tracks = (boxesIn(boxAt(boxes, ["moov"]) ?? new Uint8Array()) ?? []).filter(({ type }) => type === "trak");
  for (const { content } of tracks) {
    const inside = boxesIn(content) ?? [];
    const handler = boxAt(inside, ["mdia", "hdlr"]);
    if (!handler || textAt(handler, 8, 4) !== "vide") continue;
    const description = boxAt(inside, ["mdia", "minf", "stbl", "stsd"]);
    const codec = description ? textAt(description, 12, 4) : "";
    if (!codecs.test(codec)) {
      return fault("other-video", say("videoOther"));
    }
    const size = sizeOf(inside);
    if (!size) return fault("broken", say("videoCutOff"));
    if (size.width > largestSide || size.height > largestSide) {
      return fault("too-many-pixels", say("videoTooWide", { pixels: largestSide }));
    }
    return { ...size, seconds: Math.max(1, Math.round(seconds)) };
  }
  return fault("other-video", say("videoOther"));
}

function secondsOf(boxes: readonly Box[]): number | undefined {
  const header = boxAt(boxes, ["moov", "mvhd"]);
  if (!header || header.length < 32) return undefined;
  const view = viewOf(header);
  const isLong = header[0] === 1;
  const scale = view.getUint32(isLong ? 20 : 12);
  const length = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  if (scale === 0) return undefined;
  if (length > 0) return length / scale;
  // A film in fragments says how long they are together.
  const extension = boxAt(boxes, ["moov", "mvex", "mehd"]);
  if (!extension || extension.length < 8) return undefined;
  const long = extension[0] === 1 && extension.length >= 12;
  return (long ? Number(viewOf(extension).getBigUint64(4)) : viewOf(extension).getUint32(4)) / scale;
}

/** As it is shown: sixteen bits before the point and sixteen behind it, and the sides changed where it is turned. */
function sizeOf(track: readonly Box[]): { readonly width: number; readonly height: number } | undefined {
  const header = boxAt(track, ["tkhd"]);
  const isLong = header?.[0] === 1;
  const at = isLong ? 88 : 76;
  if (!header || header.length < at + 8) return undefined;
  const view = viewOf(header);
  const width = Math.round(view.getUint32(at) / 65_536);
  const height = Math.round(view.getUint32(at + 4) / 65_536);
  const isTurned = view.getInt32(at - 36) === 0 && view.getInt32(at - 32) !== 0;
  if (!(width > 0 && height > 0)) return undefined;
  return isTurned ? { width: height, height: width } : { width, height };
}
