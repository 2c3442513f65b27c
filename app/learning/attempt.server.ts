/**
 * An attempt at a module or a refresher: which questions it asks, in which order their choices stand, what has been
 * answered. An attempt that has not begun exists only as a derivation, with the id it will have: reading a page writes
 * nothing, and two tabs that begin at once begin the same attempt.
 */
import { createHash } from "node:crypto";
import { choiceOrder, drawFromBank, drawQuestions } from "#app/domain/draw";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Reader, Writer } from "#db/connect";
import { beginAttempt, findAnswers, findFinishedAttempts, findOpenAttempt, finishAttempt } from "#db/queries/attempts";
import type { Row } from "#db/schema";
import { allKeys, type ContentUnit, keysFor, type ModuleContent } from "./content.server";

export type AttemptKind = "module" | "refresher";

/** A question asked in an attempt: the place it is asked in, and the unit that has the place. */
export interface AskedQuestion {
  readonly slot: string;
  readonly id: string;
  readonly unit: string;
}

export interface Attempt {
  readonly id: string;
  readonly begun: boolean;
  readonly kind: AttemptKind;
  /** Of a refresher, the name of its unit; null: drawn from the bank. */
  readonly unit: string | null;
  readonly revisionId: string;
  readonly language: string;
  /** From 1, since the last completion. */
  readonly ordinal: number;
  readonly asked: readonly AskedQuestion[];
  readonly answers: readonly Row<"answer">[];
}

/** Who attempts. */
export interface Learner {
  readonly personId: string;
  readonly departments: readonly string[];
  readonly language: string;
}

/** How many questions a refresher without a unit of its own draws from the bank. */
const drawnQuestions = 5;

function idOf(learner: Learner, content: ModuleContent, kind: AttemptKind, number: number): string {
  const name = JSON.stringify([learner.personId, content.revisionId, kind, number]);
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

/** Attempts at a module that are over, oldest first. */
export type FinishedAttempts = Awaited<ReturnType<typeof findFinishedAttempts>>;

/**
 * The attempt that is open, or the one that would begin with the next answer.
 *
 * @param known the learner's attempts at the module that are over, where they have been read already
 */
export async function presentAttempt(
  db: Reader,
  learner: Learner,
  content: ModuleContent,
  kind: AttemptKind,
  known?: FinishedAttempts,
): Promise<Attempt> {
  const finished = known ?? (await findFinishedAttempts(db, learner.personId, content.id));
  const open = await findOpenAttempt(db, learner.personId, content.id, kind);
  const ofKind = finished.filter((attempt) => attempt.kind === kind);
  const sincePassed = ofKind.slice(ofKind.findLastIndex((attempt) => attempt.passed === 1) + 1);
  // One that began on an older revision is left behind: its questions may be wrong by now.
  if (open && open.revision_id === content.revisionId) {
    return {
      id: open.id,
      begun: true,
      kind,
      unit: open.unit,
      revisionId: open.revision_id,
      language: open.language,
      ordinal: open.ordinal,
      asked: JSON.parse(open.asked) as AskedQuestion[],
      answers: await findAnswers(db, open.id),
    };
  }
  const timesAsked = new Map<string, number>();
  for (const attempt of finished) {
    for (const { id } of JSON.parse(attempt.asked) as AskedQuestion[]) {
      timesAsked.set(id, (timesAsked.get(id) ?? 0) + 1);
    }
  }
  const id = idOf(learner, content, kind, ofKind.length + (open ? 1 : 0));
  const ordinal = sincePassed.length + 1;
  const chosen =
    kind === "module"
      ? { unit: null, asked: moduleQuestions(learner, content, ordinal, timesAsked, id) }
      : refresherQuestions(learner, content, ofKind.filter((attempt) => attempt.passed === 1).length, timesAsked, id);
  return {
    id,
    begun: false,
    kind,
    revisionId: content.revisionId,
    language: learner.language,
    ordinal,
    answers: [],
    ...chosen,
  };
}

function moduleQuestions(
  learner: Learner,
  content: ModuleContent,
  ordinal: number,
  timesAsked: ReadonlyMap<string, number>,
  seed: string,
): AskedQuestion[] {
  const own = keysFor(content.lessons, learner.language, learner.departments);
  const bank = keysFor(content.questions, learner.language, learner.departments);
  const unitOf = new Map(own.map(({ unit, key }) => [key.id, unit]));
  return drawQuestions(
    own.map(({ key }) => key),
    bank.map(({ key }) => key),
    ordinal,
    timesAsked,
    seed,
  ).map(({ slot, question }) => ({ slot, id: question.id, unit: unitOf.get(slot) ?? "" }));
}

/** The unit whose turn it is, one a cycle; without units of its own, questions from the bank and the lessons. */
function refresherQuestions(
  learner: Learner,
  content: ModuleContent,
  passedBefore: number,
  timesAsked: ReadonlyMap<string, number>,
  seed: string,
): { unit: string | null; asked: AskedQuestion[] } {
  const unit: ContentUnit | undefined = content.refreshers[passedBefore % Math.max(1, content.refreshers.length)];
  if (unit) {
    const asked = keysFor([unit], learner.language, learner.departments).map(({ key }) => ({
      slot: key.id,
      id: key.id,
      unit: unit.name,
    }));
    return { unit: unit.name, asked };
  }
  const pool = keysFor([...content.questions, ...content.lessons], learner.language, learner.departments);
  const drawn = drawFromBank(
    pool.map(({ key }) => key),
    drawnQuestions,
    timesAsked,
    seed,
  );
  return { unit: null, asked: drawn.map((key) => ({ slot: key.id, id: key.id, unit: "" })) };
}

/** The choices of a question in the order in which this attempt shows them, whatever the language. */
export function orderOf(content: ModuleContent, attempt: Attempt, questionId: string, language: string): string[] {
  const key = allKeys(content, language).get(questionId);
  if (!key) return [];
  // Shuffled by place, because ids differ between languages.
  const places = {
    id: key.id,
    kind: key.kind,
    choices: key.choices.map((choice, place) => ({
      id: String(place).padStart(3, "0"),
      text: "",
      right: choice.right,
    })),
  };
  return choiceOrder(places, attempt.id).flatMap((place) => {
    const choice = key.choices[Number(place)];
    return choice ? [choice.id] : [];
  });
}

/** Begins an attempt in the database, if it has not begun; ends one that was left behind on an older revision. */
export async function begin(
  tx: Writer,
  deps: Pick<Deps, "clock">,
  learner: Learner,
  content: ModuleContent,
  attempt: Attempt,
): Promise<void> {
  if (attempt.begun) return;
  const at = instantText(deps.clock.now());
  const left = await findOpenAttempt(tx, learner.personId, content.id, attempt.kind);
  if (left && left.id !== attempt.id) {
    await finishAttempt(tx, left.id, { finishedAt: at, score: null, passed: false });
  }
  await beginAttempt(tx, {
    id: attempt.id,
    person_id: learner.personId,
    module_id: content.id,
    revision_id: attempt.revisionId,
    kind: attempt.kind,
    unit: attempt.unit,
    language: attempt.language,
    ordinal: attempt.ordinal,
    seed: attempt.id,
    asked: JSON.stringify(attempt.asked),
    started_at: at,
    finished_at: null,
    score: null,
    passed: null,
  });
}
