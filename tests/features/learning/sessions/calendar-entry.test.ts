import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { cancelSession } from "#app/administering/sessions/cancel-session.server";
import { changeSession } from "#app/administering/sessions/change-session.server";
import { invitePeople } from "#app/administering/sessions/invite-people.server";
import { bookPlace, returnPlace } from "#app/learning/sessions/book-place.server";
import { readCalendarEntry, writeCalendarEntry } from "#app/learning/sessions/calendar-entry.server";
import { readEnv } from "#app/platform/env";
import { openRoom, type Room, usual } from "#tests/features/administering/sessions/room";

const env = readEnv({ PORT: "3000", DATABASE: "unused.db", NODE_ENV: "test" });

/** What another program reads out of the entry. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...more] = calendar.getAllSubcomponents("vevent");
  if (!event || more.length > 0) throw new Error("There is one event in an entry");
  const read = new ICAL.Event(event);
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: read.uid,
    sequence: read.sequence,
    status: event.getFirstPropertyValue("status"),
    summary: read.summary,
    location: read.location,
    description: read.description,
    start: read.startDate.toJSDate().toISOString(),
    end: read.endDate.toJSDate().toISOString(),
    organizer: event.getFirstPropertyValue("organizer"),
  };
}

async function entryFor(room: Room, place: number, id: string) {
  return readBack(await readCalendarEntry({ db: room.db, clock: room.clock, env }, await room.as(place), "sv", id));
}

describe("a calendar entry", () => {
  it("says when and where, moves with the session and goes with it, under one name", async () => {
    const room = await openRoom();
    const id = await room.plan({ note: "Ta med skor, och vatten; plan 4" });
    await bookPlace(room, await room.as(2), id);
    const first = await entryFor(room, 2, id);
    expect(first).toMatchObject({
      method: "PUBLISH",
      uid: `${id}@repris`,
      sequence: 0,
      status: "CONFIRMED",
      summary: "fire-drill",
      location: "Europe/Stockholm, Sal 2",
      start: "2026-12-08T08:00:00.000Z",
      end: "2026-12-08T10:00:00.000Z",
    });
    expect(first.description).toContain("Ta med skor, och vatten; plan 4");
    expect(first.description).toContain(`/sessions/${id}`);
    const moved = { ...usual, date: "2026-12-10" };
    await changeSession(room, await room.as(0), { sessionId: id, fields: moved, sure: [] });
    expect(await entryFor(room, 2, id)).toMatchObject({
      method: "PUBLISH",
      uid: first.uid,
      sequence: 1,
      start: "2026-12-10T08:00:00.000Z",
    });
    await cancelSession(room, await room.as(0), { sessionId: id, why: "Sjuk" });
    expect(await entryFor(room, 2, id)).toMatchObject({
      method: "CANCEL",
      uid: first.uid,
      sequence: 2,
      status: "CANCELLED",
    });
    await room.db.close();
  });

  it.each([
    ["the day before clocks go forward", "2027-03-27", "2027-03-27T08:00:00.000Z"],
    ["the day on which clocks go forward", "2027-03-28", "2027-03-28T07:00:00.000Z"],
    ["the day before clocks go back", "2027-10-30", "2027-10-30T07:00:00.000Z"],
    ["the day on which clocks go back", "2027-10-31", "2027-10-31T08:00:00.000Z"],
  ])("is at nine by the clock of the place %s", async (_, date, start) => {
    const room = await openRoom();
    const id = await room.plan({ date });
    await bookPlace(room, await room.as(2), id);
    const entry = await entryFor(room, 2, id);
    expect(entry.start).toBe(start);
    const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", timeStyle: "short" });
    expect(shown.format(new Date(entry.start))).toBe("09:00");
    await room.db.close();
  });

  it("is for who has a seat or holds the session; cancelled for who gave it back; nobody else's", async () => {
    const room = await openRoom();
    const id = await room.plan({ instructor: room.people[0] ?? "" });
    const people = room.people.slice(2, 5);
    await invitePeople(room, await room.as(0), { sessionId: id, people });
    expect(await entryFor(room, 0, id)).toMatchObject({ method: "PUBLISH" });
    expect(await entryFor(room, 3, id)).toMatchObject({ method: "PUBLISH" });
    await expect(entryFor(room, 4, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(entryFor(room, 6, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(entryFor(room, 6, "nothing")).rejects.toMatchObject({ code: "not-found" });
    await returnPlace(room, await room.as(3), id);
    expect(await entryFor(room, 3, id)).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: `${id}@repris` });
    expect(await entryFor(room, 4, id)).toMatchObject({ method: "PUBLISH" });
    await room.db.close();
  });

  it("reads back whatever was written in it", () => {
    const hostile = 'Sal; 2, "plan" 4\\n\nBEGIN:VALARM\r\nEND:VEVENT 🧯 åäö'.padEnd(400, "å");
    const text = writeCalendarEntry({
      session: {
        id: "01J",
        starts_at: "2026-12-08T08:00:00.000Z",
        ends_at: "2026-12-08T10:00:00.000Z",
        sequence: 7,
        note: hostile,
      },
      title: hostile,
      place: hostile,
      url: "https://repris.example/sessions/01J",
      organizer: { name: "Bolaget; AB", email: "repris@repris.example" },
      cancelled: false,
      at: new Date("2026-11-24T08:00:00Z"),
    });
    const same = hostile.replace("\r\n", "\n");
    const read = readBack(text);
    expect(read.summary).toBe(same);
    expect(read.location).toBe(same);
    expect(read.description).toBe(`${same}\n\nhttps://repris.example/sessions/01J`);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
