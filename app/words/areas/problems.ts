/** The words of what the checker finds in content. */
import type { Language } from "../language";
import { en as fileEn } from "./file-problems-en";
import { sv as fileSv } from "./file-problems-sv";
import { en as lessonEn } from "./problems-en";
import { sv as lessonSv } from "./problems-sv";
import { type ParametersOf, type Said, saidIn } from "./said";

const sv = { ...lessonSv, ...fileSv };

export type ProblemWords = typeof sv;
export type ProblemKey = keyof ProblemWords;

/** What the checker says, by its key and with what belongs to it. */
export type ProblemSaid = Said<ProblemKey>;

export const problemWords: Record<Language, ProblemWords> = { sv, en: { ...lessonEn, ...fileEn } };

/**
 * Something to say, checked against the catalogue.
 *
 * @example
 * say("notClosed", { name: "Callout" })
 */
export function say<Key extends ProblemKey>(key: Key, ...given: ParametersOf<ProblemWords, Key>): ProblemSaid {
  const [parameters] = given;
  return parameters === undefined ? { key } : { key, parameters: parameters as ProblemSaid["parameters"] };
}

/** The text of what was said, in a language. */
export function saidText(said: ProblemSaid, language: Language): string {
  return saidIn(problemWords[language], said);
}
