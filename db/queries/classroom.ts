/** Sessions in a room: reads. */
import { sql } from "kysely";
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

export type ClassroomSession = Row<"classroom_session">;

/** A session; undefined when there is none of this id. */
export async function findClassroomSession(db: Reader, id: string): Promise<ClassroomSession | undefined> {
  return await db.selectFrom("classroom_session").selectAll().where("id", "=", id).executeTakeFirst();
}

export const sessionLists = ["upcoming", "past", "cancelled"] as const;
export type SessionList = (typeof sessionLists)[number];

export interface SessionFilter {
  readonly list: SessionList;
  /** UTC ISO: what has ended by then is past. */
  readonly now: string;
  /** Only sessions of these modules. */
  readonly modules: readonly string[];
}

function listed(db: Reader, { list, now, modules }: SessionFilter) {
  const query = db.selectFrom("classroom_session").where("module_id", "in", padded(modules));
  if (list === "cancelled") return query.where("cancelled_at", "is not", null);
  return query.where("cancelled_at", "is", null).where("ends_at", list === "upcoming" ? ">" : "<=", now);
}

/** A page of a list of sessions: those to come with the next first, the others with the latest first. */
export async function findClassroomSessions(
  db: Reader,
  filter: SessionFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<ClassroomSession[]> {
  if (filter.modules.length === 0) return [];
  const direction = filter.list === "upcoming" ? "asc" : "desc";
  return await listed(db, filter)
    .selectAll()
    .orderBy("starts_at", direction)
    .orderBy("id", direction)
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
}

/** How many sessions a list has. */
export async function countClassroomSessions(db: Reader, filter: SessionFilter): Promise<number> {
  if (filter.modules.length === 0) return 0;
  const row = await listed(db, filter)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirst();
  return row?.n ?? 0;
}

const upcoming = reusable((db: Reader, now: string, modules: readonly string[]) =>
  db
    .selectFrom("classroom_session")
    .selectAll()
    .where("module_id", "in", modules)
    .where("starts_at", ">", now)
    .where("cancelled_at", "is", null)
    .orderBy("starts_at")
    .orderBy("id"),
);

/** The sessions of some modules that have not begun at an instant (UTC ISO) and are not cancelled, the next first. */
export async function findUpcomingSessions(
  db: Reader,
  modules: readonly string[],
  now: string,
): Promise<ClassroomSession[]> {
  return modules.length === 0 ? [] : await upcoming(db, now, padded(modules));
}

export interface Taken {
  readonly booked: number;
  readonly waiting: number;
}

const taken = reusable((db: Reader, sessions: readonly string[]) =>
  db
    .selectFrom("booking")
    .select(["session_id", "state", sql<number>`count(*)`.as("n")])
    .where("session_id", "in", sessions)
    .where("state", "<>", "cancelled")
    .groupBy(["session_id", "state"]),
);

/** How many seats of some sessions are taken, and how many people wait for one. Every session has an entry. */
export async function countTaken(db: Reader, sessions: readonly string[]): Promise<Map<string, Taken>> {
  const counts = new Map<string, Taken>(sessions.map((id) => [id, { booked: 0, waiting: 0 }]));
  if (sessions.length === 0) return counts;
  for (const row of await taken(db, padded(sessions))) {
    const before = counts.get(row.session_id) ?? { booked: 0, waiting: 0 };
    counts.set(row.session_id, { ...before, [row.state]: row.n });
  }
  return counts;
}

/** Everybody who ever had a place in a session or waited for one, in the order in which they asked. */
export async function findBookings(db: Reader, sessionId: string): Promise<Row<"booking">[]> {
  return await db
    .selectFrom("booking")
    .selectAll()
    .where("session_id", "=", sessionId)
    .orderBy("booked_at")
    .orderBy("id")
    .execute();
}

/** Somebody's booking of a session, also one that was given back. */
export async function findBooking(
  db: Reader,
  sessionId: string,
  personId: string,
): Promise<Row<"booking"> | undefined> {
  return await db
    .selectFrom("booking")
    .selectAll()
    .where("session_id", "=", sessionId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
}

const heldBy = reusable((db: Reader, personId: string, now: string) =>
  db
    .selectFrom("booking")
    .innerJoin("classroom_session", "classroom_session.id", "booking.session_id")
    .select(["booking.session_id", "booking.state", "classroom_session.module_id"])
    .where("booking.person_id", "=", personId)
    .where("booking.state", "<>", "cancelled")
    .where("classroom_session.starts_at", ">", now)
    .where("classroom_session.cancelled_at", "is", null)
    .orderBy("classroom_session.starts_at"),
);

/** Somebody's places, and waits for one, in sessions that have not begun at an instant (UTC ISO), the next first. */
export async function findPlacesAhead(
  db: Reader,
  personId: string,
  now: string,
): Promise<{ readonly sessionId: string; readonly moduleId: string; readonly state: "booked" | "waiting" }[]> {
  return (await heldBy(db, personId, now)).flatMap(({ session_id, module_id, state }) =>
    state === "cancelled" ? [] : [{ sessionId: session_id, moduleId: module_id, state }],
  );
}

/** What of some modules' upcoming sessions (UTC ISO) these people hold: the earliest of each. */
export async function findNextPlaces(
  db: Reader,
  moduleId: string,
  people: readonly string[],
  now: string,
): Promise<Map<string, { readonly sessionId: string; readonly startsAt: string; readonly zone: string }>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom("booking")
    .innerJoin("classroom_session as s", "s.id", "booking.session_id")
    .select(["booking.person_id", "s.id", "s.starts_at", "s.zone"])
    .where("s.module_id", "=", moduleId)
    .where("s.starts_at", ">", now)
    .where("s.cancelled_at", "is", null)
    .where("booking.state", "<>", "cancelled")
    .where("booking.person_id", "in", padded(people))
    .orderBy("s.starts_at", "desc")
    .execute();
  return new Map(rows.map((row) => [row.person_id, { sessionId: row.id, startsAt: row.starts_at, zone: row.zone }]));
}

/** The other sessions that somebody holds between two instants (UTC ISO), cancelled ones left out. */
export async function findHeldBetween(
  db: Reader,
  instructorId: string,
  from: string,
  to: string,
  except: string | null,
): Promise<ClassroomSession[]> {
  return await db
    .selectFrom("classroom_session")
    .selectAll()
    .where("instructor_id", "=", instructorId)
    .where("cancelled_at", "is", null)
    .where("starts_at", "<", to)
    .where("ends_at", ">", from)
    .where("id", "<>", except ?? "")
    .execute();
}
