/** What is decided of a file of people, from its columns to its being applied or given up. */
import { type CivilDate, isCivilDate } from "#app/domain/calendar";
import { isCountry } from "#app/domain/countries";
import { DomainError } from "#app/domain/errors";
import { folded } from "#app/domain/folded";
import { type Actor, company, mustBeAble } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { isZone } from "#app/platform/local-time";
import { enqueue } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { advanceImport, findImport, findMovingImport } from "#db/queries/imports";
import type { Row } from "#db/schema";
import { applyPeopleKey, applyPeopleName } from "./apply-people.job";
import { importActions } from "./begin-import.server";
import { checkPeopleKey, checkPeopleName } from "./check-people.job";
import { forgetUnread } from "./forget-unread.job";
import { companyFingerprint } from "./known-company.server";
import { rememberMapping } from "./mapping-memory.server";
import { missingFields, type PeopleColumns, type PeopleField, peopleFields } from "./people-fields";
import {
  changesIn,
  endsMany,
  type NewDepartment,
  type NewEntity,
  type NewSite,
  noChoices,
  type PeopleOptions,
  type PeopleSummary,
  type PlaceChoice,
} from "./people-options";
import type { PeopleMapping } from "./people-row";
import { pathParts } from "./place-names";
import type { DateOrder, TableForm } from "./table-form";
import { takeBackPeopleKey, takeBackPeopleName } from "./take-back-people.job";

type Needed = Pick<Deps, "db" | "clock" | "wake">;

async function openImport(tx: Writer, id: string): Promise<Row<"import">> {
  const row = await findImport(tx, id);
  if (row?.kind !== "people") throw new DomainError("not-found", `There is no import ${id} of people`);
  return row;
}

async function check(tx: Writer, id: string, at: Date): Promise<void> {
  await enqueue(tx, at, {
    key: checkPeopleKey(id, newId(at)),
    name: checkPeopleName,
    payload: { importId: id },
  });
}

/** Why columns cannot be taken so. */
export type ColumnFault =
  | { readonly code: "missing"; readonly field: PeopleField }
  | { readonly code: "twice"; readonly field: PeopleField }
  | { readonly code: "from"; readonly field: null };

/** What is chosen on the page of columns. */
export interface ChosenColumns {
  /** Field by column; a column without one is left aside. */
  readonly fields: readonly (PeopleField | null)[];
  readonly orders: Readonly<Partial<Record<"employedFrom" | "lastDay", DateOrder>>>;
  readonly everybody: boolean;
  readonly from: string;
}

/**
 * Takes what the columns hold and how the file is to be read; what it would do is then worked out as a job.
 *
 * @returns what is wrong with the choice; nothing: it is being worked out
 * @throws DomainError forbidden, not-found; conflict when the import has gone on
 */
export async function chooseColumns(
  deps: Needed,
  actor: Actor,
  id: string,
  chosen: ChosenColumns,
): Promise<readonly ColumnFault[]> {
  mustBeAble(actor, importActions.people, company);
  const columns: PeopleColumns = {};
  const faults: ColumnFault[] = [];
  for (const [column, field] of chosen.fields.entries()) {
    if (field === null) continue;
    if (columns[field] !== undefined) faults.push({ code: "twice", field });
    columns[field] = column;
  }
  for (const field of missingFields(columns)) faults.push({ code: "missing", field });
  if (!isCivilDate(chosen.from)) faults.push({ code: "from", field: null });
  if (faults.length > 0) return faults;
  await deps.db.write.transaction().execute(async (tx) => {
    const row = await openImport(tx, id);
    const form = JSON.parse(row.form) as TableForm | null;
    if (!form) throw new DomainError("conflict", `The file of ${id} has not been read`);
    const orders = Object.fromEntries(
      (["employedFrom", "lastDay"] as const).flatMap((field) => {
        const column = columns[field];
        const found = column === undefined ? undefined : form.columns[column]?.dates?.order;
        return [[field, chosen.orders[field] ?? found ?? "year-first"]];
      }),
    );
    const mapping: PeopleMapping = { columns, orders };
    const options: PeopleOptions = {
      everybody: chosen.everybody,
      from: chosen.from as CivilDate,
      nearNumbers: "ask",
      places: noChoices,
    };
    const now = deps.clock.now();
    const set = { state: "checking", mapping: JSON.stringify(mapping), options: JSON.stringify(options) } as const;
    if (!(await advanceImport(tx, id, ["mapping", "ready"], set))) {
      throw new DomainError("conflict", `The import ${id} has gone on`);
    }
    const recording = { at: now, by: actor.personId };
    await rememberMapping(tx, recording, "people", form.headings, { columns, everybody: chosen.everybody });
    await check(tx, id, now);
  });
  deps.wake();
  return [];
}

