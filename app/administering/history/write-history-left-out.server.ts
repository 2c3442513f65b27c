import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { historyWords } from "#app/words/areas/history";
import type { Language } from "#app/words/language";
import { findRowsOfAfter } from "#db/queries/history-imports";
import { findImport } from "#db/queries/imports";
import { csvBeginning, csvLine, csvSeparator } from "../imports/safe-csv";
import type { TableForm } from "../imports/table-form";
import type { HistoryField } from "./history-fields";
import { leftOut } from "./history-options";
import type { HistoryMapping, HistoryProblem } from "./history-row";

const rowsAtOnce = 500;

interface Problem {
  readonly code: HistoryProblem["code"];
  readonly field: HistoryField | null;
}

/**
 * The rows of an import of completions that are left out, as they stand in the file, with line, column and reason behind
 * them.
 *
 * @throws DomainError forbidden, not-found
 */
export async function historyLeftOutCsv(
  deps: Pick<Deps, "db">,
  actor: Actor,
  language: Language,
  id: string,
): Promise<ReadableStream<Uint8Array>> {
  mustBeAble(actor, "import-history", company);
  const db = deps.db.read;
  const row = await findImport(db, id);
  const form = JSON.parse(row?.form ?? "null") as TableForm | null;
  if (row?.kind !== "history" || !form) throw new DomainError("not-found", `There is no import ${id} of completions`);
  const mapping = JSON.parse(row.mapping) as HistoryMapping | null;
  const words = historyWords[language];
  const separator = csvSeparator(form.kind === "csv" ? form.separator : null, language);
  const headings = form.headings;
  async function* lines() {
    yield csvBeginning + csvLine([...headings, words.csv.line, words.csv.column, words.csv.reason], separator);
    for (const action of leftOut) {
      for (let after = 0; ; ) {
        const rows = await findRowsOfAfter(db, id, action, after, rowsAtOnce);
        const texts = rows.map((each) => {
          const problems = JSON.parse(each.problems ?? "[]") as Problem[];
          const columns = problems.flatMap(({ field }) =>
            field === null ? [] : (headings[mapping?.columns[field] ?? -1] ?? []),
          );
          const reasons = problems.map(({ code }) => words.problems[code]);
          const cells = JSON.parse(each.cells) as string[];
          return csvLine(
            [...cells, String(each.line), [...new Set(columns)].join(", "), reasons.join("; ")],
            separator,
          );
        });
        if (texts.length > 0) yield texts.join("");
        const last = rows.at(-1);
        if (!last || rows.length < rowsAtOnce) break;
        after = last.line;
      }
    }
  }
  const all = lines();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await all.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
