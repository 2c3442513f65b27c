import type { Deps } from "#app/platform/deps";
import { findOpenDraft } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { beAtDraft } from "../drafts/write-draft.server";
import type { EditingView } from "./editor-view";
import { editingOf } from "./read-editor.server";

/** Says that somebody is at a draft, or takes it over; gives who writes in it then. */
export async function sayHere(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  wanted: { readonly moduleId: string; readonly takeOver: boolean },
): Promise<{ readonly editing: EditingView | null }> {
  await beAtDraft(deps, reader, wanted);
  const draft = (await findOpenDraft(deps.db.read, wanted.moduleId)) ?? null;
  return { editing: await editingOf(deps.db.read, draft, reader.personId, deps.clock.now()) };
}
