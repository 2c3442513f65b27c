/**
 * Who works here, where and as what: changes in, and in the same transaction the assignments, standings and counts that
 * follow from them. Many people at a time: a batch costs a few queries, whatever its size.
 */
import type { CivilDate } from "#app/domain/calendar";
import { folded, sortedBy } from "#app/domain/folded";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import { describePerson, insertPeople } from "#db/queries/ledger-writes";
import { findPeopleRows } from "#db/queries/people-rows";
import type { Row } from "#db/schema";
import { type CareerRows, changingCareers } from "./career-rows";
import { type Employment, endingOn, goingOn, holdingFrom } from "./careers";
import type { Journal } from "./journal";
import type { Recording } from "./record";

/** Somebody who was not known before. */
export interface NewPerson {
  readonly id: string;
  readonly employeeNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  /** In lower case; null: none. */
  readonly email: string | null;
  readonly language: string;
  /** IANA zone of their own; null: that of their site. */
  readonly zone: string | null;
}

/** A change of who works here, where and as what. */
export type PersonChange =
  | { readonly type: "created"; readonly person: NewPerson }
  /** Not a dated fact: what is said holds now. */
  | { readonly type: "described"; readonly personId: string; readonly set: Partial<Omit<NewPerson, "id">> }
  /** Is employed so from a day on; what was before ends the day before. */
  | ({ readonly type: "employed"; readonly personId: string; readonly from: CivilDate } & Employment)
  /** Belongs to a department from a day on; the membership before ends the day before. */
  | { readonly type: "joins"; readonly personId: string; readonly departmentId: string; readonly from: CivilDate }
  /** `to` is the last day of employment and membership. */
  | { readonly type: "leaves"; readonly personId: string; readonly to: CivilDate }
  /** Does not leave after all: the last employment and membership have no end. */
  | { readonly type: "stays"; readonly personId: string };

function sameEmployment(a: Employment, b: Employment): boolean {
  return (
    a.entityId === b.entityId &&
    a.siteId === b.siteId &&
    a.kind === b.kind &&
    a.title === b.title &&
    a.managerId === b.managerId
  );
}

function sameDepartment(a: string, b: string): boolean {
  return a === b;
}

/** A change of where somebody works, once they are known. */
type Move = Exclude<PersonChange, { readonly type: "created" } | { readonly type: "described" }>;

function afterMove({ employments, memberships }: CareerRows, move: Move): CareerRows {
  switch (move.type) {
    case "employed": {
      const { entityId, siteId, kind, title, managerId } = move;
      const value = { entityId, siteId, kind, title, managerId };
      return { employments: holdingFrom(employments, move.from, value, sameEmployment), memberships };
    }
    case "joins":
      return { employments, memberships: holdingFrom(memberships, move.from, move.departmentId, sameDepartment) };
    case "leaves":
      return { employments: endingOn(employments, move.to), memberships: endingOn(memberships, move.to) };
    case "stays":
      return { employments: goingOn(employments), memberships: goingOn(memberships) };
  }
}

function descriptionColumns(set: Partial<Omit<NewPerson, "id">>, row: Row<"person">): Record<string, string | null> {
  const givenName = set.givenName ?? row.given_name;
  const familyName = set.familyName ?? row.family_name;
  const employeeNumber = set.employeeNumber ?? row.employee_number;
  const wanted: Record<string, string | null> = {
    employee_number: employeeNumber,
    given_name: givenName,
    family_name: familyName,
    email: set.email === undefined ? row.email : set.email,
    language: set.language ?? row.language,
    zone: set.zone === undefined ? row.zone : set.zone,
    search_key: folded(`${givenName} ${familyName} ${employeeNumber}`),
    sort_key: sortedBy(`${familyName} ${givenName}`),
  };
  const now = row as unknown as Record<string, string | null>;
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => now[column] !== value));
}

const silent: Journal = { note: () => {} };

async function describe(tx: Writer, changes: readonly PersonChange[], journal: Journal): Promise<void> {
  const described = changes.flatMap((change) => (change.type === "described" ? [change] : []));
  const rows = new Map(
    (
      await findPeopleRows(
        tx,
        described.map((each) => each.personId),
      )
    ).map((row) => [row.id, row]),
  );
  for (const { personId, set } of described) {
    const row = rows.get(personId);
    if (!row) continue;
    const after = descriptionColumns(set, row);
    const columns = Object.keys(after) as (keyof Row<"person">)[];
    if (columns.length === 0) continue;
    await describePerson(tx, personId, after);
    const before = Object.fromEntries(columns.map((column) => [column, row[column]]));
    journal.note({ target: "person", rowId: personId, personId, change: "updated", before, after });
  }
}

/**
 * Records changes of people. Somebody who is new is named by `created` before anything else is said of them; a manager
 * must be known by then.
 */
export async function recordPeople(
  tx: Writer,
  recording: Recording,
  changes: readonly PersonChange[],
  journal: Journal = silent,
): Promise<void> {
  const created = changes.flatMap((change) => (change.type === "created" ? [change.person] : []));
  await insertPeople(
    tx,
    created.map(({ id, employeeNumber, givenName, familyName, email, language, zone }) => ({
      id,
      employee_number: employeeNumber,
      given_name: givenName,
      family_name: familyName,
      email,
      language,
      zone,
      search_key: folded(`${givenName} ${familyName} ${employeeNumber}`),
      sort_key: sortedBy(`${familyName} ${givenName}`),
      created_at: instantText(recording.at),
    })),
  );
  for (const { id } of created) {
    journal.note({ target: "person", rowId: id, personId: id, change: "inserted", before: null, after: null });
  }
  await describe(tx, changes, journal);

  const moves = new Map<string, Move[]>();
  for (const change of changes) {
    if (change.type === "created") continue;
    const own = moves.get(change.personId) ?? [];
    if (change.type !== "described") moves.set(change.personId, [...own, change]);
    // Another zone is another today.
    else if (change.set.zone !== undefined) moves.set(change.personId, own);
  }
  if (moves.size === 0) return;
  await changingCareers(tx, recording, [...moves.keys()], journal, (personId, rows) =>
    (moves.get(personId) ?? []).reduce(afterMove, rows),
  );
}
