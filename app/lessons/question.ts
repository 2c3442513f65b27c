import type { GradedChoice, GradingKey } from "#app/domain/grading";
import type { PassageAudience } from "./passage-audience";

/**
 * A question with everything that grading and feedback need, kept beside the compiled lesson. For the server only:
 * what may be sent before the answer is `publicQuestion` of it.
 */
export interface QuestionKey extends GradingKey {
  /** Id of what the question tests; questions with the same one stand in for each other. */
  readonly objective?: string;
  /** Who is asked, where that is not everybody. */
  readonly audience?: PassageAudience;
  /** Plain text of the whole prompt, for lists and for evidence. */
  readonly promptText: string;
  /** The first paragraph's content as HTML that may stand in a legend. */
  readonly promptHtml: string;
  /** Whatever follows the first paragraph, as blocks of HTML. */
  readonly detailHtml?: string | undefined;
  /** In the order of the source, which is the right one for kind `order`. */
  readonly choices: readonly KeyChoice[];
  /** Explanation shown after any answer. */
  readonly feedbackHtml?: string;
}

export interface KeyChoice extends GradedChoice {
  /** The choice as HTML that may stand in a label. */
  readonly html: string;
  /** Explanation shown when this was chosen. */
  readonly feedbackHtml?: string;
}

/** A question as it may be sent before it is answered. */
export interface PublicQuestion {
  readonly id: string;
  readonly kind: QuestionKey["kind"];
  readonly promptHtml: string;
  readonly detailHtml?: string | undefined;
  /** In the order shown; none for a question in words. */
  readonly choices: readonly { readonly id: string; readonly html: string }[];
}

/**
 * What may be sent of a question before it has been answered.
 *
 * @param order ids of its choices as this attempt shows them (`choiceOrder` of the domain)
 */
export function publicQuestion(key: QuestionKey, order: readonly string[]): PublicQuestion {
  const choices = new Map(key.choices.map((choice) => [choice.id, choice]));
  return {
    id: key.id,
    kind: key.kind,
    promptHtml: key.promptHtml,
    ...(key.detailHtml === undefined ? {} : { detailHtml: key.detailHtml }),
    choices:
      key.kind === "text"
        ? []
        : order.flatMap((id) => {
            const choice = choices.get(id);
            return choice ? [{ id, html: choice.html }] : [];
          }),
  };
}
