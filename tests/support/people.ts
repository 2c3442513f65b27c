/** People of the demonstration company, found by what they stand before. */
import type { CivilDate } from "#app/domain/calendar";
import { spreadFor } from "#app/domain/spread";
import { type Standing, type StandingState, standing } from "#app/domain/standing";
import type { Connections } from "#db/connect";
import { factsOf } from "./naive";

/** Everybody with a module in a state today, by id; people with an account of their own are left out. */
export async function peopleWith(db: Connections, moduleId: string, state: StandingState): Promise<string[]> {
  const rows = await db.read
    .selectFrom("standing")
    .leftJoin("credential", "credential.person_id", "standing.person_id")
    .select("standing.person_id")
    .where("module_id", "=", moduleId)
    .where("state", "=", state)
    .where("credential.person_id", "is", null)
    .orderBy("standing.person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** Everybody who is to take a module and has not begun its newest revision, by id. */
export async function beginnersOf(db: Connections, moduleId: string): Promise<string[]> {
  const newest = db.read
    .selectFrom("revision")
    .select("id")
    .where("module_id", "=", moduleId)
    .orderBy("number", "desc")
    .limit(1);
  const begun = db.read.selectFrom("attempt").select("person_id").where("revision_id", "=", newest);
  const rows = await db.read
    .selectFrom("standing")
    .leftJoin("credential", "credential.person_id", "standing.person_id")
    .select("standing.person_id")
    .where("module_id", "=", moduleId)
    .where("task", "=", "module")
    .where("credential.person_id", "is", null)
    .where("standing.person_id", "not in", begun)
    .orderBy("standing.person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** The id of a known account. */
export async function personOf(db: Connections, account: string): Promise<string> {
  const row = await db.read
    .selectFrom("person")
    .select("id")
    .where("email", "=", `${account}@fjallnas.example`)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Where somebody stands on a day, reckoned by the pure function from the facts in the database. */
export async function standingOf(
  db: Connections,
  personId: string,
  moduleId: string,
  today: CivilDate,
): Promise<Standing> {
  const { policy, facts } = await factsOf(db, personId, moduleId);
  return standing(policy, facts, today, { spreadDays: spreadFor(personId, moduleId) });
}

/** The evidence that somebody completed a module, oldest first. */
export async function completionsOf(db: Connections, personId: string, moduleId: string) {
  return await db.read
    .selectFrom("completion")
    .select(["kind", "score", "revision", "language", "completed_on", "attempt_id"])
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId)
    .where("withdrawn_at", "is", null)
    .orderBy("completed_at")
    .orderBy("id")
    .execute();
}

/** Everybody whose standings are all in these states, and in each of them; people with an account are left out. */
export async function peopleStandingOnlyIn(db: Connections, ...states: StandingState[]): Promise<string[]> {
  const rows = await db.read
    .selectFrom("standing")
    .leftJoin("credential", "credential.person_id", "standing.person_id")
    .select(["standing.person_id", "state"])
    .where("credential.person_id", "is", null)
    .orderBy("standing.person_id")
    .execute();
  const held = new Map<string, Set<string>>();
  for (const row of rows) held.set(row.person_id, (held.get(row.person_id) ?? new Set()).add(row.state));
  const found = [...held].filter(([, own]) => own.size === states.length && states.every((state) => own.has(state)));
  return found.map(([person]) => person);
}
