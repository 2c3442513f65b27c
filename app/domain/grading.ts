/**
 * Grading: what an answer is worth, what an attempt is worth, and which questions a new attempt asks.
 *
 * A score is the share of questions answered right at the first answer of the attempt. "I don't know" is an answer and
 * scores 0. A question of several choices scores only when all of them are right.
 */

/**
 * How a question is answered: with one choice, with every right choice, by putting choices in order, or in words.
 */
export type QuestionKind = "one" | "many" | "order" | "text";

/** A choice with what it is worth. Of kind `order` all are part of the answer; of kind `text`, `text` is an accepted answer. */
export interface GradedChoice {
  readonly id: string;
  /** Plain text. */
  readonly text: string;
  readonly right: boolean;
}

/** What it takes to grade a question. Of kind `order` the choices stand in the right order. */
export interface GradingKey {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly choices: readonly GradedChoice[];
}

/** What somebody answered. For `order` the choices stand in the order given. */
export type Response =
  | { readonly type: "dont-know" }
  | { readonly type: "choices"; readonly choices: readonly string[] }
  | { readonly type: "text"; readonly text: string };

/** What a choice turned out to be once its question was answered. */
export type Mark = "right" | "wrong" | "missed";

/** The pass mark of a module whose content states none. */
export const DEFAULT_PASS_MARK = 0.8;

/** The longest answer in words that is read, in UTF-16 code units. */
export const LONGEST_TEXT_ANSWER = 500;

/** Case and white space folded, in one Unicode form: answers in words are compared like this. */
export function foldAnswer(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase().normalize("NFC");
}

/**
 * Whether a response is one that this question can be given at all: known choices, each at most once, one of them for
 * `one`, at least one for `many`, all of them for `order`. A response that is not was not made with our form.
 */
export function isResponseTo(key: GradingKey, response: Response): boolean {
  if (response.type === "dont-know") return true;
  if (response.type === "text") {
    return key.kind === "text" && response.text.trim() !== "" && response.text.length <= LONGEST_TEXT_ANSWER;
  }
  if (key.kind === "text") return false;
  const known = new Set(key.choices.map((choice) => choice.id));
  const given = new Set(response.choices);
  if (given.size !== response.choices.length || response.choices.some((id) => !known.has(id))) return false;
  if (key.kind === "one") return given.size === 1;
  if (key.kind === "order") return given.size === known.size;
  return given.size > 0;
}

/**
 * Grades one answer.
 *
 * - `one`: the choice is right.
 * - `many`: exactly the right choices were chosen.
 * - `order`: every choice stands where it should.
 * - `text`: the words equal an accepted answer, case and spaces folded, in Unicode form NFC.
 *
 * A response that the question cannot be given (`isResponseTo`) is not right.
 */
export function gradeAnswer(key: GradingKey, response: Response): { readonly right: boolean } {
  if (!isResponseTo(key, response) || response.type === "dont-know") return { right: false };
  if (response.type === "text") return { right: matchingChoice(key, response.text)?.right === true };
  const given = response.choices;
  if (key.kind === "order") return { right: key.choices.every((choice, index) => choice.id === given[index]) };
  const right = key.choices.filter((choice) => choice.right);
  return { right: right.length === given.length && right.every((choice) => given.includes(choice.id)) };
}

/** The choice of a `text` question whose words were given, right or not; undefined when none was. */
export function matchingChoice<C extends GradedChoice>(
  key: { readonly choices: readonly C[] },
  text: string,
): C | undefined {
  const folded = foldAnswer(text);
  return key.choices.find((choice) => foldAnswer(choice.text) === folded);
}

/**
 * What each choice turned out to be: `right` was rightly chosen or placed, `wrong` was wrongly chosen or placed,
 * `missed` should have been chosen. Choices that were rightly left alone are not in it. Empty for `text`.
 */
export function marksOf(key: GradingKey, response: Response): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  if (key.kind === "text") return marks;
  const given = response.type === "choices" ? response.choices : [];
  for (const [index, choice] of key.choices.entries()) {
    if (key.kind === "order") {
      if (response.type === "choices") marks.set(choice.id, given[index] === choice.id ? "right" : "wrong");
    } else if (given.includes(choice.id)) marks.set(choice.id, choice.right ? "right" : "wrong");
    else if (choice.right) marks.set(choice.id, "missed");
  }
  return marks;
}

/**
 * The score of an attempt: the share of the questions asked whose first answer was right.
 *
 * @param firstAnswers question id to whether its first answer of the attempt was right; unanswered ones are absent
 * @param asked ids of the questions of the attempt
 * @returns 0 to 1; 1 when nothing was asked
 */
export function score(firstAnswers: ReadonlyMap<string, boolean>, asked: readonly string[]): number {
  if (asked.length === 0) return 1;
  return asked.filter((id) => firstAnswers.get(id) === true).length / asked.length;
}

/**
 * Whether a score reaches the pass mark.
 *
 * @param mark 0 to 1, or null where there is none (refreshers)
 */
export function passes(reached: number, mark: number | null): boolean {
  // 0.1 + 0.2 style sums must not fail anybody.
  return mark === null || reached >= mark - 1e-9;
}
