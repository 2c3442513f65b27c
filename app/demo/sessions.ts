/**
 * Sessions in a room that the demonstration shows, made by the use cases of the product: one that was signed off, with
 * somebody who did not come, and one to come with a waiting list.
 */
import { sql } from "kysely";
import { invitePeople } from "#app/administering/sessions/invite-people.server";
import { noteAttendance } from "#app/administering/sessions/note-attendance.server";
import { planSession } from "#app/administering/sessions/plan-session.server";
import { emptySession } from "#app/administering/sessions/session-form";
import { signOffSession } from "#app/administering/sessions/sign-off-session.server";
import { addDays, type CivilDate } from "#app/domain/calendar";
import { dayIn } from "#app/platform/clock";
import type { Connections, Writer } from "#db/connect";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import type { NewId } from "./chance";
import { instantIn, isWeekday } from "./instants";
import { organisationZone } from "./places";

export interface RoomPlan {
  readonly moduleId: string;
  readonly trainerId: string;
  /** Those of whom no other story is told, by id. */
  readonly people: readonly string[];
  readonly siteId: () => string;
  readonly lastDay: CivilDate;
}

const office = 8 * 60;

function weekdayFrom(day: CivilDate): CivilDate {
  return isWeekday(day) ? day : weekdayFrom(addDays(day, 1));
}

/** Plans, fills and holds the sessions, each on its day, after the day's other happenings. */
export class Rooms {
  readonly #db: Connections;
  readonly #plan: RoomPlan;
  #was = "";
  #missing: string | null = null;

  constructor(db: Connections, plan: RoomPlan) {
    this.#db = db;
    this.#plan = plan;
  }

  async liveDay(day: CivilDate): Promise<void> {
    const { lastDay } = this.#plan;
    const held = weekdayFrom(addDays(lastDay, -13));
    if (day === addDays(lastDay, -20)) this.#was = await this.#fill(day, held, 8, 8);
    if (day === held) await this.#hold(day);
    if (day === addDays(lastDay, -4)) await this.#fill(day, weekdayFrom(addDays(lastDay, 9)), 4, 6);
  }

  /** Plans a session on a day and asks so many of those who have the module to do, the nearest due first. */
  async #fill(today: CivilDate, on: CivilDate, seats: number, asked: number): Promise<string> {
    const { moduleId, people, siteId, trainerId } = this.#plan;
    const { deps, reader } = await this.#at(today, office);
    const planned = await planSession(deps, reader, {
      fields: {
        ...emptySession,
        module: moduleId,
        date: on,
        start: "13:00",
        end: "14:30",
        site: siteId(),
        place: "Stora salen",
        seats: String(seats),
        language: "sv",
        instructor: trainerId,
      },
      sure: [],
    });
    if (planned.kind !== "planned") throw new Error(`The demonstration cannot plan a session: ${planned.kind}`);
    const owing = await this.#db.read
      .selectFrom("standing")
      .select("person_id")
      .where("module_id", "=", moduleId)
      .where("task", "<>", "none")
      .where("voluntary", "=", 0)
      .orderBy("due_on")
      .orderBy("person_id")
      .execute();
    const chosen = owing.map((row) => row.person_id).filter((id) => people.includes(id) && id !== this.#missing);
    const first = this.#missing === null ? [] : [this.#missing];
    await invitePeople(deps, reader, { sessionId: planned.id, people: [...first, ...chosen].slice(0, asked) });
    return planned.id;
  }

  /** Everybody is there but the last. */
  async #hold(day: CivilDate): Promise<void> {
    const sessionId = this.#was;
    const { deps, reader } = await this.#at(day, 13 * 60 + 5);
    const bookings = await this.#db.read
      .selectFrom("booking")
      .select("person_id")
      .where("session_id", "=", sessionId)
      .orderBy("id")
      .execute();
    for (const [place, { person_id: personId }] of bookings.entries()) {
      const missing = place === bookings.length - 1;
      if (missing) this.#missing = personId;
      await noteAttendance(deps, reader, { sessionId, personId, mark: missing ? "absent" : "there", seen: null });
    }
    const { deps: later } = await this.#at(day, 15 * 60);
    await signOffSession(later, reader, sessionId);
  }

  async #at(day: CivilDate, minutes: number): Promise<{ deps: RoomDeps; reader: SignedIn }> {
    const now = instantIn(organisationZone, day, minutes);
    const reader = await findSignedIn(this.#db.read, this.#plan.trainerId, dayIn("UTC", now));
    if (!reader) throw new Error("The demonstration has nobody who trains");
    return { deps: { db: this.#db, clock: { now: () => now } }, reader };
  }
}

interface RoomDeps {
  readonly db: Connections;
  readonly clock: { now(): Date };
}

interface Made {
  readonly table: "classroom_session" | "booking" | "completion" | "notification" | "audit_event";
  readonly at: string;
  /** Rows of one instant were made in the order of their ids, but for the log, whose ids have none. */
  readonly order: string;
  readonly where?: string;
}

const made: readonly Made[] = [
  { table: "classroom_session", at: "created_at", order: "created_at, id" },
  { table: "booking", at: "booked_at", order: "booked_at, id" },
  { table: "completion", at: "recorded_at", order: "recorded_at, person_id", where: "attempt_id is null" },
  { table: "notification", at: "created_at", order: "created_at, id" },
  { table: "audit_event", at: "happened_at", order: "happened_at, action, subject_id, detail" },
];

/** Where an id stands inside a text. */
const told = [
  ["notification", "unique_key"],
  ["notification", "detail"],
  ["notification", "path"],
  ["audit_event", "subject_id"],
  ["audit_event", "detail"],
  ["booking", "session_id"],
  ["booking", "completion_id"],
] as const;

/** Replaces the ids that the use cases drew by chance with ids from the seed, wherever they stand. */
export async function settleSessions(tx: Writer, newId: NewId): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(tx);
  for (const { table, at, order, where = "true" } of made) {
    const { rows } = await sql<{ id: string; made: string }>`
      select id, ${sql.ref(at)} as made from ${sql.table(table)} where ${sql.raw(where)} order by ${sql.raw(order)}`.execute(
      tx,
    );
    // In the order of the ids that they replace: who asked first at one instant is told by them.
    const ids = rows.map((row) => newId(new Date(row.made))).sort();
    for (const [place, row] of rows.entries()) {
      const id = ids[place] ?? "";
      await sql`update ${sql.table(table)} set id = ${id} where id = ${row.id}`.execute(tx);
      if (table === "notification" || table === "audit_event") continue;
      for (const [from, column] of told) {
        await sql`update ${sql.table(from)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${row.id}, ${id})
          where instr(${sql.ref(column)}, ${row.id}) > 0`.execute(tx);
      }
    }
  }
}
