/** A module's published content as the learner's use cases read it: looked up once for each revision, then kept. */
import { DomainError } from "#app/domain/errors";
import { LeastRecent } from "#app/lessons/least-recent";
import type { OutlineEntry } from "#app/lessons/outline";
import { isMeant, type PassageAudience } from "#app/lessons/passage-audience";
import type { QuestionKey } from "#app/lessons/question";
import type { Deps } from "#app/platform/deps";
import type { Localised } from "#app/words/localised";
import { findModule, findSources } from "#db/queries/content";

export { inLanguage, type Localised } from "#app/words/localised";

/** One file of a revision in one language. */
export interface ContentFile {
  readonly language: string;
  readonly title: string;
  readonly summary: string | null;
  readonly hash: string;
  readonly outline: readonly OutlineEntry[];
  readonly minutes: number;
  readonly keys: readonly QuestionKey[];
  readonly confirmations: readonly {
    readonly id: string;
    readonly text: string;
    readonly audience?: PassageAudience;
  }[];
  readonly reflections: readonly {
    readonly id: string;
    readonly prompt: string;
    readonly audience?: PassageAudience;
  }[];
  readonly introHtml: string | null;
}

export interface ContentUnit {
  readonly name: string;
  readonly files: ReadonlyMap<string, ContentFile>;
}

interface RevisionContent {
  readonly lessons: readonly ContentUnit[];
  readonly refreshers: readonly ContentUnit[];
  readonly questions: readonly ContentUnit[];
}

export interface ModuleContent extends RevisionContent {
  readonly id: string;
  readonly courseId: string;
  readonly title: Localised;
  readonly courseTitle: Localised;
  readonly owner: string;
  readonly minutes: number;
  readonly refresherMinutes: number;
  readonly passMark: number;
  readonly why: readonly {
    readonly department: string;
    readonly points: readonly { readonly figure: Localised; readonly text: Localised }[];
    readonly source?: Localised;
  }[];
  readonly revisionId: string;
  readonly revision: number;
  readonly contentHash: string;
}

/** Revisions are immutable: what was read of one never changes. */
const known = new LeastRecent<string, RevisionContent>(200);

/** The file of a unit in a language, or in the first it is written in. */
export function fileIn(unit: ContentUnit, language: string): ContentFile {
  const file = unit.files.get(language) ?? unit.files.values().next().value;
  if (!file) throw new Error(`The unit ${unit.name} has no file`);
  return file;
}

/**
 * A module with its newest revision.
 *
 * @throws DomainError not-found when there is no such module
 */
export async function readModuleContent(deps: Pick<Deps, "db">, moduleId: string): Promise<ModuleContent> {
  const row = await findModule(deps.db.read, moduleId);
  if (!row) throw new DomainError("not-found", `There is no module ${moduleId}`);
  return {
    id: row.id,
    courseId: row.course_id,
    title: JSON.parse(row.title) as Localised,
    courseTitle: JSON.parse(row.course_title) as Localised,
    owner: row.owner,
    minutes: row.minutes,
    refresherMinutes: row.refresher_minutes,
    passMark: row.pass_mark,
    why: JSON.parse(row.why) as ModuleContent["why"],
    revisionId: row.revision_id,
    revision: row.revision,
    contentHash: row.content_hash,
    ...(await readRevisionContent(deps, row.revision_id)),
  };
}

/** What a revision is made of. */
export async function readRevisionContent(deps: Pick<Deps, "db">, revisionId: string): Promise<RevisionContent> {
  const before = known.get(revisionId);
  if (before) return before;
  const units = { lesson: new Map(), refresher: new Map(), question: new Map() } as Record<
    "lesson" | "refresher" | "question",
    Map<string, { name: string; files: Map<string, ContentFile> }>
  >;
  for (const row of await findSources(deps.db.read, revisionId)) {
    let unit = units[row.kind].get(row.name);
    if (!unit) {
      unit = { name: row.name, files: new Map() };
      units[row.kind].set(row.name, unit);
    }
    const parts = JSON.parse(row.parts) as Pick<ContentFile, "confirmations" | "reflections" | "introHtml">;
    unit.files.set(row.language, {
      language: row.language,
      title: row.title,
      summary: row.summary,
      hash: row.bundle_hash,
      outline: JSON.parse(row.outline) as OutlineEntry[],
      minutes: row.minutes,
      keys: JSON.parse(row.answer_key) as QuestionKey[],
      ...parts,
    });
  }
  const content = {
    lessons: [...units.lesson.values()],
    refreshers: [...units.refresher.values()],
    questions: [...units.question.values()],
  };
  known.set(revisionId, content);
  return content;
}

/** A question with the lesson (or refresher) it stands in. */
export interface PlacedKey {
  readonly unit: string;
  readonly key: QuestionKey;
}

/** The questions of some units that are asked of people in these departments, in order. */
export function keysFor(units: readonly ContentUnit[], language: string, departments: readonly string[]): PlacedKey[] {
  return units.flatMap((unit) =>
    fileIn(unit, language)
      .keys.filter((key) => isMeant(key.audience, departments))
      .map((key) => ({ unit: unit.name, key })),
  );
}

/** Every question of a revision by id, whoever is asked it: answers may have been given before somebody moved. */
export function allKeys(content: RevisionContent, language: string): ReadonlyMap<string, QuestionKey> {
  const keys = new Map<string, QuestionKey>();
  for (const unit of [...content.lessons, ...content.refreshers, ...content.questions]) {
    for (const key of fileIn(unit, language).keys) keys.set(key.id, key);
  }
  return keys;
}
