import { describe, expect, it } from "vitest";
import { addAfterSignOff } from "#app/administering/sessions/add-after-sign-off.server";
import { invitePeople } from "#app/administering/sessions/invite-people.server";
import { noteAttendance, noteRestAbsent } from "#app/administering/sessions/note-attendance.server";
import { readInvitation } from "#app/administering/sessions/read-invitation.server";
import { readSession } from "#app/administering/sessions/read-sessions.server";
import { correctAttendance, signOffSession } from "#app/administering/sessions/sign-off-session.server";
import { civilDate } from "#app/domain/calendar";
import { readStandings } from "#app/ledger/read-standings";
import { rebuild } from "#app/ledger/rebuild";
import { record, recordRevision } from "#app/ledger/record";
import { moduleId, openRoom, type Room, revision } from "./room";

const during = "2026-12-08T09:30:00Z";
const after = "2026-12-08T15:00:00Z";

async function held(people: readonly number[] = [2, 3, 4], seats = "2"): Promise<{ room: Room; id: string }> {
  const room = await openRoom({ zones: ["Europe/Stockholm", "Europe/Helsinki"] });
  const id = await room.plan({ seats });
  const asked = people.map((place) => room.people[place] ?? "");
  await invitePeople(room, await room.as(0), { sessionId: id, people: asked });
  room.clock.set(during);
  return { room, id };
}

async function mark(room: Room, id: string, place: number, is: "there" | "absent" | "none", by = 0) {
  const input = { sessionId: id, personId: room.people[place] ?? "", mark: is, seen: null };
  return await noteAttendance(room, await room.as(by), input);
}

const completions = async (room: Room) =>
  await room.db.read
    .selectFrom("completion")
    .select([
      "person_id",
      "kind",
      "revision",
      "content_hash",
      "language",
      "score",
      "completed_on",
      "completed_at",
      "withdrawn_why",
    ])
    .orderBy("id")
    .execute();

const stateOf = async (room: Room, place: number) =>
  (await readStandings(room.db.read, room.people[place] ?? "", room.clock.now()))[0]?.standing.state;

describe("noting attendance", () => {
  it("is taken once however often it is sent, can be undone, and never overwrites somebody else unseen", async () => {
    const { room, id } = await held();
    expect(await mark(room, id, 2, "there")).toEqual({ kind: "noted", mark: "there" });
    expect(await mark(room, id, 2, "there")).toEqual({ kind: "noted", mark: "there" });
    const noted = await room.db.read
      .selectFrom("audit_event")
      .select("id")
      .where("action", "=", "noted-attendance")
      .execute();
    expect(noted.length).toBe(1);
    const send = async (is: "there" | "absent" | "none", seen: readonly ("there" | "absent" | "none")[]) =>
      await noteAttendance(room, await room.as(1), {
        sessionId: id,
        personId: room.people[2] ?? "",
        mark: is,
        seen,
      });
    // A colleague whose page still says nothing is noted.
    expect(await send("absent", ["none"])).toEqual({ kind: "otherwise", mark: "there" });
    expect(await send("there", ["none"])).toEqual({ kind: "noted", mark: "there" });
    expect(await send("absent", ["there"])).toEqual({ kind: "noted", mark: "absent" });
    expect(await send("none", ["none", "absent"])).toEqual({ kind: "noted", mark: "none" });
    await room.db.close();
  });

  it("begins on the day, is of those who have a place, and ends with sign-off", async () => {
    const { room, id } = await held();
    room.clock.set("2026-12-07T12:00:00Z");
    await expect(mark(room, id, 2, "there")).rejects.toMatchObject({ code: "conflict" });
    room.clock.set("2026-12-07T23:30:00Z");
    expect(await mark(room, id, 2, "there")).toMatchObject({ kind: "noted" });
    await expect(mark(room, id, 6, "there")).rejects.toMatchObject({ code: "not-found" });
    await expect(mark(room, id, 2, "there", 5)).rejects.toMatchObject({ code: "forbidden" });
    room.clock.set(after);
    await noteRestAbsent(room, await room.as(0), id);
    await signOffSession(room, await room.as(0), id);
    await expect(mark(room, id, 2, "absent")).rejects.toMatchObject({ code: "conflict" });
    await room.db.close();
  });
});

