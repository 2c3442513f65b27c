/** What trainers do to a draft: begin it, save its files, add, rename and take out files, give it up. */
import { DomainError } from "#app/domain/errors";
import { type Actor, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findCourseRow } from "#db/queries/courses";
import {
  findDraftFiles,
  findOpenDraft,
  findVersion,
  insertDraft,
  insertVersion,
  isModuleIdTaken,
  updateDraft,
} from "#db/queries/drafts";
import { findRevisions } from "#db/queries/modules";
import type { Row } from "#db/schema";
import { readDraftPath } from "./draft-path";
import { type DraftState, type Fields, layOver, openModule, textsOf } from "./draft-state.server";
import { isPresent } from "./editor-presence";
import { mergeTexts } from "./merge";

type Needed = Pick<Deps, "db" | "clock">;

/** Longest text of a file: that of the checker's files. */
export const longestText = 400_000;
/** Most files of a module. */
const filesAtMost = 200;

/** A draft of a module, begun from what is published if there is none yet. Call in a transaction, after asking permission. */
export async function beginDraft(tx: Writer, moduleId: string, courseId: string, actor: Actor, at: Date) {
  const open = await findOpenDraft(tx, moduleId);
  if (open) return open;
  const [newest] = await findRevisions(tx, moduleId);
  if (!newest) throw new DomainError("not-found", `There is no module ${moduleId}`);
  const draftId = newId(at);
  return await insertOpenDraft(tx, { draftId, moduleId, courseId, actor, at, base: newest, fields: null });
}

async function insertOpenDraft(
  tx: Writer,
  wanted: {
    readonly draftId: string;
    readonly moduleId: string;
    readonly courseId: string;
    readonly actor: Actor;
    readonly at: Date;
    readonly base: Row<"revision"> | null;
    readonly fields: Fields | null;
  },
): Promise<Row<"draft">> {
  const at = instantText(wanted.at);
  const row: Row<"draft"> = {
    id: wanted.draftId,
    module_id: wanted.moduleId,
    course_id: wanted.courseId,
    base_number: wanted.base?.number ?? 0,
    base_revision_id: wanted.base?.id ?? null,
    fields: wanted.fields && JSON.stringify(wanted.fields),
    state: "open",
    change: null,
    within: null,
    note: "{}",
    scheduled_on: null,
    publishing_at: null,
    publishing_by: null,
    failure: null,
    published_number: null,
    editor_id: wanted.actor.personId,
    editor_since: at,
    editor_seen_at: at,
    created_at: at,
    created_by: wanted.actor.personId,
    ended_at: null,
    ended_by: null,
  };
  await insertDraft(tx, row);
  return row;
}

/**
 * Begins a module that was never published. Call in a transaction.
 *
 * @param wanted.files text by path in the module's folder
 * @throws DomainError forbidden; conflict where the id is taken; not-found where there is no such course; invalid for a
 * path that is none
 */
export async function insertModuleDraft(
  tx: Writer,
  actor: Actor,
  at: Date,
  wanted: {
    readonly draftId: string;
    readonly moduleId: string;
    readonly courseId: string;
    readonly fields: Fields;
    readonly files: ReadonlyMap<string, string>;
  },
): Promise<void> {
  mustBeAble(actor, "author-module", { kind: "module", courseId: wanted.courseId });
  if (!(await findCourseRow(tx, wanted.courseId))) {
    throw new DomainError("not-found", `There is no course ${wanted.courseId}`);
  }
  if (await isModuleIdTaken(tx, wanted.moduleId)) {
    throw new DomainError("conflict", `There is a module ${wanted.moduleId} already`);
  }
  const draft = await insertOpenDraft(tx, { ...wanted, actor, at, base: null });
  for (const [path, text] of wanted.files) {
    if (!readDraftPath(path)) throw new DomainError("invalid", `${path} is no file of a module`);
    await addVersion(tx, draft.id, path, text, actor, at);
  }
}

async function addVersion(
  tx: Writer,
  draftId: string,
  path: string,
  text: string | null,
  actor: Actor,
  at: Date,
  aside = 0,
): Promise<number> {
  return await insertVersion(tx, {
    draft_id: draftId,
    path,
    text,
    aside,
    saved_at: instantText(at),
    saved_by: actor.personId,
  });
}

