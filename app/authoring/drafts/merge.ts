/** What two people wrote from the same text, brought together. */
import { diff3Merge } from "node-diff3";

export type Merged =
  | { readonly kind: "merged"; readonly text: string }
  /** Both changed the same lines: somebody has to choose. */
  | { readonly kind: "conflict" };

/** Brings two changes of one text together, line by line; what both changed alike is no conflict. */
export function mergeTexts(mine: string, base: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { kind: "merged", text: mine };
  if (mine === base) return { kind: "merged", text: theirs };
  const lines = (text: string) => text.split("\n");
  const parts = diff3Merge(lines(mine), lines(base), lines(theirs), { excludeFalseConflicts: true });
  const merged: string[] = [];
  for (const part of parts) {
    if (!part.ok) return { kind: "conflict" };
    merged.push(...part.ok);
  }
  return { kind: "merged", text: merged.join("\n") };
}
