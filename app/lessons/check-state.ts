import { gradeAnswer, marksOf, matchingChoice, type Response } from "#app/domain/grading";
import { publicQuestion, type QuestionKey } from "./question";
import type { CheckState } from "./reader";

/**
 * What a page may know of a question: before the answer nothing but the question, after it how it went and why.
 *
 * @param key the question with its answers; nothing of them is in the result while `response` is null
 * @param asked where it is asked, and its choices in the order of the attempt (`choiceOrder`)
 * @param response the first answer of the attempt, or null
 */
export function checkState(
  key: QuestionKey,
  asked: { readonly slot: string; readonly order: readonly string[]; readonly number: number; readonly of: number },
  response: Response | null,
): CheckState {
  const base = {
    slot: asked.slot,
    question: publicQuestion(key, asked.order),
    number: asked.number,
    of: asked.of,
    response,
  };
  if (!response) {
    return {
      ...base,
      state: "unanswered",
      marks: {},
      rightOrder: [],
      accepted: [],
      choiceFeedback: [],
      feedbackHtml: null,
    };
  }
  const { right } = gradeAnswer(key, response);
  const marks = marksOf(key, response);
  return {
    ...base,
    state: right ? "right" : "wrong",
    marks: Object.fromEntries(marks),
    rightOrder: key.kind === "order" ? key.choices.map((choice) => choice.id) : [],
    accepted:
      key.kind === "text" && !right
        ? key.choices
            .filter((choice) => choice.right)
            .map((choice) => choice.text)
            .slice(0, 1)
        : [],
    choiceFeedback: feedbackOn(key, response),
    feedbackHtml: key.feedbackHtml ?? null,
  };
}

function feedbackOn(key: QuestionKey, response: Response): CheckState["choiceFeedback"] {
  if (response.type === "text") {
    const said = matchingChoice(key, response.text)?.feedbackHtml;
    return said === undefined ? [] : [{ choice: null, html: said }];
  }
  if (key.kind === "order") return [];
  const marks = marksOf(key, response);
  const shown = key.choices.filter((choice) => choice.feedbackHtml !== undefined && marks.has(choice.id));
  // What was chosen first, then what should have been.
  const rank = (id: string) => (marks.get(id) === "missed" ? 1 : 0);
  return shown
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map((choice) => ({
      choice: shown.length > 1 ? choice.html : null,
      html: choice.feedbackHtml ?? "",
    }));
}