export interface Saving {
  readonly moduleId: string;
  readonly path: string;
  readonly text: string;
  /** Number of the version that was changed; 0: as published. */
  readonly from: number;
  /** The draft whose version it was; absent: the open one. */
  readonly draftId?: string | null;
  /** Number of the revision that was changed where `from` is 0; absent: that which the draft began from. */
  readonly revision?: number | null;
  /** Saved by hand, by somebody who has chosen between their text and another's: it stands. */
  readonly stands?: boolean;
}

export type Saved =
  /** Somebody else took the file out or gave it another name. The text is kept beside. */
  | { readonly kind: "gone" }
  | { readonly kind: "saved"; readonly version: number; readonly at: string }
  /** Somebody else had saved meanwhile, and both changes are in `text` now; what was sent is version `sent`. */
  | {
      readonly kind: "merged";
      readonly version: number;
      readonly sent: number;
      readonly at: string;
      readonly text: string;
    }
  /** Both changed the same lines. The text is kept beside; somebody has to choose. */
  | {
      readonly kind: "conflict";
      readonly theirs: {
        readonly version: number;
        readonly text: string;
        readonly by: string | null;
        readonly at: string;
      };
      /** Where the text is kept. */
      readonly aside: number;
    };

/** The text that was changed: of a version, or of a revision; also of a draft that has ended since. */
async function changedText(
  tx: Writer,
  draft: Row<"draft">,
  saving: Saving,
  published: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (saving.from > 0) {
    const before = await findVersion(tx, saving.draftId ?? draft.id, saving.path, saving.from);
    return before?.text ?? published.get(saving.path) ?? null;
  }
  if (saving.revision == null || saving.revision === draft.base_number) return published.get(saving.path) ?? null;
  const revision = (await findRevisions(tx, saving.moduleId)).find(({ number }) => number === saving.revision);
  return revision ? ((await textsOf(tx, revision.id)).get(saving.path) ?? null) : null;
}

function mustBeText(path: string, text: string): void {
  if (!readDraftPath(path)) throw new DomainError("invalid", `${path} is no file of a module`);
  if (text.length > longestText) throw new DomainError("invalid", `${path} is longer than ${longestText} characters`);
}

/** Line ends as the checker reads them. */
function plain(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/**
 * Saves a file of a draft. Every save is a version; where somebody else saved since, both changes are brought together,
 * or the text is kept beside theirs until somebody chooses.
 *
 * @throws DomainError forbidden, not-found, invalid; conflict while the draft is being published
 */
export async function saveFile(deps: Needed, actor: Actor, saving: Saving): Promise<Saved> {
  const state = await openModule(deps.db.read, actor, saving.moduleId);
  mustNotBeArchived(state);
  const text = plain(saving.text);
  mustBeText(saving.path, text);
  const now = deps.clock.now();
  const at = instantText(now);
  return await deps.db.write.transaction().execute(async (tx): Promise<Saved> => {
    const draft = await beginDraft(tx, saving.moduleId, state.course.id, actor, now);
    mustNotBePublishing(draft);
    const published = draft.base_revision_id ? await textsOf(tx, draft.base_revision_id) : new Map<string, string>();
    const files = layOver(published, await findDraftFiles(tx, draft.id));
    const current = files.find((file) => file.path === saving.path);
    await seen(tx, draft, actor, at);
    if (current?.text === text) return { kind: "saved", version: current.version, at: current.savedAt ?? at };
    if (!current && !saving.stands) {
      await addVersion(tx, draft.id, saving.path, text, actor, now, 1);
      return { kind: "gone" };
    }
    const isSameDraft = saving.draftId == null || saving.draftId === draft.id;
    const isSameRevision = saving.revision == null || saving.revision === draft.base_number;
    const isFollowing = current?.version === saving.from && (saving.from > 0 ? isSameDraft : isSameRevision);
    if (!current || isFollowing || saving.stands) {
      return { kind: "saved", version: await addVersion(tx, draft.id, saving.path, text, actor, now), at };
    }
    const from = (await changedText(tx, draft, saving, published)) ?? "";
    const merged = mergeTexts(text, from, current.text);
    if (merged.kind === "merged") {
      // What was typed is a version of its own, whatever came of it.
      const sent = await addVersion(tx, draft.id, saving.path, text, actor, now, 1);
      const version = await addVersion(tx, draft.id, saving.path, merged.text, actor, now);
      return { kind: "merged", version, sent, at, text: merged.text };
    }
    const aside = await addVersion(tx, draft.id, saving.path, text, actor, now, 1);
    return {
      kind: "conflict",
      aside,
      theirs: { version: current.version, text: current.text, by: current.savedBy, at: current.savedAt ?? at },
    };
  });
}

/** @throws DomainError conflict for a module in the archive */
export function mustNotBeArchived(state: Pick<DraftState, "module" | "moduleId">): void {
  if (state.module?.archived_on) throw new DomainError("conflict", `The module ${state.moduleId} is archived`);
}

export function mustNotBePublishing(draft: Row<"draft">): void {
  if (draft.publishing_at !== null) throw new DomainError("conflict", `The draft ${draft.id} is being published`);
}

/** Notes that somebody writes: whoever comes to a draft that nobody holds holds it. */
async function seen(tx: Writer, draft: Row<"draft">, actor: Actor, at: string): Promise<void> {
  if (draft.editor_id === actor.personId) await updateDraft(tx, draft.id, { editor_seen_at: at });
  else if (!isPresent(draft, new Date(at))) {
    await updateDraft(tx, draft.id, { editor_id: actor.personId, editor_since: at, editor_seen_at: at });
  }
}

/** Who writes in a draft, and since when (UTC ISO); null: nobody does now. */
export interface Editing {
  readonly personId: string;
  readonly since: string;
}

/**
 * Says that somebody is at a draft: they hold it if nobody else does, or if they take it over. Gives who holds it then.
 *
 * @throws DomainError forbidden, not-found
 */
export async function beAtDraft(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly takeOver: boolean },
): Promise<Editing | null> {
  await openModule(deps.db.read, actor, wanted.moduleId);
  const now = deps.clock.now();
  const at = instantText(now);
  return await deps.db.write.transaction().execute(async (tx) => {
    const draft = await findOpenDraft(tx, wanted.moduleId);
    if (!draft) return null;
    if (wanted.takeOver && draft.editor_id !== actor.personId) {
      await updateDraft(tx, draft.id, { editor_id: actor.personId, editor_since: at, editor_seen_at: at });
    } else await seen(tx, draft, actor, at);
    const after = await findOpenDraft(tx, wanted.moduleId);
    return after?.editor_id && after.editor_since ? { personId: after.editor_id, since: after.editor_since } : null;
  });
}

