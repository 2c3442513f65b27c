/** The studio's page of one module: its files, what is wrong with them, who writes, and what stands before its publication. */

import type { CheckedModule } from "#app/lessons/check-courses";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findLastDraft } from "#db/queries/drafts";
import type { SignedIn } from "#db/queries/people";
import { findPeopleNames } from "#db/queries/people";
import { findJobUnder } from "#db/queries/work";
import { companyDay } from "../company-day.server";
import { checkDraft, folderOf, readOrganisationSource } from "../drafts/check-draft.server";
import { type DraftFile, type DraftState, openModule } from "../drafts/draft-state.server";
import { isPresent } from "../drafts/editor-presence";
import { errorsOf, type Hindrance, planOf, readinessOf } from "../drafts/publication.server";
import { reviewsOf } from "../drafts/review-draft.server";
import type {
  DepartmentChoice,
  EditingView,
  EditorView,
  FileEntry,
  FollowingView,
  PublishView,
  ReviewView,
} from "./editor-view";
import { moduleHead } from "./module-head.server";
import { readTree } from "./read-tree.server";

async function nameOf(db: Reader, id: string | null): Promise<string | null> {
  const [person] = id === null ? [] : await findPeopleNames(db, [id]);
  return person ? `${person.given_name} ${person.family_name}` : null;
}

/** Who writes in a draft now, if anybody was heard of lately. */
export async function editingOf(
  db: Reader,
  draft: DraftState["draft"],
  me: string,
  now: Date,
): Promise<EditingView | null> {
  if (!draft?.editor_id || !draft.editor_since || !isPresent(draft, now)) return null;
  const name = (await nameOf(db, draft.editor_id)) ?? draft.editor_id;
  return { name, since: draft.editor_since, isMe: draft.editor_id === me };
}

/** Departments that are open, each before those under it. */
export async function departmentChoices(db: Reader, language: Language): Promise<DepartmentChoice[]> {
  const { departments } = await readOrganisationSource(db);
  const open = await db.selectFrom("department").select("id").where("closed_on", "is", null).execute();
  const isOpen = new Set(open.map(({ id }) => id));
  const below = (parent: string | undefined, depth: number): DepartmentChoice[] =>
    departments
      .filter((department) => department.parent === parent && isOpen.has(department.id))
      .flatMap((department) => [
        { id: department.id, name: inLanguage(department.name, language), depth },
        ...below(department.id, depth + 1),
      ]);
  return below(undefined, 0);
}

function titlesOf(checked: CheckedModule, folder: string): ReadonlyMap<string, string> {
  const all = [...checked.lessons, ...checked.refreshers, ...checked.questions];
  return new Map(
    all.flatMap(({ files }) =>
      files.map(({ file, check }) => [file.path.replace(`${folder}/`, ""), check.frontMatter?.title ?? ""] as const),
    ),
  );
}

/** Everybody who is asked about a draft, as pages show it. */
export async function reviewViews(db: Reader, state: DraftState): Promise<ReviewView[]> {
  return (await reviewsOf(db, state)).map(({ review, state: standing }) => ({
    id: review.reviewer_id,
    name: `${review.given_name} ${review.family_name}`,
    state: standing,
    at: review.verdict_at ?? review.asked_at,
    said: review.said,
  }));
}

async function publishView(db: Reader, state: DraftState, errors: number, now: Date): Promise<PublishView | null> {
  const { draft } = state;
  if (!draft) return null;
  const { hindrances, approvals } = await readinessOf(db, state, errors);
  const plan = planOf(draft);
  const failure = draft.failure === null ? null : (JSON.parse(draft.failure) as { hindrances: Hindrance[] });
  return {
    today: await companyDay(db, now),
    number: draft.base_number + 1,
    change: plan.change,
    within: plan.within,
    note: plan.note,
    scheduledOn: plan.on,
    isScheduled: plan.on !== null && draft.publishing_by !== null,
    hindrances,
    approvals,
    reviews: await reviewViews(db, state),
    failure: failure?.hindrances ?? null,
  };
}

