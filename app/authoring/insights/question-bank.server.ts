/** The questions of a revision in every language; a revision never changes, so they are read once and kept. */
import { createHash } from "node:crypto";
import { LeastRecent } from "#app/lessons/least-recent";
import type { QuestionKey } from "#app/lessons/question";
import type { Reader } from "#db/connect";
import { findSources } from "#db/queries/content";

/** A question in one language, with the file that it stands in. */
export interface WrittenQuestion {
  readonly key: QuestionKey;
  /** Path of the file. */
  readonly path: string;
  /** Title of the lesson. */
  readonly title: string;
}

export interface BankQuestion {
  readonly id: string;
  /** By language; the first is the fallback. */
  readonly written: ReadonlyMap<string, WrittenQuestion>;
  /** Names its words: the same words in all languages, the same name. */
  readonly wording: string;
}

export type QuestionBank = ReadonlyMap<string, BankQuestion>;

const known = new LeastRecent<string, QuestionBank>(500);

/** The questions of a revision by id, in the order of their files. */
export async function readQuestionBank(db: Reader, revisionId: string): Promise<QuestionBank> {
  const before = known.get(revisionId);
  if (before) return before;
  const found = new Map<string, Map<string, WrittenQuestion>>();
  for (const { answer_key, language, path, title } of await findSources(db, revisionId)) {
    for (const key of JSON.parse(answer_key) as QuestionKey[]) {
      const written = found.get(key.id) ?? new Map<string, WrittenQuestion>();
      written.set(language, { key, path, title });
      found.set(key.id, written);
    }
  }
  const bank = new Map([...found].map(([id, written]) => [id, { id, written, wording: wordingOf(written) }]));
  known.set(revisionId, bank);
  return bank;
}

function wordingOf(written: ReadonlyMap<string, WrittenQuestion>): string {
  const words = [...written]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, { key }]) => [
      language,
      key.kind,
      key.promptHtml,
      key.detailHtml ?? "",
      key.choices.map(({ html, text, right }) => [html, text, right]),
    ]);
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 16);
}

/** A question in a language, or in the first that it is written in. */
export function writtenIn(question: BankQuestion, language: string): WrittenQuestion | undefined {
  return question.written.get(language) ?? question.written.values().next().value;
}
