import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeSession } from "#app/administering/sessions/change-session.server";
import { invitePeople, removeParticipant } from "#app/administering/sessions/invite-people.server";
import { bookPlace, returnPlace } from "#app/learning/sessions/book-place.server";
import { readParticipation } from "#app/learning/sessions/read-participation.server";
import { openRoom, type Room, usual } from "./room";

const wanted = (room: Room) => ({ language: "sv" as const, now: room.clock.now() });

describe("a place in a session", () => {
  it("goes to who comes first; the others wait, and get it in turn", async () => {
    const room = await openRoom();
    const id = await room.plan();
    for (const place of [5, 2, 7, 3]) await bookPlace(room, await room.as(place), id);
    expect(await room.list(id)).toEqual(["5 booked", "2 booked", "7 waiting", "3 waiting"]);
    const line = async (place: number) =>
      (await readParticipation(room, await room.as(place), wanted(room), id)).placeInLine;
    expect([await line(7), await line(3)]).toEqual([1, 2]);
    await returnPlace(room, await room.as(2), id);
    expect(await room.list(id)).toEqual(["5 booked", "7 booked", "3 waiting"]);
    expect(await room.told(7)).toEqual(["session-seat"]);
    expect(await room.told(3)).toEqual([]);
    // Whoever comes back stands last.
    expect(await bookPlace(room, await room.as(2), id)).toBe("waiting");
    expect(await room.list(id)).toEqual(["5 booked", "7 booked", "3 waiting", "2 waiting"]);
    const more = { sessionId: id, fields: { ...usual, seats: "3" }, sure: [] };
    expect(await changeSession(room, await room.as(0), more)).toEqual({ kind: "changed", promoted: 1 });
    expect(await room.list(id)).toEqual(["5 booked", "7 booked", "3 booked", "2 waiting"]);
    expect(await room.told(3)).toEqual(["session-seat"]);
    await room.db.close();
  });

  it("is booked and given back once, however often it is sent", async () => {
    const room = await openRoom();
    const id = await room.plan();
    const reader = await room.as(2);
    expect([await bookPlace(room, reader, id), await bookPlace(room, reader, id)]).toEqual(["booked", "booked"]);
    await returnPlace(room, reader, id);
    await returnPlace(room, reader, id);
    expect(await room.list(id)).toEqual([]);
    const events = await room.db.read.selectFrom("audit_event").select("action").execute();
    expect(events.map(({ action }) => action)).toEqual(["planned-session", "took-place", "gave-place-back"]);
    await room.db.close();
  });

  it("is not for who has another, is not employed then, or has not the module; nor once it has begun", async () => {
    const room = await openRoom();
    const [first, second] = [await room.plan(), await room.plan({ date: "2026-12-15" })];
    await bookPlace(room, await room.as(2), first);
    await expect(bookPlace(room, await room.as(2), second)).rejects.toMatchObject({ code: "conflict" });
    const view = await readParticipation(room, await room.as(2), wanted(room), second);
    expect(view).toMatchObject({ standing: "elsewhere", elsewhere: first });
    await room.db.write
      .updateTable("employment")
      .set({ to_on: "2026-12-01" })
      .where("person_id", "=", room.people[3] ?? "")
      .execute();
    await expect(bookPlace(room, await room.as(3), first)).rejects.toMatchObject({ code: "conflict" });
    await room.db.write
      .deleteFrom("standing")
      .where("person_id", "=", room.people[4] ?? "")
      .execute();
    await expect(bookPlace(room, await room.as(4), first)).rejects.toMatchObject({ code: "forbidden" });
    await expect(bookPlace(room, await room.as(5), "nothing")).rejects.toMatchObject({ code: "not-found" });
    room.clock.set("2026-12-08T08:00:00Z");
    await expect(bookPlace(room, await room.as(5), first)).rejects.toMatchObject({ code: "conflict" });
    await expect(returnPlace(room, await room.as(2), first)).rejects.toMatchObject({ code: "conflict" });
    await room.db.close();
  });

  it("taken away while the session goes on, moves nobody up who stayed at home", async () => {
    const room = await openRoom();
    const id = await room.plan();
    for (const place of [2, 3, 4]) await bookPlace(room, await room.as(place), id);
    room.clock.set("2026-12-08T08:30:00Z");
    await removeParticipant(room, await room.as(0), { sessionId: id, personId: room.people[2] ?? "" });
    expect(await room.list(id)).toEqual(["3 booked", "4 waiting"]);
    await room.db.close();
  });
});

type Step =
  | { readonly what: "book" | "return" | "invite" | "remove"; readonly person: number }
  | { readonly what: "seats"; readonly seats: number };

const person = fc.integer({ min: 2, max: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant("book" as const), person }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("return" as const), person }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("invite" as const), person }) },
  fc.record({ what: fc.constant("remove" as const), person }),
  fc.record({ what: fc.constant("seats" as const), seats: fc.integer({ min: 1, max: 5 }) }),
);

/** The waiting list as anybody would keep it on paper: one line of people, the first so many of whom have a seat. */
class Paper {
  line: number[] = [];
  seated = new Set<number>();
  seats = 2;

  do(step: Step): void {
    if (step.what === "seats") {
      if (step.seats >= this.seated.size) this.seats = step.seats;
    } else if (step.what === "book" || step.what === "invite") {
      if (!this.line.includes(step.person)) this.line.push(step.person);
    } else {
      this.line = this.line.filter((each) => each !== step.person);
      this.seated.delete(step.person);
    }
    for (const each of this.line) if (this.seated.size < this.seats) this.seated.add(each);
  }

  list(): string[] {
    return this.line.map((each) => `${each} ${this.seated.has(each) ? "booked" : "waiting"}`);
  }
}

describe("whatever happens to a session", () => {
  it("never has it more seats taken than there are, keeps the order, and loses nobody", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const room = await openRoom({ people: 10 });
        const sessionId = await room.plan();
        const paper = new Paper();
        const leader = await room.as(0);
        for (const [index, happening] of steps.entries()) {
          if (index % 3 === 0) room.clock.passSeconds(60);
          if (happening.what === "seats") {
            const fields = { ...usual, seats: String(happening.seats) };
            await changeSession(room, leader, { sessionId, fields, sure: [] });
          } else {
            const personId = room.people[happening.person] ?? "";
            const reader = await room.as(happening.person);
            if (happening.what === "book") await bookPlace(room, reader, sessionId);
            if (happening.what === "return") await returnPlace(room, reader, sessionId);
            if (happening.what === "invite") await invitePeople(room, leader, { sessionId, people: [personId] });
            if (happening.what === "remove") await removeParticipant(room, leader, { sessionId, personId });
          }
          paper.do(happening);
          const list = await room.list(sessionId);
          expect(list).toEqual(paper.list());
          expect(list.filter((each) => each.endsWith("booked")).length).toBeLessThanOrEqual(paper.seats);
        }
        await room.db.close();
      }),
      { numRuns: 40 },
    );
  }, 300_000);
});