/** What is chosen for a name of a place that nobody knows: a place's id, to make it, or to leave its rows out. */
export type ChosenPlace =
  | { readonly as: "existing"; readonly id: string }
  /** `isWhole`: a department whose name is no path, whatever stands in it. */
  | {
      readonly as: "new";
      readonly isWhole?: boolean;
      readonly entityId?: string;
      readonly zone?: string;
      readonly country?: string;
    }
  | { readonly as: "refused" };

export interface ChosenPlaces {
  /** By the name in the file. */
  readonly departments: Readonly<Record<string, ChosenPlace>>;
  readonly sites: Readonly<Record<string, ChosenPlace>>;
  readonly entities: Readonly<Record<string, ChosenPlace>>;
  /** Under which new departments stand whose name gives no place; null: at the top. */
  readonly under: string | null;
  readonly nearNumbers: PeopleOptions["nearNumbers"];
}

/** What cannot be taken of what is chosen for new places. */
export type PlaceFault = "zone" | "country" | "site-entity";

/** What is wrong with the places that are to be made. */
async function placeFaults(tx: Writer, chosen: ChosenPlaces): Promise<PlaceFault[]> {
  const faults = new Set<PlaceFault>();
  for (const choice of Object.values(chosen.entities)) {
    if (choice.as === "new" && !isCountry(choice.country ?? "")) faults.add("country");
  }
  const open = tx.selectFrom("entity").select("id").where("closed_on", "is", null);
  const known = new Set((await open.execute()).map((row) => row.id));
  for (const choice of Object.values(chosen.sites)) {
    if (choice.as !== "new") continue;
    if (!isZone(choice.zone ?? "")) faults.add("zone");
    if (choice.entityId !== undefined && !known.has(choice.entityId)) faults.add("site-entity");
  }
  return [...faults];
}

interface Departments {
  readonly names: ReadonlyMap<string, string>;
  readonly under: string | null;
}

/** The departments that a path needs and that are not there, each after the one it stands under; gives the last's id. */
function departmentsFor(
  parts: readonly string[],
  { names, under }: Departments,
  made: NewDepartment[],
  makeId: () => string,
): string {
  let parentId = under;
  let path = "";
  for (const [place, name] of parts.entries()) {
    path = place === 0 ? folded(name) : `${path}/${folded(name)}`;
    const known =
      names.get(path) ?? made.find((one) => one.parentId === parentId && folded(one.name) === folded(name))?.id;
    if (known !== undefined) parentId = known;
    else {
      const id = makeId();
      made.push({ id, name, parentId });
      parentId = id;
    }
  }
  return parentId ?? makeId();
}

/** Departments by their path from the top, and by every shorter one that means only them. */
async function departmentPaths(tx: Writer): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("department")
    .select(["id", "parent_id", "name"])
    .where("closed_on", "is", null)
    .where("merged_into", "is", null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, string | null>();
  for (const row of rows) {
    for (const own of new Set(Object.values(JSON.parse(row.name) as Record<string, string>))) {
      let path = folded(own);
      found.set(path, found.has(path) && found.get(path) !== row.id ? null : row.id);
      for (let at = byId.get(row.parent_id ?? ""); at; at = byId.get(at.parent_id ?? "")) {
        const [name = ""] = Object.values(JSON.parse(at.name) as Record<string, string>);
        path = `${folded(name)}/${path}`;
        found.set(path, found.has(path) && found.get(path) !== row.id ? null : row.id);
      }
    }
  }
  return new Map([...found].flatMap(([path, id]) => (id === null ? [] : [[path, id] as const])));
}

