/** Chance that can be repeated: shuffling choices and drawing questions, as functions of a seed. */
import type { GradingKey } from "./grading";

/** FNV-1a over UTF-16 code units, then mixed, so that seeds that differ by one letter have nothing in common. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** A stream of numbers from 0 up to 1 (mulberry32), the same for the same seed. */
function numbersFrom(seed: string): () => number {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The items in an order decided by the seed alone (Fisher-Yates). The input is not changed.
 *
 * @example
 * shuffle(["a", "b", "c"], "01J8...") // the same order each time
 */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const shuffled = [...items];
  const next = numbersFrom(seed);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const index = Math.floor(next() * (last + 1));
    const held = shuffled[last] as T;
    shuffled[last] = shuffled[index] as T;
    shuffled[index] = held;
  }
  return shuffled;
}

/**
 * Ids of a question's choices in the order in which an attempt shows them. A question of order is never shown already
 * solved; one in words shows none.
 *
 * @param seed names the attempt
 */
export function choiceOrder(key: GradingKey, seed: string): string[] {
  if (key.kind === "text") return [];
  const source = key.choices.map((choice) => choice.id);
  // Sorted first: the order of the source must not shine through a weak seed.
  const order = shuffle([...source].sort(), `${seed}/${key.id}`);
  const solved = key.kind === "order" && order.length > 1 && order.every((id, index) => id === source[index]);
  return solved ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** A question as far as drawing needs to know it. */
export interface Drawable {
  readonly id: string;
  /** Questions with the same objective test the same thing and stand in for each other. */
  readonly objective?: string;
}

/** A place in a lesson where a question is asked, and the question asked there in this attempt. */
export interface DrawnQuestion<Q extends Drawable> {
  /** Id of the question that the lesson has there. */
  readonly slot: string;
  readonly question: Q;
}

/**
 * The questions of an attempt at a module. The first attempt asks the lessons' own; a later one asks, wherever there is
 * one, another question with the same objective (or, for questions that state none, another one that states none),
 * those asked least often first. No question is asked twice in an attempt.
 *
 * @param own the questions of the lessons, in order, as far as this person is asked them
 * @param bank the module's further questions, as far as this person may be asked them
 * @param attempt number of the attempt, from 1
 * @param timesAsked question id to how often this person was asked it in earlier attempts
 * @param seed names the attempt
 */
export function drawQuestions<Q extends Drawable>(
  own: readonly Q[],
  bank: readonly Q[],
  attempt: number,
  timesAsked: ReadonlyMap<string, number>,
  seed: string,
): DrawnQuestion<Q>[] {
  if (attempt <= 1 || bank.length === 0) return own.map((question) => ({ slot: question.id, question }));
  const asked = new Set<string>();
  // The lessons' own questions are promised to their places until another one has taken theirs.
  const kept = new Set(own.map((question) => question.id));
  return own.map((question) => {
    kept.delete(question.id);
    const candidates = [question, ...shuffle(bank, `${seed}/${question.id}`)].filter(
      (candidate) =>
        candidate.objective === question.objective &&
        !asked.has(candidate.id) &&
        (candidate.id === question.id || !kept.has(candidate.id)),
    );
    const drawn = candidates.reduce(
      (best, candidate) => ((timesAsked.get(candidate.id) ?? 0) < (timesAsked.get(best.id) ?? 0) ? candidate : best),
      question,
    );
    asked.add(drawn.id);
    return { slot: question.id, question: drawn };
  });
}

/**
 * Questions for a refresher that has none of its own: those asked least often first, chance deciding among equals, and
 * one for each objective before a second one for any.
 *
 * @param count how many at most
 */
export function drawFromBank<Q extends Drawable>(
  pool: readonly Q[],
  count: number,
  timesAsked: ReadonlyMap<string, number>,
  seed: string,
): Q[] {
  const order = shuffle(pool, seed).sort((a, b) => (timesAsked.get(a.id) ?? 0) - (timesAsked.get(b.id) ?? 0));
  const met = new Set<string>();
  const first: Q[] = [];
  const rest: Q[] = [];
  for (const question of order) {
    const repeats = question.objective !== undefined && met.has(question.objective);
    if (question.objective !== undefined) met.add(question.objective);
    (repeats ? rest : first).push(question);
  }
  return [...first, ...rest].slice(0, Math.max(0, count));
}
