import { englishNumeral } from "../numerals";
import type { sv } from "./paste-sv";

function some(n: number, one: string, many: string): string[] {
  if (n === 0) return [];
  return [n === 1 ? `one ${one}` : `${englishNumeral(n)} ${many}`];
}

/** Things after one another: `two pictures, one link and three changes`. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Text that is pasted into a lesson, in English. */
export const en: typeof sv = {
  working: "The text is being made into lesson text …",
  done: ({ pictures, links, changes, end }) => {
    const parts = [
      ...some(pictures, "picture", "pictures"),
      ...some(links, "link that may not be here", "links that may not be here"),
      ...some(changes, "struck text or comment", "struck texts or comments"),
    ];
    return [
      "The text is pasted as lesson text.",
      ...(parts.length > 0 ? [`Did not come along: ${listed(parts)}.`] : []),
      ...(pictures > 0 ? ["Pictures can be dropped here as files."] : []),
      ...(end === null
        ? []
        : [`The text was too long. Everything from “${end} …” on is missing: copy it, and paste it by itself.`]),
    ].join(" ");
  },
  notConverted: {
    slow: "Making the text into lesson text took too long.",
    long: "This is too much text at a time.",
    failed: "The text could not be made into lesson text.",
  },
  plain: "It is pasted without headings, lists and links. If you want those: undo, and paste a smaller part at a time.",
  nothing: "Nothing is pasted. What you copied is still there: paste a smaller part at a time.",
};