/** The entity that a name in the file was said to stand for, where it is one. */
function chosenEntity(entities: Readonly<Record<string, PlaceChoice>>): string | undefined {
  const chosen = new Set(Object.values(entities).flatMap((choice) => (choice.as === "existing" ? [choice.id] : [])));
  return chosen.size === 1 ? [...chosen][0] : undefined;
}

/**
 * Takes what names of places in the file stand for that nobody knew, and whether numbers that differ by zeros are the
 * same; what the file would do is then worked out again.
 *
 * @returns what is wrong with the choice; nothing: it is being worked out
 * @throws DomainError forbidden, not-found; conflict when the import has gone on
 */
export async function choosePlaces(
  deps: Needed,
  actor: Actor,
  id: string,
  chosen: ChosenPlaces,
): Promise<readonly PlaceFault[]> {
  mustBeAble(actor, importActions.people, company);
  const now = deps.clock.now();
  const makeId = () => newId(now);
  const faults = await deps.db.write.transaction().execute(async (tx): Promise<readonly PlaceFault[]> => {
    const row = await openImport(tx, id);
    const faults = await placeFaults(tx, chosen);
    if (faults.length > 0) return faults;
    const before = JSON.parse(row.options) as PeopleOptions;
    const newDepartments: NewDepartment[] = [...before.places.newDepartments];
    const newSites: NewSite[] = [...before.places.newSites];
    const newEntities: NewEntity[] = [...before.places.newEntities];
    const entities: Record<string, PlaceChoice> = { ...before.places.entities };
    for (const [text, choice] of Object.entries(chosen.entities)) {
      if (choice.as !== "new") entities[folded(text)] = choice;
      else {
        const own = makeId();
        newEntities.push({ id: own, name: text, country: choice.country ?? "SE" });
        entities[folded(text)] = { as: "new", id: own };
      }
    }
    const sites: Record<string, PlaceChoice> = { ...before.places.sites };
    for (const [text, choice] of Object.entries(chosen.sites)) {
      if (choice.as !== "new") sites[folded(text)] = choice;
      else {
        const { entityId = newEntities[0]?.id ?? chosenEntity(entities), zone = "" } = choice;
        if (entityId === undefined) return ["site-entity"];
        const own = makeId();
        newSites.push({ id: own, name: text, entityId, zone });
        sites[folded(text)] = { as: "new", id: own };
      }
    }
    const names = await departmentPaths(tx);
    const departments: Record<string, PlaceChoice> = { ...before.places.departments };
    for (const [text, choice] of Object.entries(chosen.departments)) {
      departments[folded(text)] =
        choice.as === "new"
          ? {
              as: "new",
              id: departmentsFor(
                choice.isWhole ? [text] : pathParts(text),
                { names, under: chosen.under },
                newDepartments,
                makeId,
              ),
            }
          : choice;
    }
    const options: PeopleOptions = {
      ...before,
      nearNumbers: chosen.nearNumbers,
      places: { departments, sites, entities, newDepartments, newSites, newEntities },
    };
    if (!(await advanceImport(tx, id, ["ready"], { state: "checking", options: JSON.stringify(options) }))) {
      throw new DomainError("conflict", `The import ${id} has gone on`);
    }
    await check(tx, id, now);
    return [];
  });
  if (faults.length === 0) deps.wake();
  return faults;
}

/** What became of the wish to apply an import. */
export type Confirmed =
  | { readonly kind: "applying" }
  /** The company has changed since: what it would do is worked out again. */
  | { readonly kind: "changed" }
  /** It ends so many employments that their number has to be typed. */
  | { readonly kind: "type-number"; readonly leaves: number }
  | { readonly kind: "undecided" }
  | { readonly kind: "nothing" }
  /** Another is being applied or taken back. */
  | { readonly kind: "other"; readonly id: string };

/**
 * Applies an import, as a job. Once begun it goes on until it is whole, whatever stops it meanwhile.
 *
 * @param typed what was typed where many employments would end
 * @throws DomainError forbidden, not-found; conflict when it is no longer waiting for this
 */