/** A change of files that is made as one. Null takes a file out. */
export type FileChange = ReadonlyMap<string, string | null>;

/**
 * Adds, renames or takes out files at once: what nobody completed is gone from the draft, and every earlier revision
 * keeps what it had.
 *
 * @throws DomainError forbidden, not-found, invalid; conflict while it is being published, or where a file is there already
 */
export async function changeFiles(
  deps: Needed,
  actor: Actor,
  moduleId: string,
  change: FileChange,
  options: { readonly overwrite?: boolean } = {},
): Promise<void> {
  const state = await openModule(deps.db.read, actor, moduleId);
  mustNotBeArchived(state);
  for (const [path, text] of change) mustBeText(path, text ?? "");
  const now = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    const draft = await beginDraft(tx, moduleId, state.course.id, actor, now);
    mustNotBePublishing(draft);
    const published = draft.base_revision_id ? await textsOf(tx, draft.base_revision_id) : new Map<string, string>();
    const files = layOver(published, await findDraftFiles(tx, draft.id));
    const there = new Set(files.map(({ path }) => path));
    const added = [...change].filter(([path, text]) => text !== null && !there.has(path));
    if (files.length + added.length > filesAtMost) {
      throw new DomainError("invalid", `A module has at most ${filesAtMost} files`);
    }
    await seen(tx, draft, actor, instantText(now));
    for (const [path, text] of change) {
      if (text === null ? !there.has(path) : there.has(path) && !options.overwrite) {
        throw new DomainError("conflict", `${path} is not as it was seen`);
      }
      await addVersion(tx, draft.id, path, text === null ? null : plain(text), actor, now);
    }
  });
}

/**
 * Gives a draft up: what is published stays, and the draft is kept in the module's history.
 *
 * @throws DomainError forbidden, not-found; conflict while it is being published
 */
export async function discardDraft(deps: Needed, actor: Actor, moduleId: string): Promise<void> {
  await openModule(deps.db.read, actor, moduleId);
  const at = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    const draft = await findOpenDraft(tx, moduleId);
    if (!draft) throw new DomainError("not-found", `Nothing of ${moduleId} is being changed`);
    mustNotBePublishing(draft);
    await updateDraft(tx, draft.id, { state: "discarded", ended_at: at, ended_by: actor.personId });
    await insertAuditEvent(tx, {
      at,
      actorId: actor.personId,
      action: "discarded-draft",
      subjectId: moduleId,
      detail: {},
    });
  });
}
