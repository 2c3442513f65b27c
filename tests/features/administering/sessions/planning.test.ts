import { describe, expect, it } from "vitest";
import { cancelSession } from "#app/administering/sessions/cancel-session.server";
import { changeSession } from "#app/administering/sessions/change-session.server";
import { invitePeople } from "#app/administering/sessions/invite-people.server";
import { planSession } from "#app/administering/sessions/plan-session.server";
import { readInvitation } from "#app/administering/sessions/read-invitation.server";
import type { SessionFields } from "#app/administering/sessions/session-form";
import { findClassroomSession } from "#db/queries/classroom";
import { grant, openRoom, type Room, site, usual } from "./room";

async function attempt(room: Room, fields: Partial<SessionFields>, sure: readonly string[] = []) {
  return await planSession(room, await room.as(0), { fields: { ...usual, ...fields }, sure });
}

describe("planning a session", () => {
  it("keeps instants by the clock of the place, on both sides of a change of the clock", async () => {
    const room = await openRoom({ zones: ["Europe/Stockholm", "Europe/Helsinki"] });
    const times = async (fields: Partial<SessionFields>) => {
      const session = await findClassroomSession(room.db.read, await room.plan(fields));
      return [session?.starts_at, session?.ends_at, session?.zone];
    };
    expect(await times({})).toEqual(["2026-12-08T08:00:00.000Z", "2026-12-08T10:00:00.000Z", "Europe/Stockholm"]);
    expect(await times({ date: "2027-03-27" })).toEqual([
      "2027-03-27T08:00:00.000Z",
      "2027-03-27T10:00:00.000Z",
      "Europe/Stockholm",
    ]);
    expect(await times({ date: "2027-03-28" })).toEqual([
      "2027-03-28T07:00:00.000Z",
      "2027-03-28T09:00:00.000Z",
      "Europe/Stockholm",
    ]);
    expect(await times({ date: "2027-10-31" })).toEqual([
      "2027-10-31T08:00:00.000Z",
      "2027-10-31T10:00:00.000Z",
      "Europe/Stockholm",
    ]);
    // An hour that comes twice is the first of the two; over it a session is an hour longer.
    expect(await times({ date: "2027-10-31", start: "02:30", end: "04:00" })).toEqual([
      "2027-10-31T00:30:00.000Z",
      "2027-10-31T03:00:00.000Z",
      "Europe/Stockholm",
    ]);
    expect(await times({ site: "site Europe/Helsinki" })).toEqual([
      "2026-12-08T07:00:00.000Z",
      "2026-12-08T09:00:00.000Z",
      "Europe/Helsinki",
    ]);
    expect(await times({ site: "", place: "Hotellet", zone: "America/New_York" })).toEqual([
      "2026-12-08T14:00:00.000Z",
      "2026-12-08T16:00:00.000Z",
      "America/New_York",
    ]);
    await room.db.close();
  });

  it("says what is wrong with each field, and plans nothing", async () => {
    const room = await openRoom();
    const problems = async (fields: Partial<SessionFields>) => {
      const result = await attempt(room, fields);
      return result.kind === "refused" ? result.problems : result.kind;
    };
    expect(await problems({ module: "" })).toEqual({ module: "missing" });
    expect(await problems({ module: "nothing" })).toEqual({ module: "unknown" });
    expect(await problems({ date: "" })).toEqual({ date: "missing" });
    expect(await problems({ date: "2026-02-31" })).toEqual({ date: "no-date" });
    expect(await problems({ start: "9" })).toEqual({ start: "no-time" });
    expect(await problems({ start: "", end: "24:00" })).toEqual({ start: "missing", end: "no-time" });
    expect(await problems({ end: "09:00" })).toEqual({ end: "ends-before-it-begins" });
    expect(await problems({ end: "08:00" })).toEqual({ end: "ends-before-it-begins" });
    expect(await problems({ date: "2027-03-28", start: "02:30", end: "05:00" })).toEqual({ start: "skipped-time" });
    expect(await problems({ site: "nowhere" })).toEqual({ site: "unknown" });
    expect(await problems({ site: "", place: "" })).toEqual({ place: "missing" });
    expect(await problems({ site: "", zone: "Mars/Olympus" })).toEqual({ zone: "unknown" });
    expect(await problems({ place: "x".repeat(121) })).toEqual({ place: "too-long" });
    expect(await problems({ note: "x".repeat(1001) })).toEqual({ note: "too-long" });
    for (const seats of ["0", "-1", "1001", "2.5", "many"])
      expect(await problems({ seats })).toEqual({ seats: "no-seats" });
    expect(await problems({ language: "fi" })).toEqual({ language: "unknown" });
    // Somebody who trains nobody.
    expect(await problems({ instructor: room.people[4] ?? "" })).toEqual({ instructor: "unknown" });
    expect(await room.db.read.selectFrom("classroom_session").selectAll().execute()).toEqual([]);
    await room.db.close();
  });

  it("asks about what may have been overlooked, and plans it when that is known", async () => {
    const room = await openRoom();
    const me = room.people[0] ?? "";
    await room.db.write
      .insertInto("holiday")
      .values({ site_id: site, on_day: "2026-12-25", name: "Juldagen" })
      .execute();
    expect(await attempt(room, { date: "2026-12-25" })).toEqual({
      kind: "doubtful",
      doubts: [{ kind: "holiday", name: "Juldagen" }],
    });
    expect(await attempt(room, { date: "2026-12-25" }, ["past"])).toMatchObject({ kind: "doubtful" });
    expect(await attempt(room, { date: "2026-12-25" }, ["holiday"])).toMatchObject({ kind: "planned" });
    expect(await attempt(room, { date: "2026-11-23" })).toEqual({ kind: "doubtful", doubts: [{ kind: "past" }] });
    const first = await room.plan({ instructor: me });
    expect(await attempt(room, { instructor: me, start: "10:30", end: "12:00" })).toMatchObject({
      kind: "doubtful",
      doubts: [{ kind: "instructor-busy", sessionId: first }],
    });
    expect(await attempt(room, { instructor: me, start: "11:00", end: "12:00" })).toMatchObject({ kind: "planned" });
    await room.db.write.updateTable("employment").set({ to_on: "2026-12-31" }).where("person_id", "=", me).execute();
    expect(await attempt(room, { instructor: me, date: "2027-01-11" })).toMatchObject({
      doubts: [{ kind: "instructor-gone" }],
    });
    await room.db.close();
  });

  it("is for trainers of the course, HR and administrators, and for nobody else", async () => {
    const room = await openRoom();
    const [, , employee = "", other = "", own = "", auditor = "", admin = ""] = room.people;
    await grant(room.db, other, "trainer", "another course");
    await grant(room.db, own, "trainer", "course");
    await grant(room.db, auditor, "auditor");
    await grant(room.db, admin, "administrator");
    const by = async (person: string) =>
      await planSession(room, await room.as(room.placeOf(person)), { fields: usual, sure: [] }).then(
        (result) => (result.kind === "refused" ? result.problems : result.kind),
        (error: { code: string }) => error.code,
      );
    expect(await by(employee)).toBe("forbidden");
    expect(await by(auditor)).toBe("forbidden");
    expect(await by(other)).toEqual({ module: "unknown" });
    expect(await by(own)).toBe("planned");
    expect(await by(admin)).toBe("planned");
    const id = await room.plan();
    await expect(
      invitePeople(room, await room.as(room.placeOf(other)), { sessionId: id, people: [employee] }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      cancelSession(room, await room.as(room.placeOf(auditor)), { sessionId: id, why: "x" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await room.db.close();
  });
});

describe("changing and cancelling", () => {
  it("moves the sequence on, tells those concerned once, and nobody of what does not concern them", async () => {
    const room = await openRoom();
    const id = await room.plan();
    await invitePeople(room, await room.as(0), { sessionId: id, people: room.people.slice(2, 5) });
    const sequence = async () => (await findClassroomSession(room.db.read, id))?.sequence;
    expect(await sequence()).toBe(0);
    const change = async (fields: Partial<SessionFields>) =>
      await changeSession(room, await room.as(1), { sessionId: id, fields: { ...usual, ...fields }, sure: [] });
    expect(await change({})).toEqual({ kind: "unchanged" });
    expect(await sequence()).toBe(0);
    expect(await change({ note: "Ta med skor" })).toEqual({ kind: "changed", promoted: 0 });
    expect(await sequence()).toBe(1);
    expect(await room.told(2)).toEqual(["session-place"]);
    expect(await change({ note: "Ta med skor", start: "09:30" })).toEqual({ kind: "changed", promoted: 0 });
    expect(await sequence()).toBe(2);
    expect(await room.told(2)).toEqual(["session-place", "session-changed"]);
    expect(await room.told(4)).toEqual(["session-waiting", "session-changed"]);
    await cancelSession(room, await room.as(0), { sessionId: id, why: "  Instruktören är sjuk  " });
    const cancelled = await findClassroomSession(room.db.read, id);
    expect(cancelled).toMatchObject({ sequence: 3, cancelled_why: "Instruktören är sjuk" });
    expect(await room.told(4)).toEqual(["session-waiting", "session-changed", "session-cancelled"]);
    // Who they were is kept.
    expect(await room.list(id)).toEqual(["2 booked", "3 booked", "4 waiting"]);
    await expect(change({ start: "10:00" })).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelSession(room, await room.as(0), { sessionId: id, why: "igen" })).rejects.toMatchObject({
      code: "conflict",
    });
    await room.db.close();
  });

  it("asks for a reason, and keeps seats for those who have one", async () => {
    const room = await openRoom();
    const id = await room.plan();
    await invitePeople(room, await room.as(0), { sessionId: id, people: room.people.slice(2, 4) });
    await expect(cancelSession(room, await room.as(0), { sessionId: id, why: "   " })).rejects.toMatchObject({
      code: "invalid",
    });
    const change = { sessionId: id, fields: { ...usual, seats: "1" }, sure: [] };
    expect(await changeSession(room, await room.as(0), change)).toEqual({
      kind: "refused",
      problems: { seats: "fewer-than-booked" },
    });
    await room.db.close();
  });

  it("tells instructors what they are to hold, and no longer", async () => {
    const room = await openRoom();
    await grant(room.db, room.people[2] ?? "", "trainer");
    const fields = { ...usual, instructor: room.people[0] ?? "" };
    const planned = await planSession(room, await room.as(1), { fields, sure: [] });
    const id = planned.kind === "planned" ? planned.id : "";
    const path = `/admin/sessions/${id}`;
    expect(await room.db.read.selectFrom("notification").select(["kind", "path"]).execute()).toEqual([
      { kind: "session-leading", path },
    ]);
    const other = { ...fields, instructor: room.people[2] ?? "" };
    await changeSession(room, await room.as(1), { sessionId: id, fields: other, sure: [] });
    expect(await room.told(0)).toEqual(["session-leading", "session-not-leading"]);
    expect(await room.told(2)).toEqual(["session-leading"]);
    await room.db.close();
  });
});

describe("inviting", () => {
  it("lists those who have the module to do, nearest first, in a department with what lies under it", async () => {
    const room = await openRoom();
    const id = await room.plan();
    const offered = async (query: Record<string, string>) => {
      const wanted = { language: "sv" as const, now: room.clock.now() };
      const view = await readInvitation(room, await room.as(0), wanted, id, new URLSearchParams(query));
      return view.people.map((person) => room.placeOf(person.id)).sort();
    };
    expect(await offered({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(await offered({ department: "shops" })).toEqual([0, 2, 4, 6]);
    expect(await offered({ department: "shops-south" })).toEqual([]);
    expect(await offered({ q: "person3" })).toEqual([3]);
    expect(await offered({ q: "%" })).toEqual([]);
    await invitePeople(room, await room.as(0), { sessionId: id, people: [room.people[2] ?? ""] });
    expect(await offered({ department: "shops" })).toEqual([0, 4, 6]);
    // Whoever leaves before the day is never offered, nor invited.
    await room.db.write
      .updateTable("employment")
      .set({ to_on: "2026-12-07" })
      .where("person_id", "=", room.people[4] ?? "")
      .execute();
    expect(await offered({ department: "shops" })).toEqual([0, 6]);
    expect(await offered({ q: "person4" })).toEqual([]);
    const asked = [4, 6].map((place) => room.people[place] ?? "");
    expect(await invitePeople(room, await room.as(0), { sessionId: id, people: asked })).toEqual({
      booked: 1,
      waiting: 0,
      left: 1,
    });
    expect(await room.list(id)).toEqual(["2 booked", "6 booked"]);
    await room.db.close();
  });

  it("leaves out who has a place in another session of the module, and tells of each place once", async () => {
    const room = await openRoom();
    const [first, second] = [await room.plan(), await room.plan({ date: "2026-12-15" })];
    const people = room.people.slice(2, 4);
    const invite = async (sessionId: string) => await invitePeople(room, await room.as(0), { sessionId, people });
    expect(await invite(first)).toEqual({ booked: 2, waiting: 0, left: 0 });
    expect(await invite(first)).toEqual({ booked: 0, waiting: 0, left: 2 });
    expect(await invite(second)).toEqual({ booked: 0, waiting: 0, left: 2 });
    expect(await room.told(2)).toEqual(["session-place"]);
    await room.db.close();
  });
});
