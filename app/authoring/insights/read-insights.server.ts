import { addDays, type CivilDate, civilDate, daysBetween } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { type Actor, can, canSomewhere, mustBeAble } from "#app/domain/permissions";
import { readPolicy } from "#app/ledger/gather";
import type { Deps } from "#app/platform/deps";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findInsightModules } from "#db/queries/insights";
import type { ContentRow, InsightsView, ModuleMemory } from "./insights-view";
import { inOrderOfMemory, isForgotten, readMemory } from "./module-memory.server";
import { editPath } from "./paths";
import { type FoundQuestion, findQuestions, inOrderOfNeed } from "./question-figures.server";

export interface Wanted {
  readonly language: string;
  readonly today: CivilDate;
}

export const pageSize = 25;
/** So many curves are drawn at most. */
const curves = 6;
/** Content is to be looked over so long before its day. */
const soonDays = 90;
const nowDays = 30;

/** The modules whose insights somebody may see. */
export async function modulesSeenBy(db: Reader, actor: Actor, { language, today }: Wanted) {
  if (!canSomewhere(actor, "see-insights"))
    throw new DomainError("forbidden", "Insights are for trainers and auditors");
  return (await findInsightModules(db, today))
    .filter((row) => can(actor, "see-insights", { kind: "module", courseId: row.course_id }))
    .map((row) => ({
      id: row.id,
      courseId: row.course_id,
      courseTitle: inLanguage(JSON.parse(row.course_title) as Localised, language),
      title: inLanguage(JSON.parse(row.title) as Localised, language).replaceAll("\u00ad", ""),
      policy: readPolicy(row.policy),
      reviewBy: row.review_by,
      revisionId: row.revision_id,
      revision: row.revision,
      publishedOn: row.published_on,
      mayEdit: can(actor, "author-module", { kind: "module", courseId: row.course_id }),
    }));
}

type SeenModule = Awaited<ReturnType<typeof modulesSeenBy>>[number];

/** The month (`YYYY-MM`) twelve months ago. */
export function twelveMonthsBefore(today: CivilDate): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}`;
}

/**
 * How the questions of everything that somebody may see do, what is remembered, and which content is to be looked over.
 * What is unknown in the address (`of`, `page`) is ignored.
 *
 * @throws DomainError forbidden for whoever may see no insights
 */
export async function readInsights(
  deps: Pick<Deps, "db">,
  reader: Actor,
  wanted: Wanted,
  search: URLSearchParams,
): Promise<InsightsView> {
  const db = deps.db.read;
  const { language, today } = wanted;
  const seen = await modulesSeenBy(db, reader, wanted);
  const chosen = chosenFrom(search.get("of"), seen);
  const modules = seen.filter(
    ({ id, courseId }) =>
      (chosen.moduleId === null || id === chosen.moduleId) &&
      (chosen.courseId === null || courseId === chosen.courseId),
  );
  const questions = inOrderOfNeed(await findQuestions(db, modules, language));
  const memory = inOrderOfMemory(await readMemory(db, modules, twelveMonthsBefore(today), today));
  const drawn = memory.filter(({ answers }) => answers > 0).slice(0, curves);
  const last = Math.max(1, Math.ceil(questions.length / pageSize));
  const asked = Number(search.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1;
  return {
    today,
    chosen,
    courses: coursesOf(seen),
    figures: figuresOf(questions, memory),
    questions: {
      rows: questions.slice((page - 1) * pageSize, page * pageSize).map(({ row }) => row),
      page,
      pageSize,
      total: questions.length,
    },
    memory: drawn,
    memoryLeftOut: memory.filter(({ answers }) => answers > 0).length - drawn.length,
    content: contentOf(modules, questions, memory, today),
  };
}

function chosenFrom(of: string | null, seen: readonly SeenModule[]): InsightsView["chosen"] {
  const module = seen.find(({ id }) => of === `module:${id}`);
  if (module) return { courseId: module.courseId, moduleId: module.id };
  return { courseId: seen.find(({ courseId }) => of === `course:${courseId}`)?.courseId ?? null, moduleId: null };
}

function coursesOf(seen: readonly SeenModule[]): InsightsView["courses"] {
  return [...new Set(seen.map(({ courseId }) => courseId))].map((id) => {
    const modules = seen.filter(({ courseId }) => courseId === id);
    return {
      id,
      title: modules[0]?.courseTitle ?? "",
      modules: modules.map(({ id, title }) => ({ id, title })),
    };
  });
}

function figuresOf(questions: readonly FoundQuestion[], memory: readonly ModuleMemory[]): InsightsView["figures"] {
  const verdicts = questions.map(({ row }) => row.verdict);
  const count = (...some: readonly (typeof verdicts)[number][]) =>
    verdicts.filter((verdict) => some.includes(verdict)).length;
  const [forgotten] = memory
    .flatMap(({ module, verdict, every, everyDays }) =>
      verdict.kind === "falls" && !verdict.inTime && every !== null && everyDays !== null
        ? [{ title: module.title, day: verdict.day, every, early: everyDays - verdict.day }]
        : [],
    )
    .sort((a, b) => b.early - a.early);
  return {
    answers: questions.reduce((sum, { row }) => sum + row.answers, 0),
    judged: verdicts.length - count("too-few"),
    doubtful: count("reversed", "misleading-choice"),
    weak: count("tells-nobody-apart"),
    tooEasy: count("too-easy"),
    tooHard: count("too-hard"),
    forgotten: forgotten ? { title: forgotten.title, day: forgotten.day, every: forgotten.every } : null,
  };
}

function contentOf(
  modules: readonly SeenModule[],
  questions: readonly FoundQuestion[],
  memory: readonly ModuleMemory[],
  today: CivilDate,
): ContentRow[] {
  const rows = modules.flatMap((module): ContentRow[] => {
    const own = questions.filter(({ row }) => row.module.id === module.id);
    const flagged = own.filter(({ row }) => row.flags.length > 0).length;
    const state = stateOf(module.reviewBy, today) ?? (flagged > 0 ? "flagged" : null);
    if (state === null) return [];
    const remembered = memory.find((one) => one.module.id === module.id);
    return [
      {
        module: { id: module.id, title: module.title },
        revision: module.revision,
        publishedOn: module.publishedOn,
        daysAgo: Math.max(0, daysBetween(civilDate(module.publishedOn), today)),
        reviewBy: module.reviewBy,
        state,
        flagged,
        questions: own.length,
        forgotten: remembered !== undefined && isForgotten(remembered),
        edit: module.mayEdit ? editPath(module.id) : null,
      },
    ];
  });
  const last = "9999-12-31";
  return rows.sort((a, b) => ((a.reviewBy ?? last) < (b.reviewBy ?? last) ? -1 : 1));
}

function stateOf(reviewBy: string | null, today: CivilDate): ContentRow["state"] | null {
  if (reviewBy === null || reviewBy > addDays(today, soonDays)) return null;
  if (reviewBy < today) return "overdue";
  return reviewBy <= addDays(today, nowDays) ? "now" : "soon";
}

/** Asserts that somebody may see the insights of a course's modules. */
export function mustSee(actor: Actor, courseId: string): void {
  mustBeAble(actor, "see-insights", { kind: "module", courseId });
}
