import type { importsWords } from "#app/words/areas/imports";
import type { Problem } from "./people-problem";

type ImportWords = (typeof importsWords)["sv"];

/** Why a row is left out, in a sentence: what stands there, what is wrong with it, which others it concerns. */
export function reasonText({ code, value, lines, known }: Problem, words: ImportWords): string {
  const about = [
    ...(known === undefined ? [] : [words.knownNumber(known)]),
    ...(lines === undefined ? [] : [words.lines(lines.join(", "))]),
  ].join(", ");
  const said = value === undefined || value === "" ? "" : `”${value}” `;
  return `${said}${words.problems[code]}${about === "" ? "" : ` (${about})`}`;
}
