import type { mediaWords } from "#app/words/areas/media";
import type { UploadRefusal } from "./upload-media.server";

/** Why a file was not taken, and what to do. */
export function refusalText(words: (typeof mediaWords)["sv"], { code, line }: UploadRefusal): string {
  return line === null ? words.refusals[code] : `${words.refusals[code]} ${words.line(line)}`;
}
