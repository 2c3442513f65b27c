import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { readStandings } from "#app/ledger/read-standings";
import { checkState } from "#app/lessons/check-state";
import { lessonPath } from "#app/lessons/links";
import { isMeant } from "#app/lessons/passage-audience";
import type { CheckState, LessonReader } from "#app/lessons/reader";
import { lessonRenderer } from "#app/lessons/renderer.server";
import type { Deps } from "#app/platform/deps";
import { catalogues } from "#app/words/catalogues";
import { explain } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { findAnswers, findCompletions, findFinishedAttempts, findReading, findReflections } from "#db/queries/attempts";
import { findBundleCode, findRevisionNotes } from "#db/queries/content";
import { findDepartmentNames } from "#db/queries/departments";
import { findNameByEmail, type SignedIn } from "#db/queries/people";
import { confirmationId } from "./answer-question.server";
import { type Attempt, type FinishedAttempts, orderOf, presentAttempt } from "./attempt.server";
import { statementsFor } from "./complete-attempt.server";
import {
  allKeys,
  type ContentFile,
  fileIn,
  inLanguage,
  type Localised,
  type ModuleContent,
  readModuleContent,
} from "./content.server";
import { asLearner } from "./learner.server";
import { lookingAsField } from "./lesson-anchors";
import { failedStep, heldStep, nextStep } from "./lesson-next.server";
import type { LessonView } from "./lesson-view";
import { lookAs } from "./looking-as.server";
import { readResponseText } from "./response-text";

/** What somebody wants to see. */
interface Wanted {
  readonly moduleId: string;
  readonly lesson: string;
  readonly language: Language;
  readonly now: Date;
  readonly today: CivilDate;
  /** The department to look as, for whoever may; of others, and of one that is not there, it is not minded. */
  readonly as?: string | null;
}

/**
 * One lesson for one reader: its page, and its code given to the renderer.
 *
 * @throws DomainError not-found for a module or lesson that does not exist
 */
export async function readLesson(deps: Deps, reader: SignedIn, wanted: Wanted): Promise<LessonView> {
  const learner = asLearner(reader, wanted.language);
  const content = await readModuleContent(deps, wanted.moduleId);
  const index = content.lessons.findIndex((lesson) => lesson.name === wanted.lesson);
  const unit = content.lessons[index];
  if (!unit) throw new DomainError("not-found", `There is no lesson ${wanted.lesson} in ${wanted.moduleId}`);
  const file = fileIn(unit, wanted.language);
  await addToRenderer(deps, file);

  const looking = await lookAs(deps, reader, {
    courseId: content.courseId,
    as: wanted.as ?? null,
    language: wanted.language,
  });
  // Only what is shown follows the department that is looked as; what is asked and kept stays the reader's own.
  const departments = looking.line ?? learner.departments;
  const search = looking.line ? `?${new URLSearchParams({ [lookingAsField]: wanted.as ?? "" })}` : "";

  const db = deps.db.read;
  const finished = await findFinishedAttempts(db, learner.personId, content.id);
  const present = await presentAttempt(db, learner, content, "module", finished);
  const completions = await findCompletions(db, learner.personId, [content.id]);
  const newest = completions.reduce<(typeof completions)[number] | null>(
    (best, row) => (best === null || row.revision >= best.revision ? row : best),
    null,
  );
  const [standing] = await readStandings(db, learner.personId, wanted.now, [content.id]);
  const readings = await findReading(db, learner.personId, content.id);
  const reading = readings.find((row) => row.lesson === unit.name && row.revision === content.revision);
  const reflections = await findReflections(db, learner.personId, content.id);
  const notes = (await findRevisionNotes(db, [content.id])).filter(
    (note) => newest !== null && note.number > newest.revision && note.change !== "minor",
  );
  const telling = {
    words: catalogues[wanted.language],
    format: formatsFor(wanted.language),
    today: wanted.today,
    voice: "you",
  } as const;
  const reason = standing ? explain(standing.standing, telling) : "";
  const task = standing?.standing.task ?? "none";
  const earlier = present.begun ? null : await lastAttempt(db, finished, content);
  const isHeld = !present.begun && completions.length > 0 && task !== "module" && earlier?.passed !== false;
  // Until somebody begins anew they see what they answered last, with its feedback.
  const attempt = earlier ?? (isHeld ? { ...present, asked: [] } : present);
  const canAnswer = !earlier && !isHeld;
  const checks = checkStates(content, attempt, wanted.language);
  const done = doneLessons(content, learner, attempt);
  const lastCompletion = completions.at(-1);
  const note = notes[0];

  return {
    today: wanted.today,
    module: {
      id: content.id,
      title: inLanguage(content.title, wanted.language),
      courseTitle: inLanguage(content.courseTitle, wanted.language),
      owner: content.owner,
      ownerName: await findNameByEmail(db, content.owner.toLowerCase()),
      revision: content.revision,
      passMark: content.passMark,
    },
    lesson: {
      name: unit.name,
      title: file.title,
      deck: file.summary,
      number: index + 1,
      of: content.lessons.length,
      minutes: file.minutes,
      language: file.language,
      hash: file.hash,
      outline: file.outline
        .filter((entry) => isMeant(entry.audience, departments))
        .map(({ id, depth, text, line }) => ({ id, depth, text, line })),
    },
    changed: note
      ? { on: note.published_on, note: inLanguage(JSON.parse(note.note) as Localised, wanted.language) }
      : null,
    why: await whyFor(deps, content, departments, wanted.language),
    standing: {
      reason,
      valid: standing?.standing.valid ?? false,
      task,
    },
    reading: { furthest: reading?.furthest ?? 0, section: reading?.section ?? null },
    reader: {
      departments,
      completed: newest ? { revision: newest.revision, on: newest.completed_on } : null,
      attempt: canAnswer && !looking.line ? attempt.id : null,
      checks: checks.filter((check) => attempt.asked.find((asked) => asked.slot === check.slot)?.unit === unit.name),
      confirmations: file.confirmations
        .filter((confirmation) => isMeant(confirmation.audience, learner.departments))
        .map(({ id }) => ({
          id,
          on:
            attempt.answers.find((answer) => answer.check_id === confirmationId(id))?.answered_at.slice(0, 10) ?? null,
        })),
      reflections: file.reflections
        .filter((reflection) => isMeant(reflection.audience, learner.departments))
        .map(({ id }) => {
          const kept = reflections.find((row) => row.prompt_id === id);
          return {
            id,
            text: kept?.text ?? "",
            shared: kept?.shared === 1,
            on: kept?.updated_at.slice(0, 10) ?? null,
          };
        }),
    } satisfies LessonReader,
    lessons: content.lessons.map((lesson) => {
      const listed = fileIn(lesson, wanted.language);
      return {
        name: lesson.name,
        title: listed.title,
        href: `${lessonPath(content.id, lesson.name)}${search}`,
        minutes: listed.minutes,
        done: done.has(lesson.name) && earlier?.passed !== false,
      };
    }),
    next:
      isHeld && lastCompletion
        ? heldStep(content, task, lastCompletion.completed_on, earlier, standing?.standing, reason)
        : earlier
          ? failedStep(content, earlier)
          : nextStep(content, attempt, index, done, wanted.language, checks),
    preview: looking.preview,
  };
}

