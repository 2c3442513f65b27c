import type { AnswerProblem } from "#app/lessons/read-response";

/** What the browser hears of something that the lesson's page has sent. */
export type LessonReply =
  /** Kept, or kept before. */
  | { readonly kind: "kept" }
  /** Kept, and nothing on the page changes. */
  | { readonly kind: "noted" }
  /** The form holds no answer to this question. */
  | { readonly kind: "problem"; readonly questionId: string; readonly problem: AnswerProblem }
  /** The attempt is over, or the module was changed meanwhile. */
  | { readonly kind: "over" }
  /** The attempt cannot be completed yet. */
  | { readonly kind: "open"; readonly questions: number; readonly confirmations: number }
  /** It did not reach the server. */
  | { readonly kind: "not-sent" };
