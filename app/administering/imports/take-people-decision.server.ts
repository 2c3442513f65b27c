/** Takes what is sent from the page of an import of people. */
import { data, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { findImport } from "#db/queries/imports";
import { unlessGoneOn } from "./already-gone-on.server";
import {
  type ChosenPlace,
  type ColumnFault,
  chooseColumns,
  choosePlaces,
  confirmPeople,
  discardPeople,
  isPeopleField,
  type PlaceFault,
  takeBackPeople,
} from "./decide-people.server";
import { importPath } from "./import-paths";
import type { PeopleField } from "./people-fields";
import type { PeopleSummary } from "./people-options";
import type { DateOrder, TableForm } from "./table-form";

/** What was not taken, with what was typed. */
export type NotTaken =
  | {
      readonly intent: "columns";
      readonly faults: readonly ColumnFault[];
      readonly fields: readonly (PeopleField | null)[];
      readonly from: string;
      readonly everybody: boolean;
    }
  | {
      readonly intent: "places";
      readonly faults: readonly PlaceFault[];
      /** By the field's name. */
      readonly typed: Readonly<Record<string, string>>;
    }
  | {
      readonly intent: "confirm";
      readonly problem: "type-number" | "undecided" | "nothing" | "other";
      readonly typed: string;
    }
  | { readonly intent: "take-back"; readonly problem: "why" | "other"; readonly why: string };

type Needed = Pick<Deps, "db" | "clock" | "wake">;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function orderOf(form: FormData, field: string): { [field: string]: DateOrder } {
  const value = text(form, `order.${field}`);
  const order = (["year-first", "day-first", "month-first", "mixed"] as const).find((one) => one === value);
  return order === undefined ? {} : { [field]: order };
}

async function takeColumns(deps: Needed, actor: Actor, id: string, form: FormData): Promise<NotTaken | null> {
  const row = await findImport(deps.db.read, id);
  const headings = (JSON.parse(row?.form ?? "null") as TableForm | null)?.headings ?? [];
  const fields = headings.map((_, column) => {
    const value = text(form, `column.${column}`);
    return isPeopleField(value) ? value : null;
  });
  const chosen = {
    fields,
    orders: { ...orderOf(form, "employedFrom"), ...orderOf(form, "lastDay") },
    everybody: text(form, "everybody") === "all",
    from: text(form, "from").trim(),
  };
  const faults = await chooseColumns(deps, actor, id, chosen);
  if (faults.length === 0) return null;
  return { intent: "columns", faults, fields, from: chosen.from, everybody: chosen.everybody };
}

async function takePlaces(deps: Needed, actor: Actor, id: string, form: FormData): Promise<NotTaken | null> {
  const row = await findImport(deps.db.read, id);
  const summary = JSON.parse(row?.summary ?? "null") as PeopleSummary | null;
  if (!summary) throw new DomainError("conflict", `The import ${id} has not been worked out`);
  const choices = (kind: "departments" | "sites" | "entities", more: Omit<Extract<ChosenPlace, { as: "new" }>, "as">) =>
    Object.fromEntries(
      summary.unknown[kind].map(({ text: name }, place): [string, ChosenPlace] => {
        const value = text(form, `${kind}.${place}`);
        if (value === "refuse") return [name, { as: "refused" }];
        if (value === "whole") return [name, { as: "new", ...more, isWhole: true }];
        return [name, value === "" || value === "new" ? { as: "new", ...more } : { as: "existing", id: value }];
      }),
    );
  const entityId = text(form, "site-entity");
  const near = (["ask", "same", "different"] as const).find((one) => one === text(form, "near")) ?? "ask";
  const country = text(form, "country").trim().toUpperCase();
  const faults = await choosePlaces(deps, actor, id, {
    departments: choices("departments", {}),
    sites: choices("sites", { zone: text(form, "zone").trim(), ...(entityId ? { entityId } : {}) }),
    entities: choices("entities", { country }),
    under: text(form, "under") || null,
    nearNumbers: near,
  });
  if (faults.length === 0) return null;
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  return { intent: "places", faults, typed };
}

/** Goes on to the import's page, or answers 422 with what was not taken. */
export async function takePeopleDecision(deps: Needed, actor: Actor, id: string, form: FormData) {
  const path = importPath("people", id);
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
    case "places": {
      const notTaken = await takePlaces(deps, actor, id, form);
      if (notTaken) return refused(notTaken);
      throw redirect(path);
    }
    case "confirm": {
      const typed = text(form, "typed");
      const confirmed = await confirmPeople(deps, actor, id, typed);
      if (confirmed.kind === "applying") throw redirect(path);
      if (confirmed.kind === "changed") throw redirect(`${path}?changed`);
      return refused({ intent: "confirm", problem: confirmed.kind, typed });
    }
    case "discard":
      await discardPeople(deps, actor, id);
      throw redirect(path);
    case "take-back": {
      const why = text(form, "why");
      if (why.trim() === "") return refused({ intent: "take-back", problem: "why", why });
      const taken = await takeBackPeople(deps, actor, id, why);
      if (taken.kind === "other") return refused({ intent: "take-back", problem: "other", why });
      throw redirect(path);
    }
    default:
      throw new DomainError("invalid", "Nothing that can be decided was sent");
  }
}
