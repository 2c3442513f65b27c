import type { Problem } from "#app/lessons/problem";
import type { Language } from "#app/words/language";

/** A problem in the reader's language. */
export function problemText(problem: Problem, _language: Language): string {
  return problem.message;
}
