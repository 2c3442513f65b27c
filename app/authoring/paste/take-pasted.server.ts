/** Turns what somebody pastes in the studio into the dialect. */
import { DomainError } from "#app/domain/errors";
import { type Actor, canSomewhere } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Converter } from "../converting/converter";
import { whyStopped } from "../converting/stopped";
import { longestHtml, longestMarkdown, type PasteAnswer, type Pasted } from "./pasted";

/** @throws DomainError forbidden for whoever writes in no course; invalid where there is more than is taken in */
export async function takePasted(
  deps: Pick<Deps, "log">,
  converter: Converter,
  actor: Actor,
  pasted: Pasted,
): Promise<PasteAnswer> {
  if (!canSomewhere(actor, "author-module")) throw new DomainError("forbidden", "Only trainers paste into lessons");
  if (pasted.html.length > longestHtml || pasted.markdown.length > longestMarkdown) {
    throw new DomainError("invalid", "More was pasted than is taken in");
  }
  try {
    return { kind: "converted", ...(await converter.pasted(pasted)) };
  } catch (error) {
    return { kind: "stopped", why: whyStopped(error, deps.log) };
  }
}
