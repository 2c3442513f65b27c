/** A company in which a module is held in a room: a trainer, people who have it to do, and a clock. */
import { ulid } from "ulid";
import { planSession } from "#app/administering/sessions/plan-session.server";
import { emptySession, type SessionFields } from "#app/administering/sessions/session-form";
import { type CivilDate, civilDate, type Period } from "#app/domain/calendar";
import { recordMoves } from "#app/ledger/organisation";
import { recordRevision } from "#app/ledger/record";
import type { Connections } from "#db/connect";
import { findBookings } from "#db/queries/classroom";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import type { Role } from "#db/schema";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

export const moduleId = "fire-drill";
export const site = "site Europe/Stockholm";

export interface Room {
  readonly db: Connections;
  readonly clock: FakeClock;
  /** The first leads the room, the second is HR; the others have the module to do. */
  readonly people: readonly string[];
  as(place: number): Promise<SignedIn>;
  plan(fields?: Partial<SessionFields>, by?: number): Promise<string>;
  /** Everybody in a session: places of people, in the order of the list, as `2 booked`. */
  list(sessionId: string): Promise<string[]>;
  told(place: number): Promise<string[]>;
  placeOf(personId: string): number;
}

export async function grant(db: Connections, personId: string, role: Role, courseId: string | null = null) {
  await db.write
    .insertInto("role_grant")
    .values({
      id: ulid(),
      person_id: personId,
      role,
      department_id: null,
      course_id: courseId,
      deputy: 0,
      from_on: "2020-01-01",
      to_on: null,
      recorded_at: "2020-01-01T00:00:00.000Z",
      recorded_by: null,
    })
    .execute();
}

export async function openRoom(
  options: { readonly people?: number; readonly zones?: readonly string[] } = {},
): Promise<Room> {
  const db = await freshDatabase();
  const clock = new FakeClock("2026-11-24T08:00:00Z");
  const at = new Date("2026-11-02T08:00:00Z");
  const { people } = await createCompany(db, {
    people: options.people ?? 8,
    at: new Date("2020-01-01T00:00:00Z"),
    ...(options.zones ? { zones: options.zones } : {}),
  });
  const from = civilDate("2026-11-02");
  await createModule(db, {
    id: moduleId,
    policy: { due: "P60D" as Period, refresh: { every: "P1Y" as Period, window: "P30D" as Period } },
    audience: { department: ["company"] },
    from,
    at,
  });
  await db.write.transaction().execute(async (tx) => {
    await recordRevision(tx, { at, by: null }, revision(1, from));
    await recordMoves(
      tx,
      { at, by: null },
      people.map((personId, place) => ({
        type: "joins" as const,
        personId,
        departmentId: place % 2 === 0 ? "shops-north" : "office",
        from,
      })),
    );
  });
  await grant(db, people[0] ?? "", "trainer");
  await grant(db, people[1] ?? "", "hr");
  const room: Room = {
    db,
    clock,
    people,
    async as(place) {
      const reader = await findSignedIn(db.read, people[place] ?? "", clock.now().toISOString().slice(0, 10));
      if (!reader) throw new Error(`There is nobody at place ${place}`);
      return reader;
    },
    async plan(fields = {}, by = 0) {
      const planned = await planSession({ db, clock }, await room.as(by), {
        fields: { ...usual, ...fields },
        sure: [],
      });
      if (planned.kind !== "planned") throw new Error(JSON.stringify(planned));
      return planned.id;
    },
    async list(sessionId) {
      const bookings = await findBookings(db.read, sessionId);
      return bookings
        .filter((booking) => booking.state !== "cancelled")
        .map((booking) => `${room.placeOf(booking.person_id)} ${booking.state}`);
    },
    async told(place) {
      const rows = await db.read
        .selectFrom("notification")
        .select("kind")
        .where("person_id", "=", people[place] ?? "")
        .orderBy("id")
        .execute();
      return rows.map((row) => row.kind);
    },
    placeOf: (personId) => people.indexOf(personId),
  };
  return room;
}

export function revision(number: number, on: CivilDate) {
  return {
    id: ulid(),
    moduleId,
    number,
    change: number === 1 ? ("minor" as const) : ("major" as const),
    within: null,
    note: JSON.stringify({ sv: "Ny", en: "New" }),
    contentHash: `hash ${number}`,
    on,
  };
}

/** A session on a Tuesday morning, two weeks ahead, of two seats. */
export const usual: SessionFields = {
  ...emptySession,
  module: moduleId,
  date: "2026-12-08",
  start: "09:00",
  end: "11:00",
  site,
  place: "Sal 2",
  seats: "2",
  language: "sv",
};
