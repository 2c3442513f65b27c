import { DomainError } from "#app/domain/errors";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { importsWords } from "#app/words/areas/imports";
import type { Language } from "#app/words/language";
import { findImport, findRowsOf } from "#db/queries/imports";
import { importActions } from "./begin-import.server";
import type { Problem } from "./people-problem";
import { reasonText } from "./reason-text";
import { csvBeginning, csvLine, csvSeparator } from "./safe-csv";
import type { TableForm } from "./table-form";

const rowsAtOnce = 500;

/**
 * The rows of an import of people that are left out, as they stand in the file, with line, column and reason behind them.
 *
 * @throws DomainError forbidden, not-found
 */
export async function leftOutCsv(
  deps: Pick<Deps, "db">,
  actor: Actor,
  language: Language,
  id: string,
): Promise<ReadableStream<Uint8Array>> {
  mustBeAble(actor, importActions.people, company);
  const db = deps.db.read;
  const row = await findImport(db, id);
  const form = JSON.parse(row?.form ?? "null") as TableForm | null;
  if (row?.kind !== "people" || !form) throw new DomainError("not-found", `There is no import ${id} of people`);
  const words = importsWords[language];
  const separator = csvSeparator(form.kind === "csv" ? form.separator : null, language);
  const encoder = new TextEncoder();
  async function* lines() {
    yield csvBeginning +
      csvLine([...(form?.headings ?? []), words.csv.line, words.csv.column, words.csv.reason], separator);
    for (const action of ["refused", "conflict", "undecided"]) {
      for (let offset = 0; ; offset += rowsAtOnce) {
        const rows = await findRowsOf(db, id, action, offset, rowsAtOnce);
        let text = "";
        for (const each of rows) {
          const problems = JSON.parse(each.problems ?? "[]") as Problem[];
          const columns = [
            ...new Set(problems.flatMap(({ column }) => (column === null ? [] : (form?.headings[column] ?? [])))),
          ];
          const reasons = problems.map((problem) => reasonText(problem, words)).join("; ");
          text += csvLine(
            [...(JSON.parse(each.cells) as string[]), String(each.line), columns.join(", "), reasons],
            separator,
          );
        }
        if (text !== "") yield text;
        if (rows.length < rowsAtOnce) break;
      }
    }
  }
  const all = lines();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await all.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
