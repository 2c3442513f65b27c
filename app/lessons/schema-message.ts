import {
  type ProblemKey,
  type ProblemSaid,
  type ProblemWords,
  problemWords,
  saidText,
  say,
} from "#app/words/areas/problems";
import type { ParametersOf } from "#app/words/areas/said";
import type { Language } from "#app/words/language";

/** What a schema says of a value that it refuses. Schemas hold texts only, so it is written down as one. */
export function inSchema<Key extends ProblemKey>(key: Key, ...given: ParametersOf<ProblemWords, Key>): string {
  return JSON.stringify(say(key, ...given));
}

/** What `inSchema` wrote; undefined where a message is the library's own. */
export function readSchemaMessage(message: string): ProblemSaid | undefined {
  if (!message.startsWith('{"key":')) return undefined;
  const said = JSON.parse(message) as ProblemSaid;
  return Object.hasOwn(problemWords.sv, said.key) ? said : undefined;
}

/** What a schema says of a value, in the reader's language; what is the library's own as it is. */
export function schemaText(message: string, language: Language): string {
  const said = readSchemaMessage(message);
  return said ? saidText(said, language) : message;
}
