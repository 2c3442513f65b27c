/** Employments and memberships as they are stored: read, changed, and what is derived from them brought up to date. */
import { addDays, type CivilDate } from "#app/domain/calendar";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Reader, Writer } from "#db/connect";
import { addToHeadcount } from "#db/queries/derived";
import {
  type CareerTable,
  endCareerRow,
  insertEmployments,
  insertMemberships,
  type NewEmployment,
  type NewMembership,
  withdrawCareerRow,
} from "#db/queries/ledger-writes";
import { findCareerRows } from "#db/queries/people-rows";
import { type Difference, difference, type Employment, type Stretch } from "./careers";
import { countCompletions, countedCompletions } from "./completion-counts";
import { loadAncestors } from "./counts";
import type { Journal } from "./journal";
import { reconcileAssignments } from "./organisation";
import type { Recording } from "./record";

/** What is in force of one person. */
export interface CareerRows {
  readonly employments: readonly Stretch<Employment>[];
  /** Department ids. */
  readonly memberships: readonly Stretch<string>[];
}

const nobody: CareerRows = { employments: [], memberships: [] };

/** What is in force of these people; everyone has an entry. */
export async function loadCareerRows(db: Reader, people: readonly string[]): Promise<Map<string, CareerRows>> {
  const careers = new Map(
    people.map((id) => [id, { employments: [] as Stretch<Employment>[], memberships: [] as Stretch<string>[] }]),
  );
  const { employments, memberships } = await findCareerRows(db, people);
  for (const row of employments) {
    careers.get(row.person_id)?.employments.push({
      id: row.id,
      from: row.from_on as CivilDate,
      to: row.to_on as CivilDate | null,
      value: {
        entityId: row.entity_id,
        siteId: row.site_id,
        kind: row.kind,
        title: row.title,
        managerId: row.manager_id,
      },
    });
  }
  for (const row of memberships) {
    careers.get(row.person_id)?.memberships.push({
      id: row.id,
      from: row.from_on as CivilDate,
      to: row.to_on as CivilDate | null,
      value: row.department_id,
    });
  }
  return careers;
}

/** Steps of the headcount, by department and day. */
class HeadcountSteps {
  readonly #steps = new Map<string, number>();

  #add(departmentId: string, on: CivilDate, n: number): void {
    const key = `${departmentId}\n${on}`;
    this.#steps.set(key, (this.#steps.get(key) ?? 0) + n);
  }

  count(careers: Iterable<CareerRows>, sign: 1 | -1): void {
    for (const { memberships } of careers) {
      for (const { from, to, value } of memberships) {
        this.#add(value, from, sign);
        if (to !== null) this.#add(value, addDays(to, 1), -sign);
      }
    }
  }

  async write(tx: Writer): Promise<void> {
    const ancestors = await loadAncestors(tx);
    const rolledUp = new Map<string, number>();
    for (const [key, n] of this.#steps) {
      if (n === 0) continue;
      const [departmentId = "", on = ""] = key.split("\n");
      for (const above of ancestors.get(departmentId) ?? [departmentId]) {
        const place = `${above}\n${on}`;
        rolledUp.set(place, (rolledUp.get(place) ?? 0) + n);
      }
    }
    for (const [key, n] of rolledUp) {
      const [departmentId = "", on = ""] = key.split("\n");
      if (n !== 0) await addToHeadcount(tx, departmentId, on, n);
    }
  }
}

/**
 * Does something to the rows of people and brings up to date what is derived from them: where completions and heads are
 * counted, assignments, standings.
 */
export async function aroundCareers(
  tx: Writer,
  recording: Recording,
  people: readonly string[],
  work: (careers: ReadonlyMap<string, CareerRows>) => Promise<void>,
): Promise<void> {
  const careers = await loadCareerRows(tx, people);
  const completions = await countedCompletions(tx, people);
  await countCompletions(tx, completions, -1);
  const steps = new HeadcountSteps();
  steps.count(careers.values(), -1);
  await work(careers);
  steps.count((await loadCareerRows(tx, people)).values(), 1);
  await steps.write(tx);
  await countCompletions(tx, completions, 1);
  await reconcileAssignments(tx, recording, people, { everyStanding: true });
}

/** Brings the rows of people from what they are to what `change` makes of them; each row written is noted. */
export async function changingCareers(
  tx: Writer,
  recording: Recording,
  people: readonly string[],
  journal: Journal,
  change: (personId: string, rows: CareerRows) => CareerRows,
): Promise<void> {
  await aroundCareers(tx, recording, people, async (careers) => {
    const at = instantText(recording.at);
    const recorded = { recorded_at: at, recorded_by: recording.by };
    const employments: NewEmployment[] = [];
    const memberships: NewMembership[] = [];
    const leave = async (
      target: CareerTable & ("employment" | "membership"),
      personId: string,
      rows: Difference<unknown>,
    ) => {
      for (const { id, before, to } of rows.ended) {
        await endCareerRow(tx, target, id, to);
        const columns = { before: { to_on: before }, after: { to_on: to } };
        journal.note({ target, rowId: id, personId, change: "updated", ...columns });
      }
      for (const id of rows.withdrawn) {
        await withdrawCareerRow(tx, target, id, { at, by: recording.by, why: "replaced by what was recorded later" });
        const columns = { before: { withdrawn_at: null }, after: { withdrawn_at: at } };
        journal.note({ target, rowId: id, personId, change: "updated", ...columns });
      }
    };
    const begin = (target: "employment" | "membership", personId: string, to: CivilDate | null) => {
      const id = newId(recording.at);
      journal.note({ target, rowId: id, personId, change: "inserted", before: null, after: { to_on: to } });
      return id;
    };
    for (const personId of people) {
      const before = careers.get(personId) ?? nobody;
      const after = change(personId, before);
      const employed = difference(before.employments, after.employments);
      await leave("employment", personId, employed);
      for (const { from, to, value } of employed.begun) {
        employments.push({
          id: begin("employment", personId, to),
          person_id: personId,
          entity_id: value.entityId,
          site_id: value.siteId,
          kind: value.kind,
          title: value.title,
          manager_id: value.managerId,
          from_on: from,
          to_on: to,
          ...recorded,
        });
      }
      const placed = difference(before.memberships, after.memberships);
      await leave("membership", personId, placed);
      for (const { from, to, value } of placed.begun) {
        memberships.push({
          id: begin("membership", personId, to),
          person_id: personId,
          department_id: value,
          from_on: from,
          to_on: to,
          ...recorded,
        });
      }
    }
    await insertEmployments(tx, employments);
    await insertMemberships(tx, memberships);
  });
}
