/**
 * Does what a file of people was found to do, some people at a time. Each step is whole by itself, and the next goes on
 * where the last ended, also after a stop. A row of which what it speaks of changed meanwhile is worked out again.
 */

import { createDepartment } from "#app/ledger/departments";
import { type PersonChange, recordPeople } from "#app/ledger/people";
import type { Recording } from "#app/ledger/record";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";
import type { Writer } from "#db/connect";
import { findClosedDepartments, hasPlace, insertEntity, insertSite } from "#db/queries/import-places";
import {
  advanceImport,
  countRowsToApply,
  findImport,
  findRowsToApply,
  findTakenEmails,
  findTakenNumbers,
  leaveRowOut,
  markRowsApplied,
} from "#db/queries/imports";
import type { Row } from "#db/schema";
import type { StoredPlan } from "./check-people.job";
import { forgetUnread } from "./forget-unread.job";
import { ImportJournal } from "./import-journal.server";
import { loadAdministrators, loadCurrent } from "./known-company.server";
import { changesOf, leaver, removesAddress, type Wanted } from "./people-changes";
import type { PeopleOptions, PeopleSummary } from "./people-options";
import type { Problem } from "./people-problem";
import type { RemainingAdministrators } from "./remaining-administrators";

export const applyPeopleName = "apply-people";

export function applyPeopleKey(importId: string): string {
  return `${applyPeopleName} ${importId}`;
}

/** So many are made known, or brought in, in a step: about 20 ms of the write lock. */
const knownAtOnce = 250;
const broughtInAtOnce = 24;

type ImportRow = Row<"import_row">;

function planOf(row: ImportRow): StoredPlan {
  return JSON.parse(row.plan ?? "null") as StoredPlan;
}

const changedMeanwhile: readonly Problem[] = [{ column: null, code: "changed-meanwhile" }];

async function leaveOut(tx: Writer, row: ImportRow): Promise<void> {
  await leaveRowOut(tx, row.import_id, row.line, JSON.stringify(changedMeanwhile));
}

/** Makes the places that were said to be new. */
async function makePlaces(tx: Writer, recording: Recording, importId: string, options: PeopleOptions): Promise<void> {
  const journal = new ImportJournal();
  const { newEntities, newSites, newDepartments } = options.places;
  for (const { id, name, country } of newEntities) {
    if (await hasPlace(tx, "entity", id)) continue;
    await insertEntity(tx, { id, name, country, closed_on: null });
    journal.notePlace({ target: "entity", rowId: id });
  }
  for (const { id, name, entityId, zone } of newSites) {
    if (await hasPlace(tx, "site", id)) continue;
    await insertSite(tx, { id, name, entity_id: entityId, zone, country: null, closed_on: null });
    journal.notePlace({ target: "site", rowId: id });
  }
  for (const { id, name, parentId } of newDepartments) {
    if (await hasPlace(tx, "department", id)) continue;
    await createDepartment(tx, recording, { id, name: { sv: name, en: name }, parentId });
    journal.notePlace({ target: "department", rowId: id });
  }
  await journal.write(tx, importId);
}

/** Makes people known whom nobody knew: whoever reports to them may come before them in the file. */
async function makeKnown(
  tx: Writer,
  recording: Recording,
  importId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  const known = await loadCurrent(
    tx,
    rows.flatMap((row) => row.person_id ?? []),
  );
  const fresh = rows.filter((row) => row.person_id !== null && !known.has(row.person_id));
  const persons = fresh.map((row) => ({ row, person: planOf(row).wanted?.person ?? {} }));
  const numbers = await findTakenNumbers(
    tx,
    persons.flatMap(({ person }) => person.employeeNumber ?? []),
  );
  const emails = await findTakenEmails(
    tx,
    persons.flatMap(({ person }) => person.email ?? []),
  );
  const changes: PersonChange[] = [];
  for (const { row, person } of persons) {
    const { employeeNumber = "", givenName = "", familyName = "", email = null, language = "sv" } = person;
    if (numbers.has(employeeNumber) || (email !== null && emails.has(email)) || row.person_id === null) {
      await leaveOut(tx, row);
      continue;
    }
    const id = row.person_id;
    changes.push({
      type: "created",
      person: { id, employeeNumber, givenName, familyName, email, language, zone: null },
    });
  }
  const journal = new ImportJournal();
  await recordPeople(tx, recording, changes, journal);
  await journal.write(tx, importId);
}

