import type { CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import type { Task } from "#app/domain/standing";
import { readStandings } from "#app/ledger/read-standings";
import { checkState } from "#app/lessons/check-state";
import { lessonPath } from "#app/lessons/links";
import type { QuestionKey } from "#app/lessons/question";
import type { AnswerProblem } from "#app/lessons/read-response";
import type { CheckState } from "#app/lessons/reader";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { StepState } from "#app/ui/focus";
import { catalogues } from "#app/words/catalogues";
import { explain } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { findAnswers, findCompletions, findFinishedAttempts } from "#db/queries/attempts";
import { findRevisionNotes } from "#db/queries/content";
import type { SignedIn } from "#db/queries/people";
import { type AskedQuestion, type Attempt, type Learner, orderOf, presentAttempt } from "./attempt.server";
import { firstAnswers } from "./complete-attempt.server";
import { allKeys, fileIn, inLanguage, type Localised, type ModuleContent, readModuleContent } from "./content.server";
import { asLearner } from "./learner.server";
import { homePath, refresherPath } from "./paths";
import type { RefresherView } from "./refresher-view";
import { readResponseText } from "./response-text";

interface Wanted {
  readonly moduleId: string;
  readonly language: Language;
  readonly now: Date;
  readonly today: CivilDate;
}

/** Where a reader who asked for a step is sent instead; the module when there is no refresher to take. */
export type Elsewhere = { readonly kind: "elsewhere"; readonly href: string };
export type RefresherRead = { readonly kind: "view"; readonly view: RefresherView } | Elsewhere;

interface Loaded {
  readonly deps: Deps;
  readonly learner: Learner;
  readonly content: ModuleContent;
  readonly attempt: Attempt;
  readonly wanted: Wanted;
  readonly keys: ReadonlyMap<string, QuestionKey>;
}

async function load(deps: Deps, reader: SignedIn, wanted: Wanted): Promise<Loaded> {
  const learner = asLearner(reader, wanted.language);
  const content = await readModuleContent(deps, wanted.moduleId);
  const attempt = await presentAttempt(deps.db.read, learner, content, "refresher");
  return { deps, learner, content, attempt, wanted, keys: allKeys(content, wanted.language) };
}

/** Whether the reader owes, or has begun, this refresher. */
async function isOffered(loaded: Loaded): Promise<boolean> {
  const { attempt } = loaded;
  return attempt.begun || ((await taskOf(loaded)) === "refresher" && attempt.asked.length > 0);
}

/** What the module asks of the reader now. */
async function taskOf({ deps, learner, content, wanted }: Loaded): Promise<Task> {
  const [read] = await readStandings(deps.db.read, learner.personId, wanted.now, [content.id]);
  return read?.standing.task ?? "none";
}

/** What is common to every step. */
function frame({ content, attempt, wanted }: Loaded): Omit<RefresherView, "step" | "steps"> {
  return {
    today: wanted.today,
    module: {
      title: inLanguage(content.title, wanted.language),
      lessonHref: lessonPath(content.id),
      lessonMinutes: content.minutes,
    },
    homeHref: homePath,
    attempt: attempt.id,
  };
}

/** Before the first question: what has changed since last time. */
export async function readIntro(deps: Deps, reader: SignedIn, wanted: Wanted): Promise<RefresherRead> {
  const loaded = await load(deps, reader, wanted);
  const { content, attempt, learner } = loaded;
  if (!(await isOffered(loaded))) return { kind: "elsewhere", href: lessonPath(content.id) };
  const completions = await findCompletions(deps.db.read, learner.personId, [content.id]);
  const known = completions.reduce((most, row) => Math.max(most, row.revision), 0);
  const notes = await findRevisionNotes(deps.db.read, [content.id]);
  const unit = content.refreshers.find((each) => each.name === attempt.unit);
  return {
    kind: "view",
    view: {
      ...frame(loaded),
      steps: stepsOf(attempt, null),
      step: {
        kind: "intro",
        lastCompletedOn: completions.at(-1)?.completed_on ?? null,
        changes: notes
          .filter((note) => known > 0 && note.number > known && note.change !== "minor")
          .map((note) => ({
            id: `revision-${note.number}`,
            on: note.published_on,
            note: inLanguage(JSON.parse(note.note) as Localised, wanted.language),
          })),
        introHtml: unit ? fileIn(unit, wanted.language).introHtml : null,
        questions: attempt.asked.length,
        minutes: content.refresherMinutes,
        begun: attempt.answers.length > 0,
      },
    },
  };
}

function isRight(attempt: Attempt, id: string): boolean {
  return attempt.answers.some((answer) => answer.check_id === id && answer.correct === 1);
}

/** The next question: the first that has never been answered, then those still wrong, the longest ago first. */
function nextQuestion(attempt: Attempt): { readonly asked: AskedQuestion; readonly again: boolean } | null {
  const answered = new Set(attempt.answers.map((answer) => answer.check_id));
  const fresh = attempt.asked.find(({ id }) => !answered.has(id));
  if (fresh) return { asked: fresh, again: false };
  const wrong = attempt.asked.filter(({ id }) => !isRight(attempt, id));
  const lastAt = (id: string) => attempt.answers.findLastIndex((answer) => answer.check_id === id);
  const [oldest] = wrong.sort((a, b) => lastAt(a.id) - lastAt(b.id));
  return oldest ? { asked: oldest, again: true } : null;
}

function stepsOf(attempt: Attempt, present: string | null): { id: string; state: StepState }[] {
  const answered = new Set(attempt.answers.map((answer) => answer.check_id));
  return attempt.asked.map(({ id }) => ({
    id,
    state: id === present ? "now" : answered.has(id) ? "done" : "ahead",
  }));
}

/**
 * One question: the next one, or (`answered`) the one that was just answered, with its feedback.
 *
 * @throws DomainError not-found for a question that this refresher does not ask
 */
export async function readQuestion(
  deps: Deps,
  reader: SignedIn,
  wanted: Wanted & { readonly answered: string | null; readonly error: AnswerProblem | null },
): Promise<RefresherRead> {
  const present = await load(deps, reader, wanted);
  // The last right answer has finished the attempt; its feedback is shown all the same.
  const loaded = wanted.answered === null ? present : ((await lastPassed(present, reader.zone))?.loaded ?? present);
  const { content, attempt } = loaded;
  if (loaded === present && !(await isOffered(loaded))) return { kind: "elsewhere", href: lessonPath(content.id) };
  const next = nextQuestion(attempt);
  const answered = wanted.answered === null ? null : attempt.asked.find(({ id }) => id === wanted.answered);
  if (answered === undefined) throw new DomainError("not-found", "This refresher does not ask that question");
  const shown = answered ?? next?.asked;
  // Everything is right: the page asks for the refresher to be completed.
  if (!shown) return { kind: "elsewhere", href: refresherPath(content.id, "result") };
  const key = loaded.keys.get(shown.id);
  if (!key) throw new DomainError("not-found", "The question is not part of the module any longer");
  const given = attempt.answers.filter((answer) => answer.check_id === shown.id);
  const number = attempt.asked.findIndex(({ id }) => id === shown.id) + 1;
  return {
    kind: "view",
    view: {
      ...frame(loaded),
      steps: stepsOf(attempt, shown.id),
      step: {
        kind: "question",
        check: {
          ...checkOf(loaded, key, number, answered ? (given.at(-1)?.response ?? null) : null),
          error: wanted.error,
        },
        changedOn: null,
        again: answered ? given.length > 1 : (next?.again ?? false),
        nextHref: answered ? refresherPath(content.id, next ? "question" : "result") : null,
        last: next === null,
      },
    },
  };
}

function checkOf(
  { content, attempt, wanted }: Loaded,
  key: QuestionKey,
  number: number,
  response: string | null,
): CheckState {
  const order = orderOf(content, attempt, key.id, wanted.language);
  const given = response === null ? null : readResponseText(key, response);
  return checkState(key, { slot: key.id, order, number, of: attempt.asked.length }, given);
}

function feedbackOf(state: CheckState): string | null {
  const html = [...state.choiceFeedback.map((feedback) => feedback.html), state.feedbackHtml ?? ""].join("");
  return html === "" ? null : html;
}

/** A refresher that is over, as it was, and the day on which it was done. */
interface Finished {
  readonly loaded: Loaded;
  readonly on: CivilDate;
}

/**
 * The last refresher that was passed: for the rest of its day in any case (a weak one may leave a refresher owed), and
 * later only while nothing is owed. One that has begun since then hides it.
 */
async function lastPassed(present: Loaded, zone: string): Promise<Finished | null> {
  const { deps, learner, content, attempt, wanted } = present;
  if (attempt.begun) return null;
  const finished = await findFinishedAttempts(deps.db.read, learner.personId, content.id);
  const last = finished.findLast((each) => each.kind === "refresher" && each.passed === 1);
  if (!last?.finished_at) return null;
  const on = dayIn(zone, new Date(last.finished_at));
  if (on !== wanted.today && (await taskOf(present)) !== "none") return null;
  const asked = JSON.parse(last.asked) as AskedQuestion[];
  const answers = await findAnswers(deps.db.read, last.id);
  const shown = { ...attempt, id: last.id, begun: true, unit: last.unit, asked, answers };
  return { loaded: { ...present, attempt: shown }, on };
}

/** How the last refresher went; elsewhere where another is to be taken instead. */
export async function readResult(deps: Deps, reader: SignedIn, wanted: Wanted): Promise<RefresherRead> {
  const present = await load(deps, reader, wanted);
  const { content, learner } = present;
  const passed = await lastPassed(present, reader.zone);
  if (!passed) return { kind: "elsewhere", href: refresherPath(content.id) };
  const { loaded } = passed;
  const { attempt } = loaded;
  const finished = await findFinishedAttempts(deps.db.read, learner.personId, content.id);
  const first = firstAnswers(attempt);
  const [read] = await readStandings(deps.db.read, learner.personId, wanted.now, [content.id]);
  const completions = await findCompletions(deps.db.read, learner.personId, [content.id]);
  const own = completions.findIndex((completion) => completion.attempt_id === attempt.id);
  const on = completions[own]?.completed_on ?? passed.on;
  const earlier =
    own < 0 ? completions.filter((completion) => completion.completed_on < on) : completions.slice(0, own);
  const sizes = new Map(finished.map((each) => [each.id, (JSON.parse(each.asked) as AskedQuestion[]).length]));
  const telling = {
    words: catalogues[wanted.language],
    format: formatsFor(wanted.language),
    today: wanted.today,
    voice: "you",
  } as const;
  return {
    kind: "view",
    view: {
      ...frame(loaded),
      steps: attempt.asked.map(({ id }) => ({ id, state: "done" as const })),
      step: {
        kind: "result",
        right: attempt.asked.filter(({ id }) => first.get(id) === true).length,
        of: attempt.asked.length,
        on,
        valid: read?.standing.valid ?? false,
        validUntil: read?.standing.validUntil ?? null,
        dueOn: read?.standing.dueOn ?? null,
        reason: read ? explain(read.standing, telling) : "",
        earlier: earlier.map((completion) => {
          const of = completion.attempt_id === null ? undefined : sizes.get(completion.attempt_id);
          const { score } = completion;
          return {
            on: completion.completed_on,
            score: of === undefined || score === null ? null : { right: Math.round(score * of), of },
          };
        }),
        review: attempt.asked.flatMap(({ id }) => {
          const key = loaded.keys.get(id);
          if (!key) return [];
          const right = first.get(id) === true;
          const answer = attempt.answers.find((each) => each.check_id === id && each.ordinal === 1);
          const order = key.choices.map((choice) => choice.id);
          const response = answer ? readResponseText(key, answer.response) : null;
          const state = checkState(key, { slot: id, order, number: 1, of: 1 }, response);
          return [
            {
              id,
              titleHtml: key.promptHtml,
              right,
              noteHtml: right ? null : feedbackOf(state),
              readHref: right ? null : lessonPath(content.id),
            },
          ];
        }),
      },
    },
  };
}
