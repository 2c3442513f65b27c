import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#app/domain/calendar";
import { reconcileAssignments, recordMoves } from "#app/ledger/organisation";
import { record, withdraw } from "#app/ledger/record";
import { recordRequirement } from "#app/ledger/requirements";
import type { PersonView } from "#app/managing/person-view";
import { readPerson } from "#app/managing/read-person.server";
import type { SignedIn } from "#db/queries/people";
import { beginning, naiveStandings, now, type TrainedCompany, today, trainedCompany, withheld } from "./company";

let company: TrainedCompany;
let head: SignedIn;

beforeAll(async () => {
  company = await trainedCompany();
  head = await company.grant(company.people[0] ?? "", "manager", null);
}, 300_000);

afterAll(async () => {
  await company.db.close();
});

const read = (reader: SignedIn, personId: string, options = { allEvents: true }, language: "sv" | "en" = "sv") =>
  readPerson(company, reader, { language, now }, personId, options);

const looks = () =>
  company.db.read.selectFrom("audit_event").selectAll().where("action", "=", "read-person").orderBy("id").execute();

const told = (view: PersonView, ...types: string[]) =>
  view.events.filter((event) => types.includes(event.type)).map(({ id: _, ...event }) => event);

describe("a person's page", () => {
  it("says of every module what the rules say of the facts", async () => {
    const standings = await naiveStandings(company.db, company.people, today);
    for (const personId of company.people) {
      const view = await read(head, personId);
      const required = view.modules.filter(
        ({ standing, requiredFor }) => standing.state !== "not-required" && requiredFor.length > 0,
      );
      const expected = standings.filter((each) => each.personId === personId);
      expect(required.map(({ id }) => id).sort()).toEqual(expected.map(({ moduleId }) => moduleId).sort());
      for (const { moduleId, standing } of expected) {
        const shown = view.modules.find(({ id }) => id === moduleId)?.standing;
        const { because, ...rest } = standing;
        expect(shown).toMatchObject(rest);
        expect(shown?.because.map(({ on }) => on)).toEqual(because.map(({ on }) => on));
      }
    }
  });

  it("puts what is late first and what is current last", async () => {
    const ranks = [
      "overdue",
      "lapsed",
      "refresher-overdue",
      "assigned",
      "refresher-open",
      "current",
      "exempt",
      "on-leave",
    ];
    for (const personId of company.people) {
      const places = (await read(head, personId)).modules
        .map(({ standing }) => ranks.indexOf(standing.state))
        .filter((at) => at >= 0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it("tells who the person is, where they belong and whom a module is required of", async () => {
    const view = await read(head, company.people[4] ?? "");
    expect(view.person).toMatchObject({
      name: "Björn Åkesson",
      employeeNumber: "1004",
      title: "Tester",
      department: { id: "shops-north", name: "shops-north" },
      site: "Europe/Stockholm",
      employedFrom: "2020-01-01",
      leftOn: null,
      manager: null,
    });
    const requiredFor = Object.fromEntries(view.modules.map((module) => [module.id, module.requiredFor]));
    expect(requiredFor).toMatchObject({ alpha: ["alla"], beta: ["shops"] });
    const english = await read(head, company.people[4] ?? "", { allEvents: false }, "en");
    expect(english.modules.find(({ id }) => id === "alpha")?.requiredFor).toEqual(["everyone"]);
  });

  it("tells that somebody has left, once their last day has passed", async () => {
    const leaver = company.people[5] ?? "";
    expect((await read(head, leaver)).person.leftOn).toBeNull();
    const left = (day: string) =>
      company.db.write.updateTable("employment").set({ to_on: day }).where("person_id", "=", leaver).execute();
    await left(today);
    expect((await read(head, leaver)).person.leftOn).toBeNull();
    await left(addDays(today, -1));
    expect((await read(head, leaver)).person.leftOn).toBe(addDays(today, -1));
    await company.db.write.updateTable("employment").set({ to_on: null }).where("person_id", "=", leaver).execute();
  });

  it("draws the spans without a gap, the last one up to today", async () => {
    const { modules } = await read(head, company.mover);
    expect(modules.length).toBeGreaterThan(2);
    for (const { spans } of modules) {
      for (const [place, span] of spans.slice(1).entries()) {
        expect(addDays(spans[place]?.to ?? today, 1)).toBe(span.from);
      }
      expect(spans.at(-1)?.to).toBeNull();
    }
  });

  it("shows training that nobody required, and calls nothing of it late", async () => {
    const view = await read(head, company.volunteer);
    const beta = view.modules.find(({ id }) => id === "beta");
    expect(beta).toMatchObject({ requiredFor: [], standing: { state: "lapsed" } });
    expect(beta?.completedOn).toHaveLength(2);
    expect(told(view, "overdue", "lapsed").filter((event) => "module" in event && event.module === "beta")).toEqual([]);
  });

  it("tells what happened, newest first, and nothing that lies ahead", async () => {
    const view = await read(head, company.mover);
    const days = view.events.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    expect(days.every((on) => on <= today)).toBe(true);
    expect(new Set(view.events.map(({ id }) => id)).size).toBe(view.events.length);
    const moved = addDays(beginning, 210);
    expect(told(view, "assigned", "unassigned")).toContainEqual({ type: "unassigned", on: moved, module: "beta" });
    expect(told(view, "assigned")).toContainEqual({
      type: "assigned",
      on: moved,
      module: "gamma",
      requiredFor: ["office"],
    });
    expect(told(view, "absent")).toEqual([
      { type: "absent", on: addDays(beginning, 140), until: addDays(beginning, 185) },
    ]);
    const completed = await company.db.read
      .selectFrom("completion")
      .select("id")
      .where("person_id", "=", company.mover)
      .execute();
    expect(
      view.events
        .filter(({ type }) => type === "completed")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(completed.map(({ id }) => id).sort());
  });

  it("says who decided an exemption or an extension, and of leave nobody", async () => {
    const by = "Person3 Test";
    expect(told(await read(head, company.exempt), "exempted")).toEqual([
      { type: "exempted", on: addDays(beginning, 420), until: null, module: "alpha", decidedBy: by },
    ]);
    expect(told(await read(head, company.people[0] ?? ""), "extended")).toEqual([
      { type: "extended", on: addDays(beginning, 518), module: "alpha", due: addDays(today, 20), decidedBy: by },
    ]);
    expect(JSON.stringify(told(await read(head, company.onLeave), "absent"))).not.toContain("Person3");
  });

  it("names a revision where it asked something of this person, and to whom it did not", async () => {
    const on = addDays(beginning, 350);
    const revised = { type: "revised", on, module: "alpha", change: "major", note: "Nya regler." };
    const held = await company.db.read
      .selectFrom("completion")
      .select("person_id")
      .where("module_id", "=", "alpha")
      .where("completed_on", "<", on)
      .execute();
    const holders = new Set(held.map((row) => row.person_id));
    expect(holders.size).toBeGreaterThan(3);
    for (const personId of company.people) {
      const events = told(await read(head, personId), "revised");
      if (personId !== company.leaver) expect(events).toEqual(holders.has(personId) ? [revised] : []);
    }
  });

  it("calls somebody overdue once for each time, whatever they were away in between", async () => {
    for (const personId of company.people) {
      const view = await read(head, personId);
      for (const { title, spans } of view.modules.filter(({ requiredFor }) => requiredFor.length > 0)) {
        const isLate = (state: string | undefined) => state === "overdue" || state === "refresher-overdue";
        const present = spans.filter(({ state }) => state !== "exempt" && state !== "on-leave");
        const begins = present.filter(({ state }, at) => isLate(state) && !isLate(present[at - 1]?.state));
        const events = told(view, "overdue").filter((event) => "module" in event && event.module === title);
        const since = spans[0]?.from ?? today;
        expect(events.filter((event) => event.on > since)).toHaveLength(
          begins.filter(({ from }) => from > since).length,
        );
      }
    }
  });

  it("shows the newest events first, and all of them on request", async () => {
    const all = await read(head, company.mover);
    const some = await read(head, company.mover, { allEvents: false });
    expect(all.events.length).toBeGreaterThan(20);
    expect(some).toMatchObject({ hasEarlierEvents: true, events: all.events.slice(0, 20) });
    expect(all.hasEarlierEvents).toBe(false);
  });

  it("forgets what was withdrawn, and knows what was assigned by hand", async () => {
    const [personId = ""] = company.people.slice(20);
    const recording = { at: now, by: null };
    const id = ulid();
    const assignment = {
      type: "assignment",
      personId,
      moduleId: "gamma",
      event: "begins",
      on: today,
      requirementId: null,
    } as const;
    const extension = {
      type: "extension",
      id,
      personId,
      moduleId: "alpha",
      on: today,
      due: addDays(today, 60),
    } as const;
    await company.db.write.transaction().execute((tx) => record(tx, recording, [assignment, extension]));
    const before = await read(head, personId);
    expect(before.modules.find((module) => module.id === "gamma")?.requiredFor).toEqual(["just den här personen"]);
    expect(told(before, "extended")).toHaveLength(1);
    await company.db.write.transaction().execute((tx) => withdraw(tx, recording, "extension", id, "a mistake"));
    expect(told(await read(head, personId), "extended")).toEqual([]);
  });

  it("lists every requirement behind an assignment, a rule in a sentence", async () => {
    const personId = company.people[4] ?? "";
    const recording = { at: now, by: null };
    const rule = { all: [{ department: ["shops"] }, { not: { employment: ["contractor" as const] } }] };
    const requirement = { id: "rule", moduleId: "beta", audience: rule, from: today, to: null, due: null, every: null };
    await company.db.write.transaction().execute(async (tx) => {
      await recordRequirement(tx, recording, requirement);
      await reconcileAssignments(tx, recording, [personId]);
    });
    const beta = async (language?: "en") =>
      (await read(head, personId, { allEvents: false }, language)).modules.find(({ id }) => id === "beta");
    expect((await beta())?.requiredFor).toEqual(["shops", "alla i shops med det som ligger under, utom inhyrda"]);
    expect((await beta("en"))?.requiredFor[1]).toBe("everyone in shops with what lies under it, except contractors");
  });
  it("holds no score, no answer, no reason of an absence and nothing of a weak result", async () => {
    for (const personId of company.people) {
      const text = JSON.stringify(await read(head, personId));
      expect(text).not.toMatch(withheld);
    }
  });
});

describe("whoever asks for it", () => {
  it("leaves a trace of having seen somebody else, and none of themselves", async () => {
    const auditor = await company.grant(company.people[11] ?? "", "auditor", null);
    await read(auditor, company.mover);
    await read(auditor, company.mover);
    await read(auditor, auditor.personId);
    const theirs = (await looks()).filter((event) => event.actor_id === auditor.personId);
    expect(theirs.map((event) => [event.actor_id, event.subject_id, event.happened_at, event.detail])).toEqual([
      [auditor.personId, company.mover, now.toISOString(), "{}"],
      [auditor.personId, company.mover, now.toISOString(), "{}"],
    ]);
  });

  it("is refused people outside their departments, and leaves no trace of what they did not see", async () => {
    const manager = await company.grant(company.people[12] ?? "", "manager", "shops-north");
    const [outside = ""] = company.people.slice(2);
    const before = (await looks()).length;
    await expect(read(manager, outside)).rejects.toMatchObject({ code: "forbidden" });
    expect(await looks()).toHaveLength(before);
    expect((await read(manager, company.people[4] ?? "")).person.name).toBe("Björn Åkesson");
  });

  it("follows somebody who moves, from the first day in the new department", async () => {
    const [personId = "", managerId = ""] = company.people.slice(16);
    const manager = await company.grant(managerId, "manager", "office");
    await expect(read(manager, personId)).rejects.toMatchObject({ code: "forbidden" });
    await company.db.write.transaction().execute((tx) =>
      recordMoves(tx, { at: now, by: null }, [
        { type: "leaves", personId, to: addDays(today, -1) },
        { type: "joins", personId, departmentId: "office", from: today },
      ]),
    );
    expect((await read(manager, personId)).person.department?.id).toBe("office");
  });

  it("sees only their own as employee, trainer or administrator", async () => {
    const [trainer = "", administrator = "", employee = ""] = company.people.slice(23);
    const readers = [
      await company.grant(trainer, "trainer", null),
      await company.grant(administrator, "administrator", null),
      await company.signedIn(employee),
    ];
    for (const reader of readers) {
      await expect(read(reader, company.mover)).rejects.toMatchObject({ code: "forbidden" });
      // Nor do they learn who exists.
      await expect(read(reader, ulid())).rejects.toMatchObject({ code: "forbidden" });
      expect((await read(reader, reader.personId)).person.id).toBe(reader.personId);
    }
  });

  it.each(["", "1", "../admin", "01J00000000000000000000000", "'; drop table person; --", "å".repeat(26)])(
    "is told that there is nobody: %s",
    async (personId) => {
      await expect(read(head, personId)).rejects.toMatchObject({ code: "not-found" });
    },
  );
});
