/** A module as its draft has it: what is published, with what was changed laid over it. */
import type { ContentAudience } from "#app/domain/audience";
import { DomainError } from "#app/domain/errors";
import { type Actor, mustBeAble } from "#app/domain/permissions";
import type { Policy } from "#app/domain/policy";
import type { ModuleFields } from "#app/lessons/course-schema";
import type { Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findCourseRow } from "#db/queries/courses";
import { findDraftFiles, findDraftMedia, findOpenDraft } from "#db/queries/drafts";
import { findMediaRows, findModuleRow, findRevisionMedia, findRevisions, findRevisionTexts } from "#db/queries/modules";
import type { Row } from "#db/schema";
import { draftPath, type FileKind, readDraftPath } from "./draft-path";

/** What `module.yaml` says, read and held to its rules. */
export type Fields = Omit<ModuleFields, "policy" | "audience"> & {
  readonly policy: Policy;
  readonly audience: ContentAudience;
};

export interface DraftFile {
  /** In the module's folder. */
  readonly path: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly language: string;
  readonly text: string;
  /** Of the draft; 0: as published. */
  readonly version: number;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
}

export interface DraftMediaFile {
  /** As lessons write it: `media/thread.png`. */
  readonly name: string;
  readonly hash: string;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly seconds: number | null;
}

export interface DraftState {
  readonly moduleId: string;
  readonly course: Row<"course">;
  /** Undefined: it was never published. */
  readonly module: Row<"module"> | undefined;
  /** Null: nothing is being changed. */
  readonly draft: Row<"draft"> | null;
  readonly fields: Fields;
  /** The newest revision. */
  readonly newest: Row<"revision"> | null;
  /** The revision that the draft began from; the newest where there is no draft. */
  readonly base: Row<"revision"> | null;
  /** Lessons, refreshers and questions, each by name and language. */
  readonly files: readonly DraftFile[];
  /** The text of the base by path. */
  readonly baseTexts: ReadonlyMap<string, string>;
  readonly media: readonly DraftMediaFile[];
}

/** What the module's row says, in the form of its YAML file. */
export function fieldsOf(row: Row<"module">): Fields {
  return {
    title: JSON.parse(row.title) as Localised,
    short: JSON.parse(row.short) as Localised,
    summary: JSON.parse(row.summary) as Localised,
    minutes: row.minutes,
    refresherMinutes: row.refresher_minutes,
    audience: JSON.parse(row.audience) as ContentAudience,
    policy: JSON.parse(row.policy) as Policy,
    passMark: row.pass_mark,
    reviewBy: (row.review_by ?? "") as Fields["reviewBy"],
    why: JSON.parse(row.why) as Fields["why"],
    revisions: JSON.parse(row.revisions) as Fields["revisions"],
  };
}

const kinds: readonly FileKind[] = ["lesson", "refresher", "question"];

function inOrder(files: readonly DraftFile[]): DraftFile[] {
  return [...files].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.language < b.language ? -1 : 1),
  );
}

/** The texts of a revision by path. */
export async function textsOf(db: Reader, revisionId: string): Promise<Map<string, string>> {
  const rows = await findRevisionTexts(db, revisionId);
  return new Map(rows.map((row) => [draftPath(row), row.source]));
}

/** The files of a draft (null: of the revision alone), in order. */
export function layOver(
  baseTexts: ReadonlyMap<string, string>,
  versions: readonly Row<"draft_version">[],
): DraftFile[] {
  const files = new Map<string, DraftFile>();
  const put = (path: string, text: string, version: Pick<DraftFile, "version" | "savedAt" | "savedBy">) => {
    const known = readDraftPath(path);
    if (known) files.set(path, { path, ...known, text, ...version });
  };
  for (const [path, text] of baseTexts) put(path, text, { version: 0, savedAt: null, savedBy: null });
  for (const row of versions) {
    if (row.text === null) files.delete(row.path);
    else put(row.path, row.text, { version: row.number, savedAt: row.saved_at, savedBy: row.saved_by });
  }
  return inOrder([...files.values()]);
}

async function mediaOf(
  db: Reader,
  base: Row<"revision"> | null,
  draft: Row<"draft"> | null,
): Promise<DraftMediaFile[]> {
  const media = new Map<string, DraftMediaFile>();
  for (const row of base ? await findRevisionMedia(db, base.id) : []) media.set(row.name, row);
  const changed = draft ? await findDraftMedia(db, draft.id) : [];
  const rows = new Map(
    (
      await findMediaRows(
        db,
        changed.flatMap(({ hash }) => hash ?? []),
      )
    ).map((row) => [row.hash, row]),
  );
  for (const { name, hash } of changed) {
    const row = hash === null ? undefined : rows.get(hash);
    if (row) media.set(name, { ...row, name });
    else media.delete(name);
  }
  return [...media.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * A module as its open draft has it, or as it is published where nothing is being changed. Asks nobody's permission:
 * see `openModule`.
 *
 * @throws DomainError not-found when there is neither
 */
export async function readDraftState(db: Reader, moduleId: string): Promise<DraftState> {
  const draft = (await findOpenDraft(db, moduleId)) ?? null;
  const module = await findModuleRow(db, moduleId);
  const course = await findCourseRow(db, draft?.course_id ?? module?.course_id ?? "");
  if (!course) throw new DomainError("not-found", `There is no module ${moduleId}`);
  const revisions = await findRevisions(db, moduleId);
  const newest = revisions[0] ?? null;
  const base = draft ? (revisions.find(({ id }) => id === draft.base_revision_id) ?? null) : newest;
  const fields = module ? fieldsOf(module) : (JSON.parse(draft?.fields ?? "null") as Fields);
  const baseTexts = base ? await textsOf(db, base.id) : new Map<string, string>();
  const versions = draft ? await findDraftFiles(db, draft.id) : [];
  return {
    moduleId,
    course,
    module,
    draft,
    fields,
    newest,
    base,
    files: layOver(baseTexts, versions),
    baseTexts,
    media: await mediaOf(db, base, draft),
  };
}

/**
 * The same for somebody who may write in it.
 *
 * @throws DomainError not-found, or forbidden for whoever may not author the course
 */
export async function openModule(db: Reader, actor: Actor, moduleId: string): Promise<DraftState> {
  const state = await readDraftState(db, moduleId);
  mustBeAble(actor, "author-module", { kind: "module", courseId: state.course.id });
  return state;
}
