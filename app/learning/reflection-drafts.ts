/**
 * What was typed into a reflection and not yet saved, kept in the tab over a reload. A draft belongs to an attempt, which
 * is one person's: whoever signs in next on the same device never sees it.
 */
import type { ReflectionDraft } from "#app/lessons/reader";

export interface DraftOwner {
  readonly moduleId: string;
  readonly attempt: string;
}

function keyOf(owner: DraftOwner, id: string): string {
  return `repris.draft ${owner.moduleId} ${id}`;
}

/** The draft of a reflection; null when there is none, or it is not this attempt's. */
export function readDraft(
  storage: Pick<Storage, "getItem"> | null,
  owner: DraftOwner,
  id: string,
): ReflectionDraft | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(owner, id)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { attempt, text, share } = kept as Record<string, unknown>;
    return attempt === owner.attempt && typeof text === "string" ? { text, share: share === true } : null;
  } catch {
    // Spoilt by somebody's own hand: there is no draft.
    return null;
  }
}

/** Keeps a draft; null forgets it. */
export function keepDraft(
  storage: Pick<Storage, "setItem" | "removeItem"> | null,
  owner: DraftOwner,
  id: string,
  draft: ReflectionDraft | null,
): void {
  try {
    if (draft === null) storage?.removeItem(keyOf(owner, id));
    else storage?.setItem(keyOf(owner, id), JSON.stringify({ ...draft, attempt: owner.attempt }));
  } catch {
    // Full or forbidden: the draft lives as long as the page.
  }
}
