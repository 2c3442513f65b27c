/** Takes what is sent from the page of an import of completions. */
import { data, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { findImport } from "#db/queries/imports";
import { unlessGoneOn } from "../imports/already-gone-on.server";
import { importPath } from "../imports/import-paths";
import type { DateOrder, TableForm } from "../imports/table-form";
import {
  chooseColumns,
  chooseModules,
  confirmHistory,
  discardHistory,
  takeBackHistory,
  weighTakingBack,
} from "./decide-history.server";
import { type HistoryColumnFault, type HistoryField, historyFields } from "./history-fields";
import { type HistorySummary, leaveOut, namesShown } from "./history-options";

/** What was not taken, with what was typed. */
export type NotTaken =
  | {
      readonly intent: "columns";
      readonly faults: readonly HistoryColumnFault[];
      readonly fields: readonly (HistoryField | null)[];
      readonly wholeFile: string | null;
    }
  | { readonly intent: "confirm"; readonly problem: "undecided" | "nothing" | "other" }
  | { readonly intent: "take-back"; readonly problem: "why" | "other"; readonly why: string };

type Needed = Pick<Deps, "db" | "clock" | "wake">;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function orderOf(form: FormData, field: "date" | "expires"): { [field: string]: DateOrder } {
  const value = text(form, `order.${field}`);
  const order = (["year-first", "day-first", "month-first", "mixed"] as const).find((one) => one === value);
  return order === undefined ? {} : { [field]: order };
}

async function knownModule(deps: Needed, id: string): Promise<string | null> {
  if (id === "") return null;
  const row = await deps.db.read.selectFrom("module").select("id").where("id", "=", id).executeTakeFirst();
  if (!row) throw new DomainError("not-found", `There is no module ${id}`);
  return row.id;
}

async function takeColumns(deps: Needed, actor: Actor, id: string, form: FormData): Promise<NotTaken | null> {
  const row = await findImport(deps.db.read, id);
  const known = JSON.parse(row?.form ?? "null") as TableForm | null;
  const fields = (known?.headings ?? []).map(
    (_, column) => historyFields.find((field) => field === text(form, `column.${column}`)) ?? null,
  );
  // A column that was not dated before has no order to choose: how its dates are written is as it was found.
  const found = (field: "date" | "expires"): { [field: string]: DateOrder } => {
    const order = known?.columns[fields.indexOf(field)]?.dates?.order;
    return order === undefined ? {} : { [field]: order };
  };
  const orders = { ...found("date"), ...found("expires"), ...orderOf(form, "date"), ...orderOf(form, "expires") };
  const wholeFile = await knownModule(deps, text(form, "wholeFile"));
  const faults = await chooseColumns(deps, actor, id, { fields, orders, wholeFile });
  return faults.length === 0 ? null : { intent: "columns", faults, fields, wholeFile };
}

async function takeNames(deps: Needed, actor: Actor, id: string, form: FormData): Promise<void> {
  const row = await findImport(deps.db.read, id);
  const summary = JSON.parse(row?.summary ?? "null") as HistorySummary | null;
  if (!summary) throw new DomainError("conflict", `The import ${id} has not been worked out`);
  const chosen: Record<string, string> = {};
  for (const [place, { name, isDecided }] of summary.names.entries()) {
    const value = place < namesShown ? text(form, `name.${place}`) : isDecided ? "" : leaveOut;
    if (value !== "") chosen[name] = value;
  }
  await chooseModules(deps, actor, id, chosen);
}

/** Goes on to the import's page, or answers 422 with what was not taken. */
export async function takeHistoryDecision(deps: Needed, actor: Actor, id: string, form: FormData) {
  const path = importPath("history", id);
  return await unlessGoneOn(path, () => decide(deps, actor, id, form, path));
}

async function decide(deps: Needed, actor: Actor, id: string, form: FormData, path: string) {
  const refused = (notTaken: NotTaken) => data(notTaken, { status: 422 });
  switch (text(form, "intent")) {
    case "columns": {
      const notTaken = await takeColumns(deps, actor, id, form);
      if (notTaken) return refused(notTaken);
      throw redirect(path);
    }
    case "names":
      await takeNames(deps, actor, id, form);
      throw redirect(path);
    case "confirm": {
      const confirmed = await confirmHistory(deps, actor, id);
      if (confirmed === "applying") throw redirect(path);
      return refused({ intent: "confirm", problem: confirmed });
    }
    case "discard":
      await discardHistory(deps, actor, id);
      throw redirect(path);
    case "weigh":
      await weighTakingBack(deps, actor, id);
      throw redirect(`${path}#undo`);
    case "take-back": {
      const why = text(form, "why");
      if (why.trim() === "") return refused({ intent: "take-back", problem: "why", why });
      const taken = await takeBackHistory(deps, actor, id, why);
      if (taken === "other") return refused({ intent: "take-back", problem: "other", why });
      throw redirect(path);
    }
    default:
      throw new DomainError("invalid", "Nothing that can be decided was sent");
  }
}
