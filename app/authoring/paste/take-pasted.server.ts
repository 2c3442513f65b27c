/** Turns what somebody pastes in the studio into the dialect. */
import { DomainError } from "#app/domain/errors";
import { type Actor, canSomewhere } from "#app/domain/permissions";
import type { Left } from "./clean-tree";
import { htmlToDialect, longestHtml } from "./html-to-dialect";
import { longestMarkdown, markdownToDialect } from "./markdown-to-dialect";

/** Something that did not come along. */
export type LeftThing = "picture" | "link" | "change" | "end";

export interface Pasted {
  readonly markdown: string;
  /** Each thing by itself. */
  readonly left: readonly LeftThing[];
}

function thingsOf({ pictures, links, changes, cut }: Left): LeftThing[] {
  return [
    ...Array<LeftThing>(pictures).fill("picture"),
    ...Array<LeftThing>(links).fill("link"),
    ...Array<LeftThing>(changes).fill("change"),
    ...(cut ? ["end" as const] : []),
  ];
}

/**
 * @param pasted HTML, or Markdown where there is no HTML
 * @throws DomainError forbidden for whoever writes in no course; invalid where there is more than is taken in
 */
export function takePasted(actor: Actor, pasted: { readonly html: string; readonly markdown: string }): Pasted {
  if (!canSomewhere(actor, "author-module")) throw new DomainError("forbidden", "Only trainers paste into lessons");
  if (pasted.html.length > longestHtml || pasted.markdown.length > longestMarkdown) {
    throw new DomainError("invalid", "More was pasted than is taken in");
  }
  const { markdown, left } = pasted.html === "" ? markdownToDialect(pasted.markdown) : htmlToDialect(pasted.html);
  return { markdown, left: thingsOf(left) };
}
