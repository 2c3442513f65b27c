/** Brings files in as the pages do, with the jobs worked off in between. */

import { beginImport } from "#app/administering/imports/begin-import.server";
import {
  type ChosenPlaces,
  chooseColumns,
  choosePlaces,
  confirmPeople,
  takeBackPeople,
} from "#app/administering/imports/decide-people.server";
import { guessColumns, type PeopleField } from "#app/administering/imports/people-fields";
import type { PeopleSummary } from "#app/administering/imports/people-options";
import type { TableForm } from "#app/administering/imports/table-form";
import { handlers } from "#app/commands/handlers";
import type { Actor } from "#app/domain/permissions";
import { createBundler } from "#app/lessons/bundler";
import type { Deps } from "#app/platform/deps";
import { receiveFile } from "#app/platform/receive-file";
import { workOff } from "#app/work/queue";
import { findImport } from "#db/queries/imports";

export type ImportDeps = Pick<Deps, "db" | "clock" | "log" | "wake">;

/** Works off all jobs. */
export async function workAll(deps: ImportDeps): Promise<void> {
  await workOff(deps, handlers(deps as Deps, createBundler()));
}

/** A form with a file, as a browser sends it. */
export function formWith(bytes: Uint8Array, name = "people.csv"): Request {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  return new Request("http://localhost/admin/imports/people", { method: "POST", body: form });
}

/** Brings a file and has it read; gives the import's id. */
export async function bring(deps: ImportDeps, actor: Actor, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const received = await receiveFile(deps, formWith(bytes), { limit: 50_000_000, by: actor.personId });
  if (!("file" in received)) throw new Error(`Nothing came: ${received.problem}`);
  const { id } = await beginImport(deps, actor, "people", received.file);
  await workAll(deps);
  return id;
}

export async function importOf(deps: ImportDeps, id: string) {
  const row = await findImport(deps.db.read, id);
  if (!row) throw new Error(`There is no import ${id}`);
  return {
    ...row,
    form: JSON.parse(row.form) as TableForm,
    summary: JSON.parse(row.summary) as PeopleSummary,
    failure: row.failure && (JSON.parse(row.failure) as unknown),
  };
}

/** Takes the columns for what their headings say, and has the file worked out. */
export async function check(
  deps: ImportDeps,
  actor: Actor,
  id: string,
  options: { readonly everybody?: boolean; readonly from: string },
): Promise<void> {
  const { form } = await importOf(deps, id);
  const guessed = guessColumns(form.headings);
  const fields = form.headings.map(
    (_, column) => (Object.entries(guessed).find(([, own]) => own === column)?.[0] ?? null) as PeopleField | null,
  );
  const chosen = { fields, orders: {}, everybody: options.everybody ?? false, from: options.from };
  const faults = await chooseColumns(deps, actor, id, chosen);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  await workAll(deps);
}

/** Makes every place that nobody knows. */
export async function makePlaces(
  deps: ImportDeps,
  actor: Actor,
  id: string,
  options: { readonly under?: string | null; readonly entityId?: string } = {},
): Promise<void> {
  const { unknown } = (await importOf(deps, id)).summary;
  const isNew = (places: readonly { readonly text: string }[], more = {}) =>
    Object.fromEntries(places.map(({ text }) => [text, { as: "new" as const, ...more }]));
  const entity = options.entityId === undefined ? {} : { entityId: options.entityId };
  const chosen: ChosenPlaces = {
    departments: isNew(unknown.departments),
    sites: isNew(unknown.sites, { ...entity, zone: "Europe/Stockholm" }),
    entities: isNew(unknown.entities, { country: "SE" }),
    under: options.under ?? null,
    nearNumbers: "ask",
  };
  await choosePlaces(deps, actor, id, chosen);
  await workAll(deps);
}

/** Applies an import and waits for it. */
export async function apply(deps: ImportDeps, actor: Actor, id: string, typed = "") {
  const confirmed = await confirmPeople(deps, actor, id, typed);
  await workAll(deps);
  return confirmed;
}

/** Takes an import back and waits for it. */
export async function undo(deps: ImportDeps, actor: Actor, id: string) {
  const taken = await takeBackPeople(deps, actor, id, "The wrong file");
  await workAll(deps);
  return taken;
}

/** What is planned for each line, with what is wrong. */
export async function linesOf(deps: ImportDeps, id: string) {
  const rows = await deps.db.read
    .selectFrom("import_row")
    .select(["line", "action", "problems", "person_id"])
    .where("import_id", "=", id)
    .orderBy("line")
    .execute();
  return rows.map((row) => ({
    line: row.line,
    action: row.action,
    personId: row.person_id,
    problems: JSON.parse(row.problems ?? "[]") as { code: string; lines?: number[]; known?: string; value?: string }[],
  }));
}