export async function confirmPeople(deps: Needed, actor: Actor, id: string, typed: string): Promise<Confirmed> {
  mustBeAble(actor, importActions.people, company);
  const confirmed = await deps.db.write.transaction().execute(async (tx): Promise<Confirmed> => {
    const row = await openImport(tx, id);
    if (row.state !== "ready") throw new DomainError("conflict", `The import ${id} is ${row.state}`);
    const summary = JSON.parse(row.summary) as PeopleSummary;
    const leaves = summary.counts.leaves ?? 0;
    if ((summary.counts.undecided ?? 0) > 0) return { kind: "undecided" };
    if (changesIn(summary) === 0) return { kind: "nothing" };
    if (endsMany(summary) && typed.replace(/\s/g, "") !== String(leaves)) return { kind: "type-number", leaves };
    const other = await findMovingImport(tx);
    if (other) return { kind: "other", id: other.id };
    const now = deps.clock.now();
    if ((await companyFingerprint(tx)) !== summary.fingerprint) {
      await advanceImport(tx, id, ["ready"], { state: "checking" });
      await check(tx, id, now);
      return { kind: "changed" };
    }
    await advanceImport(tx, id, ["ready"], { state: "applying", applied_by: actor.personId });
    await enqueue(tx, now, { key: applyPeopleKey(id), name: applyPeopleName, payload: { importId: id } });
    await insertAuditEvent(tx, {
      at: instantText(now),
      actorId: actor.personId,
      action: "applied-import",
      subjectId: null,
      detail: { import: id, changes: changesIn(summary), leaves },
    });
    return { kind: "applying" };
  });
  deps.wake();
  return confirmed;
}

/**
 * Gives an import up before it was applied: nothing was done.
 *
 * @throws DomainError forbidden, not-found; conflict when it is being applied or was
 */
export async function discardPeople(deps: Needed, actor: Actor, id: string): Promise<void> {
  mustBeAble(actor, importActions.people, company);
  await deps.db.write.transaction().execute(async (tx) => {
    await openImport(tx, id);
    const open = ["reading", "mapping", "checking", "ready"] as const;
    if (!(await advanceImport(tx, id, open, { state: "discarded" }))) {
      throw new DomainError("conflict", `The import ${id} has gone on`);
    }
    await forgetUnread(tx, deps.clock.now(), id);
    await insertAuditEvent(tx, {
      at: instantText(deps.clock.now()),
      actorId: actor.personId,
      action: "discarded-import",
      subjectId: null,
      detail: { import: id },
    });
  });
  deps.wake();
}

/**
 * Takes an import back as a whole, as a job.
 *
 * @returns `other` while another is being applied or taken back
 * @throws DomainError forbidden, not-found, invalid without a reason; conflict when it was not applied
 */
export async function takeBackPeople(
  deps: Needed,
  actor: Actor,
  id: string,
  why: string,
): Promise<{ readonly kind: "taking-back" } | { readonly kind: "other"; readonly id: string }> {
  mustBeAble(actor, importActions.people, company);
  const reason = why.trim().slice(0, 500);
  if (reason === "") throw new DomainError("invalid", "Taking an import back needs a reason");
  const taken = await deps.db.write.transaction().execute(async (tx) => {
    await openImport(tx, id);
    const other = await findMovingImport(tx);
    if (other) return { kind: "other", id: other.id } as const;
    const set = { state: "taking-back", taken_back_by: actor.personId, taken_back_why: reason } as const;
    if (!(await advanceImport(tx, id, ["applied"], set))) {
      throw new DomainError("conflict", `The import ${id} cannot be taken back`);
    }
    const now = deps.clock.now();
    await enqueue(tx, now, { key: takeBackPeopleKey(id), name: takeBackPeopleName, payload: { importId: id } });
    await insertAuditEvent(tx, {
      at: instantText(now),
      actorId: actor.personId,
      action: "took-back-import",
      subjectId: null,
      detail: { import: id },
    });
    return { kind: "taking-back" } as const;
  });
  deps.wake();
  return taken;
}

/** Whether a text names a field. */
export function isPeopleField(text: string): text is PeopleField {
  return (peopleFields as readonly string[]).includes(text);
}