it("who comes to a session that has begun is added, whatever they have a place in later", async () => {
  const { room, id } = await held([2], "2");
  const next = await room.plan({ date: "2026-12-15" });
  const person = room.people[5] ?? "";
  await invitePeople(room, await room.as(0), { sessionId: next, people: [person] });
  const found = async () => {
    const wanted = { language: "sv", now: room.clock.now() } as const;
    const view = await readInvitation(room, await room.as(0), wanted, id, new URLSearchParams());
    return view.people.map((one) => room.placeOf(one.id));
  };
  expect(await found()).toContain(5);
  expect(await found()).not.toContain(2);
  expect(await invitePeople(room, await room.as(0), { sessionId: id, people: [person] })).toMatchObject({ booked: 1 });
  expect(await found()).not.toContain(5);
  await room.db.close();
});

describe("sign-off", () => {
  it("waits for everybody to be noted, and for the session to begin", async () => {
    const { room, id } = await held();
    room.clock.set("2026-12-08T07:59:00Z");
    await expect(signOffSession(room, await room.as(0), id)).rejects.toMatchObject({ code: "conflict" });
    room.clock.set(after);
    expect(await signOffSession(room, await room.as(0), id)).toEqual({ kind: "unnoted", count: 2 });
    await mark(room, id, 2, "there");
    expect(await signOffSession(room, await room.as(0), id)).toEqual({ kind: "unnoted", count: 1 });
    expect(await noteRestAbsent(room, await room.as(0), id)).toBe(1);
    expect(await signOffSession(room, await room.as(0), id)).toEqual({ kind: "signed", completed: 1, missed: 1 });
    await room.db.close();
  });

  it("completes the module for those who were there, once, and tells those who were not", async () => {
    const { room, id } = await held();
    await mark(room, id, 2, "there");
    await mark(room, id, 3, "absent");
    // Came from the waiting list.
    await mark(room, id, 4, "there");
    room.clock.set(after);
    const sign = async () => await signOffSession(room, await room.as(0), id);
    expect([await sign(), await sign()]).toEqual([
      { kind: "signed", completed: 2, missed: 1 },
      { kind: "signed", completed: 2, missed: 1 },
    ]);
    const expected = {
      kind: "module",
      revision: 1,
      content_hash: "hash 1",
      language: "sv",
      score: null,
      completed_on: "2026-12-08",
      completed_at: "2026-12-08T10:00:00.000Z",
      withdrawn_why: null,
    };
    expect(await completions(room)).toEqual([
      { ...expected, person_id: room.people[2] },
      { ...expected, person_id: room.people[4] },
    ]);
    expect([await stateOf(room, 2), await stateOf(room, 3), await stateOf(room, 4)]).toEqual([
      "current",
      "assigned",
      "current",
    ]);
    expect(await room.told(3)).toEqual(["session-place", "session-missed"]);
    expect(await room.told(2)).toEqual(["session-place"]);
    expect((await rebuild(room.db, room.clock.now())).differing).toBe(0);
    await room.db.close();
  });

  it("is a refresher for who had that to do, of what was taught on the day, in the zone of the person", async () => {
    const room = await openRoom({ zones: ["Europe/Stockholm", "Pacific/Auckland"] });
    // Late in the evening in Stockholm, the next day in Auckland.
    const id = await room.plan({ start: "20:00", end: "21:00" });
    const [there = "", far = ""] = room.people.slice(2, 4);
    await room.db.write.transaction().execute(async (tx) => {
      await record(tx, { at: new Date("2026-11-24T08:00:00Z"), by: null }, [
        {
          type: "completion",
          personId: there,
          moduleId,
          attemptId: null,
          kind: "imported",
          revision: 0,
          contentHash: null,
          language: null,
          score: null,
          on: civilDate("2025-12-15"),
          completedAt: new Date("2025-12-15T12:00:00Z"),
        },
      ]);
    });
    expect(await stateOf(room, 2)).toBe("refresher-open");
    await invitePeople(room, await room.as(0), { sessionId: id, people: [there, far] });
    room.clock.set("2026-12-09T08:00:00Z");
    // Published since: it was not what they learned.
    await room.db.write
      .transaction()
      .execute((tx) => recordRevision(tx, { at: room.clock.now(), by: null }, revision(2, civilDate("2026-12-09"))));
    for (const place of [2, 3]) await mark(room, id, place, "there");
    await signOffSession(room, await room.as(0), id);
    const made = (await completions(room)).filter((row) => row.kind !== "imported");
    expect(made.map((row) => [row.kind, row.revision, row.completed_on])).toEqual([
      ["refresher", 1, "2026-12-08"],
      ["module", 1, "2026-12-09"],
    ]);
    await room.db.close();
  });

  it("is put right with a reason: what was wrong is withdrawn, what was missing recorded", async () => {
    const { room, id } = await held();
    await mark(room, id, 2, "there");
    await mark(room, id, 3, "absent");
    room.clock.set(after);
    const correct = async (place: number, is: "there" | "absent", why: string) =>
      await correctAttendance(room, await room.as(0), {
        sessionId: id,
        personId: room.people[place] ?? "",
        mark: is,
        why,
      });
    await expect(correct(2, "absent", "x")).rejects.toMatchObject({ code: "conflict" });
    await signOffSession(room, await room.as(0), id);
    await expect(correct(2, "absent", " ")).rejects.toMatchObject({ code: "invalid" });
    await expect(correct(7, "there", "x")).rejects.toMatchObject({ code: "not-found" });
    expect(await correct(2, "absent", "Fel person")).toBe(true);
    expect(await correct(2, "absent", "Fel person")).toBe(false);
    expect(await correct(3, "there", "Var här")).toBe(true);
    expect((await completions(room)).map((row) => [room.placeOf(row.person_id), row.withdrawn_why])).toEqual([
      [2, "Fel person"],
      [3, null],
    ]);
    expect([await stateOf(room, 2), await stateOf(room, 3)]).toEqual(["assigned", "current"]);
    expect(await room.told(2)).toEqual(["session-place", "session-corrected"]);
    // And back again.
    await correct(2, "there", "Rätt person ändå");
    expect(await stateOf(room, 2)).toBe("current");
    expect((await rebuild(room.db, room.clock.now())).differing).toBe(0);
    await room.db.close();
  });

  it("is put right for somebody who came and was on no list: they are added with their completion", async () => {
    const { room, id } = await held([2, 3], "2");
    const next = await room.plan({ date: "2026-12-15" });
    // Came to this one all the same.
    await invitePeople(room, await room.as(0), { sessionId: next, people: [room.people[5] ?? ""] });
    await mark(room, id, 2, "there");
    await mark(room, id, 3, "absent");
    room.clock.set(after);
    const add = async (places: readonly number[], why: string, by = 0) =>
      await addAfterSignOff(room, await room.as(by), {
        sessionId: id,
        people: places.map((place) => room.people[place] ?? ""),
        why,
      });
    await expect(add([4], "Stod inte på listan")).rejects.toMatchObject({ code: "conflict" });
    await signOffSession(room, await room.as(0), id);
    await expect(add([4], " ")).rejects.toMatchObject({ code: "invalid" });
    await expect(add([4], "Stod inte på listan", 6)).rejects.toMatchObject({ code: "forbidden" });
    // Who is on the list already is put right there; twice is once.
    expect(await add([4, 3, 4, 5], "Stod inte på listan")).toEqual({ added: 2, left: 1 });
    expect(await add([4], "Stod inte på listan")).toEqual({ added: 0, left: 1 });
    expect((await completions(room)).map((row) => [room.placeOf(row.person_id), row.completed_on])).toEqual([
      [2, "2026-12-08"],
      [4, "2026-12-08"],
      [5, "2026-12-08"],
    ]);
    expect(await stateOf(room, 4)).toBe("current");
    expect(await room.told(4)).toEqual(["session-corrected"]);
    const view = await readSession(room, await room.as(0), { language: "sv", now: room.clock.now() }, id);
    const marks = view.participants.map((one) => [room.placeOf(one.personId), one.mark, one.completed]);
    expect(marks.sort()).toEqual([
      [2, "there", true],
      [3, "absent", false],
      [4, "there", true],
      [5, "there", true],
    ]);
    expect((await rebuild(room.db, room.clock.now())).differing).toBe(0);
    await room.db.close();
  });

  it("leaves who was missed with a way to the next session", async () => {
    const { room, id } = await held([2, 3], "2");
    const next = await room.plan({ date: "2026-12-15" });
    await mark(room, id, 2, "there");
    await mark(room, id, 3, "absent");
    room.clock.set(after);
    await signOffSession(room, await room.as(0), id);
    const missed = async () => {
      const view = await readSession(room, await room.as(0), { language: "sv", now: room.clock.now() }, id);
      expect(view.others.map((other) => other.id)).toEqual([next]);
      return view.participants.find(({ personId }) => room.placeOf(personId) === 3);
    };
    expect(await missed()).toMatchObject({ mark: "absent", completed: false, next: null });
    await invitePeople(room, await room.as(0), { sessionId: next, people: [room.people[3] ?? ""] });
    expect(await missed()).toMatchObject({ next: { id: next, on: "2026-12-15" } });
    await room.db.close();
  });
});
