import { DomainError } from "#app/domain/errors";
import { folded } from "#app/domain/folded";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenIn } from "#app/platform/local-time";
import { inLanguage, type Localised } from "#app/words/localised";
import { countTaken } from "#db/queries/classroom";
import { findAskableByWords, findOwing } from "#db/queries/classroom-people";
import { findDepartmentNames } from "#db/queries/departments";
import type { SignedIn } from "#db/queries/people";
import type { Wanted } from "./read-sessions.server";
import { heldSession } from "./session-access.server";

/** So many are listed; more are found by a narrower search. */
const most = 60;
export const longestSearch = 100;

/** Whom one can ask to a session. */
export interface InvitationView {
  readonly session: { readonly id: string; readonly title: string; readonly on: string; readonly from: string };
  readonly begun: boolean;
  /** Signed off: who came and was on no list is added with a reason. */
  readonly signed: boolean;
  readonly free: number;
  readonly search: string;
  readonly departmentId: string | null;
  /** Open departments, each under the one above it. */
  readonly departments: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly employeeNumber: string;
    readonly department: string;
  }[];
  readonly more: boolean;
  readonly today: string;
}

/**
 * Whom one can ask to a session: found by name or number (`q`), or those who have the module to do, in a department with
 * what lies under it (`department`). Nobody who is not employed on the day, or is on the list already.
 *
 * @throws DomainError forbidden, not-found, or conflict when it is cancelled
 */
export async function readInvitation(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now }: Wanted,
  sessionId: string,
  parameters: URLSearchParams,
): Promise<InvitationView> {
  const db = deps.db.read;
  const { session, module } = await heldSession(db, reader, sessionId);
  if (session.cancelled_at !== null) throw new DomainError("conflict", "The session is cancelled");
  const { on, from } = whenIn(session.zone, session.starts_at, session.ends_at);
  const departments = await departmentsIn(deps, language);
  const departmentId = departments.find(({ id }) => id === parameters.get("department"))?.id ?? null;
  const search = (parameters.get("q") ?? "").trim().slice(0, longestSearch);
  const words = folded(search).split(/\s+/).filter(Boolean);
  const askable = { session, day: on, now: instantText(now) };
  const found =
    words.length > 0
      ? await findAskableByWords(db, askable, words, most + 1)
      : await findOwing(db, askable, departmentId, most + 1);
  const people = found.slice(0, most);
  const names = await findDepartmentNames(db, [...new Set(people.flatMap(({ departmentId: id }) => id ?? []))]);
  const booked = (await countTaken(db, [sessionId])).get(sessionId)?.booked ?? 0;
  return {
    session: { id: sessionId, title: inLanguage(JSON.parse(module.title) as Localised, language), on, from },
    begun: session.starts_at <= instantText(now),
    signed: session.signed_off_at !== null,
    free: Math.max(0, session.seats - booked),
    search,
    departmentId,
    departments,
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      employeeNumber: person.employeeNumber,
      department: inLanguage(names.get(person.departmentId ?? "") ?? {}, language),
    })),
    more: found.length > most,
    today: dayIn(reader.zone, now),
  };
}

async function departmentsIn(deps: Pick<Deps, "db">, language: string): Promise<InvitationView["departments"]> {
  const rows = await deps.db.read
    .selectFrom("department")
    .select(["id", "parent_id", "name"])
    .where("closed_on", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const open = new Set(rows.map((row) => row.id));
  const listed: { id: string; name: string; depth: number }[] = [];
  const add = (parent: string | null, depth: number) => {
    for (const row of rows) {
      const above = row.parent_id !== null && open.has(row.parent_id) ? row.parent_id : null;
      if (above !== parent) continue;
      listed.push({ id: row.id, name: inLanguage(JSON.parse(row.name) as Localised, language), depth });
      add(row.id, depth + 1);
    }
  };
  add(null, 0);
  return listed;
}
