import { describe, expect, it } from "vitest";
import { cancelSession } from "#app/administering/sessions/cancel-session.server";
import { changeSession } from "#app/administering/sessions/change-session.server";
import { invitePeople } from "#app/administering/sessions/invite-people.server";
import { noticeKinds } from "#app/domain/notice";
import { openNotices, readNotices, readUnread } from "#app/learning/notices/read-notices.server";
import { findSessionsAhead } from "#app/learning/sessions/sessions-ahead.server";
import { notify } from "#app/ledger/notify";
import { participationWords } from "#app/words/areas/participation";
import { moduleId, openRoom, type Room, usual } from "#tests/features/administering/sessions/room";

const shown = async (room: Room, place: number, language: "sv" | "en" = "sv") =>
  (await readNotices(room, await room.as(place), { language, now: room.clock.now() }, 1)).notices;

describe("what people are told", () => {
  it("is in words, with where it leads and a calendar entry, the newest first", async () => {
    const room = await openRoom();
    const id = await room.plan();
    await invitePeople(room, await room.as(0), { sessionId: id, people: room.people.slice(2, 5) });
    room.clock.passSeconds(60);
    const moved = { ...usual, date: "2026-12-10" };
    await changeSession(room, await room.as(0), { sessionId: id, fields: moved, sure: [] });
    room.clock.passSeconds(60);
    await cancelSession(room, await room.as(0), { sessionId: id, why: "Instruktören är sjuk." });
    const path = `/sessions/${id}`;
    const notices = await shown(room, 2);
    expect(notices.map(({ title, path: to, calendar }) => [title, to, calendar])).toEqual([
      ["Inställt: fire-drill", path, `${path}/calendar.ics`],
      ["Ändrat: fire-drill", path, `${path}/calendar.ics`],
      ["Du har en plats: fire-drill", path, `${path}/calendar.ics`],
    ]);
    expect(notices[0]?.text).toContain("Instruktören är sjuk.");
    // Each says the day that it told of, though the session has moved since.
    expect(notices[1]?.text).toContain("torsdag 10 december kl. 09:00, Europe/Stockholm, Sal 2");
    expect(notices[2]?.text).toContain("tisdag 8 december kl. 09:00");
    expect((await shown(room, 4)).at(-1)).toMatchObject({
      title: "Du står på väntelistan: fire-drill",
      calendar: null,
    });
    expect((await shown(room, 2, "en"))[2]?.title).toBe("You have a seat: fire-drill");
    expect(await shown(room, 6)).toEqual([]);
    await room.db.close();
  });

  it("is new until it is opened, and what comes meanwhile stays new", async () => {
    const room = await openRoom();
    const id = await room.plan();
    const two = await room.as(2);
    expect(await readUnread(room, two)).toBe(false);
    await invitePeople(room, await room.as(0), { sessionId: id, people: room.people.slice(2, 4) });
    expect(await readUnread(room, two)).toBe(true);
    const { until } = await readNotices(room, two, { language: "sv", now: room.clock.now() }, 1);
    expect(await readUnread(room, two)).toBe(true);
    room.clock.passSeconds(60);
    await cancelSession(room, await room.as(0), { sessionId: id, why: "Sjuk" });
    await openNotices(room, two, until);
    expect((await shown(room, 2)).map(({ isNew }) => isNew)).toEqual([true, false]);
    expect((await shown(room, 3)).map(({ isNew }) => isNew)).toEqual([true, true]);
    // Nobody marks what has not been told yet.
    await openNotices(room, two, "9999-12-31T00:00:00.000Z");
    expect(await readUnread(room, two)).toBe(false);
    await openNotices(room, two, "");
    await room.db.close();
  });

  it("is told once under one key", async () => {
    const room = await openRoom();
    const notice = {
      personId: room.people[2] ?? "",
      kind: "session-place",
      key: "the same",
      detail: {},
      path: null,
    } as const;
    const tell = async () =>
      await room.db.write.transaction().execute((tx) => notify(tx, room.clock.now(), [notice, notice]));
    expect([await tell(), await tell()]).toEqual([1, 0]);
    await room.db.close();
  });

  it("has words of its own for every kind, in both languages", () => {
    const facts = { module: "Modul", day: "dag", time: "09:00", place: "Sal", why: "Skäl", on: "1 jan" };
    for (const kind of noticeKinds) {
      const [sv, en] = [
        participationWords.sv.notices.kinds[kind](facts),
        participationWords.en.notices.kinds[kind](facts),
      ];
      expect(sv.title, kind).toContain("Modul");
      expect(en.title, kind).toContain("Modul");
      expect(en.title, kind).not.toBe(sv.title);
      expect(en.calendar, kind).toBe(sv.calendar);
    }
  });
});

describe("my training", () => {
  it("names the session that somebody has a place in; else the next with a free seat", async () => {
    const room = await openRoom();
    const ahead = async (place: number) =>
      (
        await findSessionsAhead(room.db.read, room.people[place] ?? "", [moduleId, "another"], {
          language: "sv",
          now: room.clock.now(),
        })
      ).get(moduleId);
    expect(await ahead(2)).toBeUndefined();
    const full = await room.plan({ seats: "1" });
    const later = await room.plan({ date: "2026-12-15" });
    await invitePeople(room, await room.as(0), { sessionId: full, people: room.people.slice(2, 4) });
    expect(await ahead(2)).toMatchObject({ held: "booked", href: `/sessions/${full}` });
    expect((await ahead(2))?.text).toContain("tisdag 8 december kl. 09:00");
    expect(await ahead(3)).toMatchObject({ held: "waiting", href: `/sessions/${full}` });
    expect(await ahead(4)).toMatchObject({ held: "open", href: `/sessions/${later}` });
    room.clock.set("2026-12-15T08:00:00Z");
    expect(await ahead(4)).toBeUndefined();
    await room.db.close();
  });
});