async function addToRenderer(deps: Deps, file: ContentFile): Promise<void> {
  if (lessonRenderer.has(file.hash)) return;
  const code = await findBundleCode(deps.db.read, file.hash);
  if (code === undefined) throw new DomainError("not-found", `The bundle ${file.hash} is missing`);
  lessonRenderer.add(file.hash, code);
}

/** The questions of an attempt as the page may know them: nothing of an answer before it has been given. */
function checkStates(content: ModuleContent, attempt: Attempt, language: string): CheckState[] {
  const keys = allKeys(content, language);
  return attempt.asked.flatMap((asked, index) => {
    const key = keys.get(asked.id);
    if (!key) return [];
    const answer = attempt.answers.find((row) => row.check_id === asked.id && row.ordinal === 1);
    const order = orderOf(content, attempt, asked.id, language);
    const response = answer ? readResponseText(key, answer.response) : null;
    return [checkState(key, { slot: asked.slot, order, number: index + 1, of: attempt.asked.length }, response)];
  });
}

/** Lessons in which nothing is left to answer or confirm, once the attempt has begun. */
function doneLessons(
  content: ModuleContent,
  learner: { personId: string; departments: readonly string[]; language: string },
  attempt: Attempt,
): Set<string> {
  const answered = new Set(attempt.answers.map((answer) => answer.check_id));
  const statements = statementsFor(content, learner);
  const done = new Set<string>();
  for (const lesson of content.lessons) {
    const asked = attempt.asked.filter(({ unit }) => unit === lesson.name);
    const stated = statements.filter((statement) => statement.lesson === lesson.name);
    const settled =
      asked.every(({ id }) => answered.has(id)) && stated.every(({ id }) => answered.has(confirmationId(id)));
    if (settled && attempt.begun) done.add(lesson.name);
  }
  return done;
}

async function whyFor(
  deps: Deps,
  content: ModuleContent,
  departments: readonly string[],
  language: string,
): Promise<LessonView["why"]> {
  // Nearest first: what is said for one's own unit goes before what is said for the department above.
  for (const department of departments) {
    const why = content.why.find((entry) => entry.department === department);
    if (!why) continue;
    const names = await findDepartmentNames(deps.db.read, [department]);
    return {
      departmentName: inLanguage(names.get(department) ?? {}, language),
      points: why.points.map((point) => ({
        figure: inLanguage(point.figure, language),
        text: inLanguage(point.text, language),
      })),
      source: why.source ? inLanguage(why.source, language) : null,
    };
  }
  return null;
}

/** The last attempt at this revision of the module that was finished; null when there is none. */
async function lastAttempt(
  db: Deps["db"]["read"],
  finished: FinishedAttempts,
  content: ModuleContent,
): Promise<(Attempt & { readonly passed: boolean }) | null> {
  const last = finished.findLast((row) => row.kind === "module" && row.score !== null);
  if (!last || last.revision_id !== content.revisionId) return null;
  return {
    id: last.id,
    begun: true,
    kind: "module",
    unit: null,
    revisionId: last.revision_id,
    language: "",
    ordinal: 1,
    asked: JSON.parse(last.asked) as Attempt["asked"],
    answers: await findAnswers(db, last.id),
    passed: last.passed === 1,
  };
}
