/** Brings files of completions through everything that happens to them, as the runner would. */
import { applyHistory, takeBackHistory } from "#app/administering/history/apply-history.job";
import { checkHistory } from "#app/administering/history/check-history.job";
import {
  chooseColumns,
  chooseModules,
  confirmHistory,
  takeBackHistory as takeBack,
  weighTakingBack,
} from "#app/administering/history/decide-history.server";
import { guessHistoryColumns, historyFields } from "#app/administering/history/history-fields";
import type { HistoryOptions, HistorySummary } from "#app/administering/history/history-options";
import { weighUndo } from "#app/administering/history/weigh-undo.job";
import { beginImport } from "#app/administering/imports/begin-import.server";
import { forgetUnreadJob } from "#app/administering/imports/forget-unread.job";
import { readImport } from "#app/administering/imports/read-import.job";
import type { TableForm } from "#app/administering/imports/table-form";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import { receiveFile } from "#app/platform/receive-file";
import { workOff } from "#app/work/queue";
import { findImport } from "#db/queries/imports";

export type BringDeps = Pick<Deps, "db" | "clock" | "log" | "wake">;

/** Does all the work that waits; `steps`: no more than so many steps of jobs, as if the process then died. */
export async function workAll(deps: BringDeps, steps = Number.POSITIVE_INFINITY): Promise<void> {
  let left = steps;
  await workOff(
    deps,
    [readImport(deps), checkHistory(deps), applyHistory(deps), weighUndo(deps), takeBackHistory(deps), forgetUnreadJob],
    () => {
      left -= 1;
      return left < -1;
    },
  );
}

export async function bring(
  deps: BringDeps,
  actor: Actor,
  text: string | Uint8Array,
  name = "historik.csv",
): Promise<string> {
  const body = new FormData();
  const content = typeof text === "string" ? text : Buffer.from(text);
  body.append("file", new Blob([content]), name);
  const request = new Request("http://localhost/admin/imports/history", { method: "POST", body });
  const received = await receiveFile(deps, request, { limit: 150_000_000, by: actor.personId });
  if (!("file" in received)) throw new Error(`Not received: ${received.problem}`);
  const { id } = await beginImport(deps, actor, "history", received.file);
  await workAll(deps);
  return id;
}

export async function importOf(deps: BringDeps, id: string) {
  const row = await findImport(deps.db.read, id);
  if (!row) throw new Error(`There is no import ${id}`);
  return {
    ...row,
    form: JSON.parse(row.form) as TableForm | null,
    options: JSON.parse(row.options) as HistoryOptions | null,
    summary: JSON.parse(row.summary) as HistorySummary,
  };
}

/** Takes the columns as they are guessed. */
export async function check(
  deps: BringDeps,
  actor: Actor,
  id: string,
  options: { readonly wholeFile?: string; readonly modules?: Readonly<Record<string, string>> } = {},
) {
  const { form } = await importOf(deps, id);
  const columns = guessHistoryColumns(form?.headings ?? []);
  const fields = (form?.headings ?? []).map(
    (_, column) => historyFields.find((field) => columns[field] === column) ?? null,
  );
  const orderOf = (field: "date" | "expires") => {
    const column = columns[field];
    const order = column === undefined ? undefined : form?.columns[column]?.dates?.order;
    return order === undefined ? {} : { [field]: order };
  };
  const orders = { ...orderOf("date"), ...orderOf("expires") };
  const faults = await chooseColumns(deps, actor, id, { fields, orders, wholeFile: options.wholeFile ?? null });
  await workAll(deps);
  if (options.modules) {
    await chooseModules(deps, actor, id, options.modules);
    await workAll(deps);
  }
  return { faults, ...(await importOf(deps, id)) };
}

export async function apply(deps: BringDeps, actor: Actor, id: string) {
  const confirmed = await confirmHistory(deps, actor, id);
  await workAll(deps);
  return confirmed;
}

export async function weigh(deps: BringDeps, actor: Actor, id: string) {
  await weighTakingBack(deps, actor, id);
  await workAll(deps);
  return (await importOf(deps, id)).summary.undo;
}

export async function undo(deps: BringDeps, actor: Actor, id: string, why = "Fel fil.") {
  const taken = await takeBack(deps, actor, id, why);
  await workAll(deps);
  return taken;
}

/** Lines of a file with what becomes of them, by their line. */
export async function linesOf(deps: BringDeps, id: string) {
  const rows = await deps.db.read
    .selectFrom("import_row")
    .select(["line", "action", "problems"])
    .where("import_id", "=", id)
    .orderBy("line")
    .execute();
  return rows.map(({ line, action, problems }) => {
    const codes = (JSON.parse(problems ?? "[]") as { code: string }[]).map(({ code }) => code);
    return [line, action, ...codes].join(" ");
  });
}