/** Whether what a row speaks of is no longer there, or somebody else's. */
function isOutOfDate(
  wanted: Wanted,
  personId: string,
  now: { readonly closed: ReadonlySet<string>; readonly emails: ReadonlyMap<string, string> },
): boolean {
  if (wanted.departmentId !== undefined && now.closed.has(wanted.departmentId)) return true;
  const { email } = wanted.person;
  const owner = email ? now.emails.get(email) : undefined;
  return owner !== undefined && owner !== personId;
}

async function bringIn(
  tx: Writer,
  recording: Recording,
  importId: string,
  rows: readonly ImportRow[],
  options: PeopleOptions,
): Promise<void> {
  const people = await loadCurrent(
    tx,
    rows.flatMap((row) => row.person_id ?? []),
  );
  const plans = rows.map((row) => ({ row, wanted: planOf(row).wanted }));
  const emails = await findTakenEmails(
    tx,
    plans.flatMap(({ wanted }) => wanted?.person.email ?? []),
  );
  const closed = await findClosedDepartments(tx);
  /** Asked for when somebody leaves or loses their address. */
  let administrators: RemainingAdministrators | null = null;
  const changes: PersonChange[] = [];
  const applied: number[] = [];
  for (const { row, wanted } of plans) {
    const person = people.get(row.person_id ?? "");
    if (!person || (wanted && isOutOfDate(wanted, person.id, { closed, emails }))) {
      await leaveOut(tx, row);
      continue;
    }
    const own = (wanted ? changesOf(person, wanted) : leaver(person, options.from)).changes;
    const leaves = own.some((change) => change.type === "leaves");
    const losesAddress = own.some(removesAddress);
    if (leaves || losesAddress) administrators ??= await loadAdministrators(tx, options.from, recording.at);
    if (administrators?.has(person.id)) {
      // They came to administer after the file was worked out.
      const stays = leaves && (wanted === null || !administrators.leave(person.id));
      if (stays || (losesAddress && !administrators.loseAddress(person.id))) {
        await leaveOut(tx, row);
        continue;
      }
    }
    changes.push(...own);
    applied.push(row.line);
  }
  const journal = new ImportJournal();
  await recordPeople(tx, recording, changes, journal);
  await journal.write(tx, importId);
  await markRowsApplied(tx, importId, applied);
}

/** Where a stopped import goes on: the part and the line after which. */
function cursorOf(text: string): { readonly part: "places" | "known" | "in"; readonly after: number } {
  const [part, after] = text.split(" ");
  return part === "known" || part === "in" ? { part, after: Number(after) } : { part: "places", after: 0 };
}

/** Before the first line: those beside the file have lines below zero. */
const first = -1_000_000_000;

/** The job that applies files of people. */
export function applyPeople(_deps: Pick<Deps, "clock">): JobHandler {
  return {
    name: applyPeopleName,
    async step(tx, { payload, progress, at }) {
      const { importId } = payload as { importId: string };
      const row = await findImport(tx, importId);
      if (row?.state !== "applying") return { done: 0, cursor: null };
      const recording: Recording = { at, by: row.applied_by };
      const options = JSON.parse(row.options) as PeopleOptions;
      const { part, after } = cursorOf(progress.cursor);
      if (part === "places") {
        await makePlaces(tx, recording, importId, options);
        return { done: 0, total: await countRowsToApply(tx, importId), cursor: `known ${first}` };
      }
      if (part === "known") {
        const some = await findRowsToApply(tx, importId, { after, limit: knownAtOnce, action: "joins" });
        await makeKnown(tx, recording, importId, some);
        const last = some.at(-1);
        return { done: 0, cursor: last && some.length === knownAtOnce ? `known ${last.line}` : `in ${first}` };
      }
      const some = await findRowsToApply(tx, importId, { after, limit: broughtInAtOnce });
      await bringIn(tx, recording, importId, some, options);
      const last = some.at(-1);
      if (last && some.length === broughtInAtOnce) return { done: some.length, cursor: `in ${last.line}` };
      const leftOut = await countRowsToApply(tx, importId);
      const summary: PeopleSummary = { ...(JSON.parse(row.summary) as PeopleSummary), leftOut };
      const set = { state: "applied", applied_at: instantText(at), summary: JSON.stringify(summary) } as const;
      await advanceImport(tx, importId, ["applying"], set);
      await forgetUnread(tx, at, importId);
      return { done: some.length, cursor: null };
    },
  };
}
