/** Reads the rows of a file of completions and says of each what becomes of it, as far as the row itself can tell. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Reader } from "#db/connect";
import { findRowsAfter } from "#db/queries/imports";
import type { Row } from "#db/schema";
import { breathe, HistoryFacts, isNearlyKnown, type KnownPeople, loadPeople, personOf } from "./history-facts.server";
import type { HistoryField } from "./history-fields";
import { type HistoryAction, type HistoryOptions, leaveOut } from "./history-options";
import { type HistoryMapping, type HistoryProblem, type HistoryRow, readHistoryRow } from "./history-row";
import { loadModules, ModuleNames, recallNames } from "./module-names.server";

/** A row of which no completion comes, with why. */
export interface OtherRow {
  readonly line: number;
  readonly action: Exclude<HistoryAction, "records" | "known" | "twice">;
  readonly personId: string | null;
  readonly problems: readonly (HistoryProblem & { readonly field: HistoryField | null })[];
}

export interface ReadHistory {
  readonly rows: number;
  readonly facts: HistoryFacts;
  readonly others: readonly OtherRow[];
  readonly names: ModuleNames;
  readonly first: CivilDate | null;
  readonly last: CivilDate | null;
}

const rowsAtOnce = 500;

type ImportRow = Pick<Row<"import_row">, "line" | "cells" | "problems">;

/** What the reading of the file found of a row: too few cells, or too many. */
function faultOf({ problems }: ImportRow): "short" | "long" | null {
  if (problems === null) return null;
  if (problems.includes('"row-short"')) return "short";
  return problems.includes('"row-long"') ? "long" : null;
}

/** Reads all rows of an import, some at a time. */
export async function readHistory(
  deps: Pick<Deps, "clock">,
  db: Reader,
  importId: string,
  mapping: HistoryMapping,
  options: HistoryOptions,
): Promise<ReadHistory> {
  const people = await loadPeople(db);
  const names = new ModuleNames(await loadModules(db), options, await recallNames(db));
  const facts = new HistoryFacts();
  const others: OtherRow[] = [];
  // Somewhere it is this day already: what is finished then has been finished.
  const today = dayIn("Pacific/Kiritimati", deps.clock.now());
  let rows = 0;
  let first: CivilDate | null = null;
  let last: CivilDate | null = null;
  for (let after = 0; ; ) {
    const some = await findRowsAfter(db, importId, after, rowsAtOnce);
    for (const each of some) {
      const row = readHistoryRow(JSON.parse(each.cells) as string[], faultOf(each), mapping);
      const personId = personOf(row, people);
      // Every name is counted, whatever else is wrong with its row.
      const module = row.module === "" ? null : (mapping.wholeFile ?? names.of(row.module));
      const other = otherwise(row, personId, module, today, people);
      if (other === null && row.on !== null && personId !== undefined && module !== null) {
        facts.add(each.line, personId, module, { ...row, on: row.on });
        if (first === null || row.on < first) first = row.on;
        if (last === null || row.on > last) last = row.on;
      } else {
        others.push({
          line: each.line,
          personId: personId === undefined || personId === "differs" ? null : personId,
          ...(other ?? { action: "refused", problems: row.problems }),
        });
      }
    }
    rows += some.length;
    await breathe();
    const end = some.at(-1);
    if (!end || some.length < rowsAtOnce) break;
    after = end.line;
  }
  return { rows, facts, others, names, first, last };
}

/** Why no completion comes of a row; null: one may. */
function otherwise(
  row: HistoryRow,
  personId: string | undefined,
  module: string | null,
  today: CivilDate,
  people: KnownPeople,
): Pick<OtherRow, "action" | "problems"> | null {
  const { on, problems } = row;
  if (problems.some(({ code }) => code === "not-passed")) return { action: "not-passed", problems };
  if (problems.length > 0 || on === null) return { action: "refused", problems };
  if (personId === undefined)
    return {
      action: "unknown-person",
      problems: [{ code: isNearlyKnown(row, people) ? "person-nearly" : "person-unknown", field: "person" }],
    };
  if (personId === "differs") return { action: "refused", problems: [{ code: "person-differs", field: "person" }] };
  if (module === leaveOut) return { action: "left-out", problems: [{ code: "module-left-out", field: "module" }] };
  if (module === null) return { action: "undecided", problems: [{ code: "module-unknown", field: "module" }] };
  if (compareDates(on, today) > 0) return { action: "ahead", problems: [{ code: "date-ahead", field: "date" }] };
  return null;
}
