import { type ProblemSaid, say } from "#app/words/areas/problems";
import { fault, type MediaFault } from "./media";

const time = String.raw`(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}((?:[ \\t]+[a-z]+:[^\\s]+)*)[ \\t]*$`);

/** Captions as WebVTT (W3C): how many there are, or what is wrong with the first that is. */
export function readCaptions(bytes: Uint8Array): { readonly cues: number } | MediaFault {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fault("captions", say("captionsEncoding"));
  }
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const wrong = (index: number, said: ProblemSaid) => fault("captions", said, index + 1);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) return wrong(0, say("captionsBegin"));
  let at = 1;
  let cues = 0;
  let last = 0;
  while (at < lines.length && lines[at]?.trim() !== "") at += 1;
  for (; at < lines.length; at += 1) {
    if (lines[at]?.trim() === "") continue;
    const first = at;
    while (at < lines.length && lines[at]?.trim() !== "") at += 1;
    const block = lines.slice(first, at);
    if (/^NOTE(?:[ \t]|$)/.test(block[0] ?? "")) continue;
    if (/^(STYLE|REGION)\s*$/.test(block[0] ?? "")) {
      return wrong(first, say("captionsStyle"));
    }
    // A name may stand before the times.
    const timed = (block[0] ?? "").includes("-->") ? 0 : 1;
    const match = timing.exec(block[timed] ?? "");
    if (!match) return wrong(first + timed, say("captionsTimes"));
    const begins = milliseconds(match.slice(1, 5));
    const ends = milliseconds(match.slice(5, 9));
    if (ends <= begins) return wrong(first + timed, say("captionEnds"));
    if (begins < last) return wrong(first + timed, say("captionOrder"));
    if (
      block
        .slice(timed + 1)
        .join("")
        .trim() === ""
    )
      return wrong(first + timed, say("captionEmpty"));
    last = begins;
    cues += 1;
  }
  return cues > 0 ? { cues } : wrong(0, say("captionsNone"));
}

function milliseconds([hours = "0", minutes = "0", seconds = "0", rest = "0"]: readonly (
  | string
  | undefined
)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}
