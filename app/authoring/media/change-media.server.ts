/** What trainers do to the files of a draft besides bringing them: put them into a lesson, and take them out. */
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { isMediaType, kindOf } from "#app/lessons/media";
import type { Deps } from "#app/platform/deps";
import { deleteDraftMedia, putDraftMedia } from "#db/queries/drafts";
import { findRevisionMedia } from "#db/queries/modules";
import { openModule, readDraftState } from "../drafts/draft-state.server";
import { beginDraft, mustNotBePublishing, saveFile } from "../drafts/write-draft.server";
import { markupOf, shows } from "./media-markup";

export interface Insertion {
  readonly moduleId: string;
  /** As lessons write it: `media/thread.png`. */
  readonly name: string;
  /** The lesson: its path in the module's folder. */
  readonly path: string;
  /** What a picture shows; what a video or a document is called. */
  readonly said: string;
  /** Captions of a video. */
  readonly captions: string | null;
}

/**
 * Writes a file at the end of a lesson. Nothing is shown without words for whoever cannot see it.
 *
 * @returns false where the words are missing; true when it is written
 * @throws DomainError forbidden, not-found; invalid for what no lesson shows by itself; conflict while it is being published
 */
export async function insertMedia(deps: Pick<Deps, "db" | "clock">, actor: Actor, wanted: Insertion): Promise<boolean> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const media = state.media.find(({ name }) => name === wanted.name);
  const file = state.files.find(({ path }) => path === wanted.path);
  if (!media || !file) throw new DomainError("not-found", "There is no such file in the draft");
  const kind = isMediaType(media.type) ? kindOf({ type: media.type }) : "captions";
  if (kind === "captions") throw new DomainError("invalid", "Captions are shown with their video");
  if (wanted.said.trim() === "") return false;
  const captions = state.media.find(({ name }) => name === wanted.captions)?.name ?? null;
  const text = `${file.text.trimEnd()}\n\n${markupOf(kind, media.name, wanted.said, captions)}\n`;
  const saved = await saveFile(deps, actor, { moduleId: wanted.moduleId, path: file.path, text, from: file.version });
  if (saved.kind === "conflict") throw new DomainError("conflict", `${file.path} was changed meanwhile`);
  return true;
}

/**
 * Takes a file out of a draft, unless one of its lessons shows it.
 *
 * @returns false where it is shown, and stays
 * @throws DomainError forbidden, not-found; conflict while it is being published
 */
export async function removeMedia(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly name: string },
): Promise<boolean> {
  const { moduleId, name } = wanted;
  const { course } = await openModule(deps.db.read, actor, moduleId);
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx) => {
    const draft = await beginDraft(tx, moduleId, course.id, actor, now);
    mustNotBePublishing(draft);
    const { media, files, base } = await readDraftState(tx, moduleId);
    if (!media.some((file) => file.name === name)) throw new DomainError("not-found", `The draft has no ${name}`);
    if (files.some(({ text }) => shows(text, name))) return false;
    const published = base ? await findRevisionMedia(tx, base.id) : [];
    if (published.some((file) => file.name === name)) await putDraftMedia(tx, { draft_id: draft.id, name, hash: null });
    else await deleteDraftMedia(tx, draft.id, name);
    return true;
  });
}
