import type { Passage } from "../history/compare-texts";

const longest = 200;

/** What a remark on a passage quotes: how the passage begins in the draft, or how it did where it was taken out. */
export function quotationOf({ pieces }: Extract<Passage, { kind: "changed" }>): string {
  const without = (kind: "added" | "removed") =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join("");
  const now = without("removed");
  // By whole characters: half of one does not come through a form.
  return [...(now.trim() === "" ? without("added") : now)].slice(0, longest).join("");
}
