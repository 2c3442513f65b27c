/** Two texts as somebody reads them: passage by passage, and within a changed passage word by word. */
import { diffArrays, diffWordsWithSpace } from "diff";

export interface Piece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

export type Passage =
  /** So many passages in a row are as they were. */
  | { readonly kind: "same"; readonly count: number; readonly texts: readonly string[] }
  | { readonly kind: "changed"; readonly pieces: readonly Piece[]; readonly line: number };

/** Longer than this a comparison word by word takes longer than anybody waits. Milliseconds. */
const wordsMs = 200;

/** The passages of a text: what stands between empty lines. */
function passagesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\s+$/, "").split(/\n{2,}/);
}

/** Word by word; as a whole where that takes too long. */
function pieces(before: string, after: string): Piece[] {
  const words = diffWordsWithSpace(before, after, { timeout: wordsMs });
  if (!words) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return words.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/**
 * Compares two texts.
 *
 * @returns passages in the order of the later text; `line` is that of the later text, from 1
 */
export function compareTexts(before: string, after: string): Passage[] {
  const [old, fresh] = [passagesOf(before), passagesOf(after)];
  const found: Passage[] = [];
  let line = 1;
  const pass = (text: string) => {
    line += text.split("\n").length + 1;
  };
  const runs = diffArrays(old, fresh);
  for (let place = 0; place < runs.length; place += 1) {
    const run = runs[place];
    if (!run) continue;
    if (!run.added && !run.removed) {
      found.push({ kind: "same", count: run.value.length, texts: run.value });
      run.value.forEach(pass);
      continue;
    }
    const next = runs[place + 1];
    const isPair = run.removed && next?.added;
    const gone = run.removed ? run.value : [];
    const come = run.added ? run.value : isPair && next ? next.value : [];
    if (isPair) place += 1;
    const most = Math.max(gone.length, come.length);
    for (let at = 0; at < most; at += 1) {
      const [was, is] = [gone[at], come[at]];
      const own: Piece[] =
        was !== undefined && is !== undefined
          ? pieces(was, is)
          : [{ kind: was === undefined ? "added" : "removed", text: was ?? is ?? "" }];
      found.push({ kind: "changed", pieces: own, line });
      if (is !== undefined) pass(is);
    }
  }
  return found;
}