/** The publication that is under way, or the one that ended last while its people are still being asked. */
async function followingOf(db: Reader, state: DraftState): Promise<FollowingView | null> {
  if (state.draft?.publishing_at) {
    const job = await findJobUnder(db, `publish ${state.draft.id} `);
    const step = job?.failed_at ? "failed" : "compiling";
    return { step, number: state.draft.base_number + 1, done: 0, total: null };
  }
  const last = await findLastDraft(db, state.moduleId);
  if (last?.state !== "published" || last.published_number === null) return null;
  const job = await findJobUnder(db, `refresh ${state.moduleId} ${last.published_number} `);
  if (!job || job.finished_at !== null) return null;
  const { done } = JSON.parse(job.progress) as { done: number };
  const holders = await db
    .selectFrom("standing")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("module_id", "=", state.moduleId)
    .executeTakeFirst();
  const step = job.failed_at ? "failed" : "refreshing";
  return { step, number: last.published_number, done, total: Number(holders?.n ?? 0) };
}

/** The file to open: the one that was asked for, else the first. */
function chosen(files: readonly DraftFile[], path: string | null, language: Language): DraftFile | undefined {
  return files.find((file) => file.path === path) ?? files.find((file) => file.language === language) ?? files[0];
}

/** Of each name the file in the reader's language comes before its translations. */
function inReadersLanguageFirst(files: readonly FileEntry[], language: Language): readonly FileEntry[] {
  const nameOf = ({ kind, name }: FileEntry) => `${kind} ${name}`;
  const names = [...new Set(files.map(nameOf))];
  return names.flatMap((name) => {
    const own = files.filter((file) => nameOf(file) === name);
    return [...own.filter((file) => file.language === language), ...own.filter((file) => file.language !== language)];
  });
}

/**
 * Everything on the studio's page of a module.
 *
 * @throws DomainError not-found, or forbidden for whoever may not author the course
 */
export async function readEditor(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  wanted: { readonly moduleId: string; readonly path: string | null; readonly language: Language },
): Promise<EditorView> {
  const db = deps.db.read;
  const state = await openModule(db, reader, wanted.moduleId);
  const checked = await checkDraft(db, state);
  const folder = folderOf(state);
  const titles = titlesOf(checked, folder);
  const { languages } = await readOrganisationSource(db);
  const entry = (file: DraftFile): FileEntry => ({
    path: file.path,
    kind: file.kind,
    name: file.name,
    language: file.language,
    title: titles.get(file.path) || file.name,
    isChanged: state.draft !== null && state.baseTexts.get(file.path) !== file.text,
  });
  const open = chosen(state.files, wanted.path, wanted.language);
  const files = inReadersLanguageFirst(state.files.map(entry), wanted.language);
  const saved = state.files.reduce<DraftFile | null>(
    (latest, file) => (file.savedAt !== null && (latest?.savedAt ?? "") < file.savedAt ? file : latest),
    null,
  );
  const siblings = [...checked.lessons, ...checked.refreshers, ...checked.questions].flatMap(({ name, files: all }) =>
    open?.name === name ? all.filter(({ file }) => file.language !== open.language) : [],
  );
  return {
    me: reader.personId,
    module: moduleHead(state, wanted.language),
    courses: await readTree(db, reader, wanted.language),
    files,
    languages,
    file: open
      ? {
          ...entry(open),
          text: open.text,
          version: open.version,
          draftId: state.draft?.id ?? null,
          revision: state.base?.number ?? null,
          published: state.baseTexts.get(open.path) ?? null,
        }
      : null,
    questionIds: siblings.flatMap(({ check }) => check.questions.map(({ id }) => id)),
    live: state.newest?.number ?? null,
    draft: state.draft && {
      base: state.draft.base_number,
      savedAt: saved?.savedAt ?? state.draft.created_at,
      savedBy: await nameOf(db, saved?.savedBy ?? state.draft.created_by),
      savedByMe: (saved?.savedBy ?? state.draft.created_by) === reader.personId,
      changed: files.filter(({ isChanged }) => isChanged).length,
    },
    editing: await editingOf(db, state.draft, reader.personId, deps.clock.now()),
    problems: checked.problems.map((problem) => ({ ...problem, path: problem.path.replace(`${folder}/`, "") })),
    departments: await departmentChoices(db, wanted.language),
    media: state.media.map(({ name }) => name),
    publish: await publishView(db, state, errorsOf(checked), deps.clock.now()),
    following: await followingOf(db, state),
  };
}
