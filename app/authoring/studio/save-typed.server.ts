import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { findOpenDraft } from "#db/queries/drafts";
import { findPeopleNames } from "#db/queries/people";
import { type Saved, type Saving, saveFile } from "../drafts/write-draft.server";

/** Saves a file, and says by name whose text stands against it. */
export async function saveTyped(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  saving: Saving,
): Promise<{ readonly saved: Saved; readonly by: string | null; readonly draftId: string | null }> {
  const saved = await saveFile(deps, actor, saving);
  const other = saved.kind === "conflict" ? saved.theirs.by : null;
  const [person] = other === null ? [] : await findPeopleNames(deps.db.read, [other]);
  const draft = await findOpenDraft(deps.db.read, saving.moduleId);
  return { saved, by: person ? `${person.given_name} ${person.family_name}` : null, draftId: draft?.id ?? null };
}
