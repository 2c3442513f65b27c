/** A draft that began before the newest revision came from files: what both changed is brought together. */
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { findDraftFiles, insertVersion, updateDraft } from "#db/queries/drafts";
import { openModule, readDraftState, textsOf } from "./draft-state.server";
import { mergeTexts } from "./merge";
import { mustNotBePublishing } from "./write-draft.server";

/**
 * Lays a draft over the newest revision. Where both changed the same lines of a file the draft's text stays, and the
 * revision's is kept beside it in the file's history.
 *
 * @returns the files in which somebody has to look at both
 * @throws DomainError forbidden, not-found; conflict while it is being published
 */
export async function bringIn(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  moduleId: string,
): Promise<readonly string[]> {
  await openModule(deps.db.read, actor, moduleId);
  const at = instantText(deps.clock.now());
  return await deps.db.write.transaction().execute(async (tx) => {
    const { draft, newest, baseTexts } = await readDraftState(tx, moduleId);
    if (!draft || !newest) throw new DomainError("not-found", `Nothing of ${moduleId} is being changed`);
    mustNotBePublishing(draft);
    if (draft.base_revision_id === newest.id) return [];
    const theirs = await textsOf(tx, newest.id);
    const both: string[] = [];
    const save = (path: string, text: string | null, by: string | null, aside = 0) =>
      insertVersion(tx, { draft_id: draft.id, path, text, aside, saved_at: at, saved_by: by });
    for (const file of await findDraftFiles(tx, draft.id)) {
      const [base, other] = [baseTexts.get(file.path) ?? "", theirs.get(file.path) ?? ""];
      if (file.text === null || other === base) continue;
      const merged = mergeTexts(file.text, base, other);
      if (merged.kind === "merged") await save(file.path, merged.text, actor.personId);
      else {
        both.push(file.path);
        await save(file.path, other, null, 1);
        await save(file.path, file.text, actor.personId);
      }
    }
    await updateDraft(tx, draft.id, { base_revision_id: newest.id, base_number: newest.number });
    return both;
  });
}
