import { beforeEach, describe, expect, it } from "vitest";
import { decideEvidence } from "#app/certifying/decide-evidence.server";
import type { Refused } from "#app/certifying/evidence-form";
import { foretellEnds } from "#app/certifying/foretell-ends.server";
import { readEvidence, readEvidenceList, readOwnEvidence } from "#app/certifying/read-evidence.server";
import { readEvidenceFile } from "#app/certifying/read-evidence-file.server";
import { enterEvidence, sendEvidence } from "#app/certifying/send-evidence.server";
import { takeBackEvidence } from "#app/certifying/take-back-evidence.server";
import { forgetUnusedDocuments } from "#app/certifying/take-document.server";
import { addDays, civilDate, parsePeriod } from "#app/domain/calendar";
import { recordMoves } from "#app/ledger/organisation";
import { readStandings } from "#app/ledger/read-standings";
import { rebuild } from "#app/ledger/rebuild";
import { recordRevision } from "#app/ledger/record";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { receiveFile } from "#app/platform/receive-file";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import type { Role } from "#db/schema";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { jpeg, pdf, png } from "#tests/support/documents";

const today = civilDate("2026-11-24");
const morning = `${today}T09:00:00Z`;

interface House {
  readonly deps: Pick<Deps, "db" | "clock">;
  readonly clock: FakeClock;
  readonly people: readonly string[];
  person(place: number): Promise<SignedIn>;
}

async function house(): Promise<House> {
  const clock = new FakeClock(morning);
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: 6, at: clock.now() });
  const every = parsePeriod("P3Y");
  const options = { policy: { refresh: { every } }, from: today, at: clock.now() };
  await createModule(db, { id: "first-aid", audience: { everyone: true }, ...options });
  await createModule(db, { id: "extra", ...options });
  const home = ["shops-north", "shops-north", "shops-south", "office", "office", "office"];
  await db.write.transaction().execute((tx) =>
    recordMoves(
      tx,
      { at: clock.now(), by: null },
      people.map((personId, place) => ({
        type: "joins",
        personId,
        departmentId: home[place] ?? "office",
        from: civilDate("2020-01-01"),
      })),
    ),
  );
  const grant = async (place: number, role: Role, departmentId: string | null) => {
    await db.write
      .insertInto("role_grant")
      .values({
        id: newId(clock.now()),
        person_id: people[place] ?? "",
        role,
        deputy: 0,
        department_id: departmentId,
        course_id: null,
        from_on: "2020-01-01",
        to_on: null,
        recorded_at: morning,
        recorded_by: null,
      })
      .execute();
  };
  await grant(1, "manager", "shops");
  await grant(3, "hr", null);
  await grant(4, "auditor", null);
  await grant(5, "administrator", null);
  return {
    deps: { db, clock },
    clock,
    people,
    async person(place) {
      const found = await findSignedIn(db.read, people[place] ?? "", today);
      if (!found) throw new Error(`There is nobody at ${place}`);
      return found;
    },
  };
}

/** A form with a file, as a browser sends it. */
function form(fields: Record<string, string>, file: { name: string; content: Uint8Array } | null): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", new Blob([Buffer.from(file?.content ?? [])]), file?.name ?? "");
  return new Request("http://localhost/modules/first-aid/evidence", { method: "POST", body });
}

const typed = { issuer: "Röda Korset", number: "HLR-77", completedOn: "2026-05-02", expiresOn: "2028-05-02" };
const paper = { name: "intyg.pdf", content: pdf() };

async function send(
  { clock, deps }: House,
  actor: SignedIn,
  options: {
    fields?: Record<string, string>;
    file?: { name: string; content: Uint8Array } | null;
    module?: string;
    id?: string;
  } = {},
) {
  const { fields, file = paper, id = newId(clock.now()), module = "first-aid" } = options;
  const received = await receiveFile(deps, form({ id, ...typed, ...fields }, file), {
    limit: 1_000_000,
    by: actor.personId,
  });
  return await sendEvidence(deps, actor, { moduleId: module, received, now: clock.now() });
}

async function sentBy(all: House, place: number, options?: Parameters<typeof send>[2]): Promise<string> {
  const result = await send(all, await all.person(place), options);
  if (result.kind !== "sent") throw new Error(`Not sent: ${JSON.stringify(result.faults)}`);
  return result.id;
}

function reading(all: House) {
  return { language: "sv" as const, now: all.clock.now(), today: dayIn("Europe/Stockholm", all.clock.now()) };
}

async function standing({ clock, deps }: House, personId: string, module = "first-aid") {
  const [read] = await readStandings(deps.db.read, personId, clock.now(), [module]);
  return read?.standing;
}

const codes = (result: Awaited<ReturnType<typeof send>>) =>
  result.kind === "refused" ? result.faults.map(({ field, code }) => `${field} ${code}`) : [];

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    return (error as { code?: string }).code ?? "another error";
  }
}

async function storedFiles({ deps }: House): Promise<number> {
  return (await deps.db.read.selectFrom("stored_file").select("id").execute()).length;
}

let all: House;
beforeEach(async () => {
  all = await house();
});

describe("a certificate that somebody sends", () => {
  it("waits, changes nothing yet, and is once what the form sent twice", async () => {
    const [personId = ""] = all.people;
    const before = await standing(all, personId);
    const id = newId(all.clock.now());
    await sentBy(all, 0, { id });
    await sentBy(all, 0, { id });
    const view = await readOwnEvidence(all.deps, await all.person(0), reading(all));
    expect(view.rows).toMatchObject([{ id, module: "first-aid", state: "waiting", issuer: "Röda Korset" }]);
    expect(await standing(all, personId)).toEqual(before);
  });

  it("is refused with every fault, what was typed kept, and the file too", async () => {
    const result = (await send(all, await all.person(0), {
      fields: { issuer: "", completedOn: "2026-02-31" },
    })) as Refused;
    expect(codes(result)).toEqual(["issuer missing", "completedOn no-date"]);
    expect(result.fields).toMatchObject({ number: "HLR-77", completedOn: "2026-02-31", expiresOn: "2028-05-02" });
    expect(result.file?.name).toBe("intyg.pdf");
    // Sent again without choosing the file again.
    const id = await sentBy(all, 0, { file: null, fields: { fileId: result.file?.id ?? "" } });
    const shown = await readEvidence(all.deps, await all.person(0), reading(all), id);
    expect(shown.file).toMatchObject({ name: "intyg.pdf", bytes: pdf().length });
    // Neither can it be sent a second time, nor by somebody else.
    const again = { file: null, fields: { fileId: result.file?.id ?? "" } };
    expect(codes(await send(all, await all.person(0), again))).toEqual(["file missing"]);
    expect(codes(await send(all, await all.person(2), again))).toEqual(["file missing"]);
  });

  it.each([
    ["missing", null],
    ["empty", { name: "intyg.pdf", content: new Uint8Array() }],
    ["unknown", { name: "intyg.pdf", content: Buffer.from("<!doctype html><script>alert(1)</script>") }],
    ["unknown", { name: "intyg.png", content: Buffer.from("<svg onload='alert(1)'/>") }],
    ["broken", { name: "intyg.pdf", content: pdf().subarray(0, 200) }],
    ["too-large", { name: "intyg.pdf", content: Buffer.concat([pdf(), Buffer.alloc(1_000_100)]) }],
  ])("is refused with a file that is %s, and nothing of it stays", async (code, file) => {
    expect(codes(await send(all, await all.person(0), { file }))).toEqual([`file ${code}`]);
    expect(await storedFiles(all)).toBe(0);
  });

  it("is kept without what hangs on behind its document", async () => {
    const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
    const id = await sentBy(all, 0, { file: { name: "foto.jpg", content: Buffer.concat([jpeg(), zip]) } });
    const answer = await readEvidenceFile(all.deps, await all.person(0), id, all.clock.now());
    expect(Buffer.from(await answer.arrayBuffer()).equals(jpeg())).toBe(true);
    expect(await storedFiles(all)).toBe(1);
  });

  it("is given back under the name that it came with, ended by what it is", async () => {
    for (const [name, content, given] of [
      ["photo.HEIC", png(), "photo.png"],
      ["Intyg 2.0", pdf(), "Intyg 2.0.pdf"],
      ["Foto.JPEG", jpeg(), "Foto.JPEG"],
      ["setup.exe", Buffer.concat([jpeg(), Buffer.from("MZ")]), "setup.jpg"],
    ] as const) {
      const id = await sentBy(all, 0, { file: { name, content } });
      const answer = await readEvidenceFile(all.deps, await all.person(0), id, all.clock.now());
      expect(answer.headers.get("content-disposition"), name).toContain(`filename="${given}"`);
    }
  });

  it("is for a module that there is, by somebody with room for more", async () => {
    const person = await all.person(0);
    expect(await codeOf(send(all, person, { module: "nothing" }))).toBe("not-found");
    expect(await codeOf(send(all, person, { id: "../../x" }))).toBe("invalid");
    for (let sent = 0; sent < 20; sent += 1) await sentBy(all, 0, { fields: { number: String(sent) } });
    expect(await send(all, person)).toMatchObject({ kind: "refused", isFull: true });
  });

  it("cannot take the place of somebody else's", async () => {
    const id = await sentBy(all, 0);
    expect(await codeOf(send(all, await all.person(2), { id }))).toBe("forbidden");
  });

  it("forgets files whose form was never sent to its end, after a day", async () => {
    await send(all, await all.person(0), { fields: { issuer: "" } });
    await sentBy(all, 2);
    expect(await forgetUnusedDocuments(all.deps, all.clock.now())).toBe(0);
    all.clock.passDays(2);
    expect(await forgetUnusedDocuments(all.deps, all.clock.now())).toBe(1);
    expect(await storedFiles(all)).toBe(1);
  });
});

describe("its decision", () => {
  const decide = async (place: number, id: string, verdict: "approve" | "decline" | "withdraw", why = "") =>
    decideEvidence(all.deps, await all.person(place), { id, verdict, why }, all.clock.now());

  it("counts as a completion with the issuer's own last day, and says so", async () => {
    const [personId = ""] = all.people;
    const id = await sentBy(all, 0);
    const shown = await readEvidence(all.deps, await all.person(1), reading(all), id);
    expect(shown).toMatchObject({ can: { decide: true, withdraw: false, takeBack: false } });
    expect(shown.effect).toMatchObject({ before: "Att göra senast 24 dec", after: "Gäller till 2 maj 2028" });
    expect(await decide(1, id, "approve")).toEqual({ kind: "decided" });
    expect(await standing(all, personId)).toMatchObject({ state: "current", validUntil: "2028-05-02", cycle: 1 });
    expect((await standing(all, personId))?.because).toContainEqual(
      expect.objectContaining({ code: "issuer-expiry", expires: "2028-05-02" }),
    );
    const rows = await all.deps.db.read.selectFrom("completion").selectAll().execute();
    expect(rows).toMatchObject([
      { kind: "imported", revision: 0, score: null, completed_on: "2026-05-02", recorded_by: all.people[1] },
    ]);
    expect(await rebuild(all.deps.db, all.clock.now())).toMatchObject({ differing: 0 });
  });

  it("tells whoever decides that a module that was changed is asked about all the same", async () => {
    const id = await sentBy(all, 0);
    const changedOn = async () =>
      (await readEvidence(all.deps, await all.person(1), reading(all), id)).effect?.changedOn;
    expect(await changedOn()).toBe(null);
    await all.deps.db.write.transaction().execute((tx) =>
      recordRevision(
        tx,
        { at: all.clock.now(), by: null },
        {
          id: "changed",
          moduleId: "first-aid",
          number: 2,
          change: "major",
          within: null,
          note: "{}",
          contentHash: "changed",
          // Before the certificate: only what is done here is known to have had it.
          on: civilDate("2026-03-01"),
        },
      ),
    );
    expect(await changedOn()).toBe("2026-03-01");
  });

  it("falls to the manager of the subtree and to HR, never to oneself, another manager, auditor or administrator", async () => {
    const [shop, office, own] = [await sentBy(all, 0), await sentBy(all, 4), await sentBy(all, 3)];
    expect(await codeOf(decide(1, office, "approve"))).toBe("forbidden");
    expect(await codeOf(decide(0, shop, "approve"))).toBe("forbidden");
    expect(await codeOf(decide(3, own, "approve"))).toBe("forbidden");
    expect(await codeOf(decide(4, shop, "approve"))).toBe("forbidden");
    expect(await codeOf(decide(5, shop, "approve"))).toBe("forbidden");
    expect(await codeOf(decide(2, shop, "decline"))).toBe("forbidden");
    expect(await codeOf(decide(3, newId(all.clock.now()), "approve"))).toBe("not-found");
    expect(await decide(3, office, "approve")).toEqual({ kind: "decided" });
  });

  it("is declined with a reason, which the person reads", async () => {
    const id = await sentBy(all, 0);
    expect(await decide(1, id, "decline", "  ")).toEqual({ kind: "why-missing" });
    expect(await decide(1, id, "decline", "Kursen är för kort.")).toEqual({ kind: "decided" });
    const shown = await readEvidence(all.deps, await all.person(0), reading(all), id);
    expect(shown).toMatchObject({ state: "declined", decisions: [{ what: "declined", why: "Kursen är för kort." }] });
    expect(await all.deps.db.read.selectFrom("completion").select("id").execute()).toEqual([]);
  });

  it("is made once: two who decide at the same time do not both", async () => {
    const id = await sentBy(all, 0);
    const results = await Promise.all([
      decide(1, id, "approve"),
      decide(3, id, "decline", "Fel kurs."),
      decide(3, id, "approve"),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["decided", "too-late", "too-late"]);
    expect((await all.deps.db.read.selectFrom("completion").select("id").execute()).length).toBeLessThanOrEqual(1);
    expect(await codeOf(takeBackEvidence(all.deps, await all.person(2), id, all.clock.now()))).toBe("forbidden");
    expect(await takeBackEvidence(all.deps, await all.person(0), id, all.clock.now())).toBe(false);
  });

  it("can be withdrawn when it was wrong: the standing is as before, and both decisions stay", async () => {
    const [personId = ""] = all.people;
    const before = await standing(all, personId);
    const id = await sentBy(all, 0);
    await decide(1, id, "approve");
    all.clock.passSeconds(60);
    expect(await decide(3, id, "withdraw", "Intyget var någon annans.")).toEqual({ kind: "decided" });
    expect(await standing(all, personId)).toEqual(before);
    const shown = await readEvidence(all.deps, await all.person(0), reading(all), id);
    expect(shown.state).toBe("withdrawn");
    expect(shown.decisions).toMatchObject([
      { what: "approved", by: "Person1 Test", why: null },
      { what: "withdrawn", by: "Person3 Test", why: "Intyget var någon annans." },
    ]);
    expect(await decide(3, id, "withdraw", "En gång till.")).toEqual({ kind: "too-late" });
    const report = await rebuild(all.deps.db, all.clock.now());
    expect(report).toMatchObject({ differing: 0, counts: { completion_count: 0, standing_count: 0 } });
  });

  it("is told to the person, and kept in the audit log without words", async () => {
    const id = await sentBy(all, 0);
    await decide(1, id, "decline", "Ett skäl som inte ska stå där.");
    const told = await all.deps.db.read.selectFrom("notification").selectAll().execute();
    expect(told).toMatchObject([{ kind: "evidence-declined", person_id: all.people[0], path: `/evidence/${id}` }]);
    const events = await all.deps.db.read.selectFrom("audit_event").select(["action", "detail"]).execute();
    expect(events.map(({ action }) => action)).toEqual(["sent-evidence", "declined-evidence"]);
    expect(JSON.stringify(events)).not.toContain("skäl");
  });

  it("waits no more once its sender has taken it back", async () => {
    const id = await sentBy(all, 0);
    expect(await takeBackEvidence(all.deps, await all.person(0), id, all.clock.now())).toBe(true);
    expect(await decide(1, id, "approve")).toEqual({ kind: "too-late" });
    expect(await all.deps.db.read.selectFrom("completion").select("id").execute()).toEqual([]);
  });
});

describe("entering for somebody", () => {
  const enter = async (place: number, fields: Record<string, string>, file: typeof paper | null = null) => {
    const actor = await all.person(place);
    const id = newId(all.clock.now());
    const received = await receiveFile(all.deps, form({ id, ...typed, ...fields }, file), {
      limit: 1_000_000,
      by: actor.personId,
    });
    return await enterEvidence(all.deps, actor, { received, now: all.clock.now() });
  };

  it("is HR's, who approve at once or leave it to another", async () => {
    const now = await enter(3, { person: "1000", module: "first-aid", approve: "now" });
    const later = await enter(3, { person: "person2@test.example", module: "first-aid", approve: "later" });
    const rows = await all.deps.db.read.selectFrom("external_evidence").select(["id", "state", "person_id"]).execute();
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ id: now.kind === "sent" ? now.id : "", state: "approved", person_id: all.people[0] });
    expect(rows).toContainEqual({
      id: later.kind === "sent" ? later.id : "",
      state: "waiting",
      person_id: all.people[2],
    });
    expect(await codeOf(enter(1, { person: "1000", module: "first-aid" }))).toBe("forbidden");
    expect(await codeOf(enter(5, { person: "1000", module: "first-aid" }))).toBe("forbidden");
  });

  it("says what is wrong, and is never about oneself", async () => {
    expect(codes(await enter(3, { person: "", module: "" }))).toEqual(["person missing", "module missing"]);
    expect(codes(await enter(3, { person: "9999", module: "first-aid" }))).toEqual(["person nobody"]);
    expect(codes(await enter(3, { person: "1003", module: "first-aid" }))).toEqual(["person yourself"]);
  });
});

describe("who reads it", () => {
  it("is the person, who decides, and the auditor; each reading by others is logged", async () => {
    const id = await sentBy(all, 0);
    for (const place of [0, 1, 3, 4]) {
      const answer = await readEvidenceFile(all.deps, await all.person(place), id, all.clock.now());
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("content-disposition")).toContain("attachment");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("content-security-policy")).toContain("sandbox");
      expect(Buffer.from(await answer.arrayBuffer()).equals(pdf())).toBe(true);
    }
    for (const place of [2, 5]) {
      expect(await codeOf(readEvidenceFile(all.deps, await all.person(place), id, all.clock.now()))).toBe("forbidden");
      expect(await codeOf(readEvidence(all.deps, await all.person(place), reading(all), id))).toBe("forbidden");
    }
    const read = await all.deps.db.read
      .selectFrom("audit_event")
      .select(["actor_id", "subject_id"])
      .where("action", "=", "read-evidence")
      .execute();
    expect(read.map((row) => row.actor_id)).toEqual([all.people[1], all.people[3], all.people[4]]);
    expect(new Set(read.map((row) => row.subject_id))).toEqual(new Set([all.people[0]]));
  });

  it("has it in a list: managers of their own people, HR of all but themselves", async () => {
    await sentBy(all, 0);
    await sentBy(all, 2);
    await sentBy(all, 3);
    await sentBy(all, 4);
    const waitingFor = async (place: number) =>
      (await readEvidenceList(all.deps, await all.person(place), reading(all), 0)).waiting.map(({ person }) => person);
    expect(await waitingFor(1)).toEqual(["Person0 Test", "Person2 Test"]);
    expect(await waitingFor(3)).toEqual(["Person0 Test", "Person2 Test", "Person4 Test"]);
    expect(await codeOf(waitingFor(0))).toBe("forbidden");
    expect(await codeOf(waitingFor(5))).toBe("forbidden");
  });
});

describe("its end", () => {
  const expiresOn = addDays(today, 100);
  const approved = async (place: number, fields: Record<string, string> = { expiresOn }) => {
    const id = await sentBy(all, place, { fields });
    await decideEvidence(all.deps, await all.person(3), { id, verdict: "approve", why: null }, all.clock.now());
    return id;
  };
  const told = async () =>
    (
      await all.deps.db.read
        .selectFrom("notification")
        .select(["person_id", "detail", "unique_key"])
        .where("kind", "=", "evidence-ending")
        .orderBy("created_at")
        .execute()
    ).map((row) => `${all.people.indexOf(row.person_id)} ${row.unique_key.split(":")[2]}`);

  it("is told sixty days before and fourteen, once each, however often it is looked for", async () => {
    await approved(0);
    const days: Record<number, number> = {};
    for (let day = 0; day <= 105; day += 1) {
      const told = (await foretellEnds(all.deps, all.clock.now())) + (await foretellEnds(all.deps, all.clock.now()));
      if (told > 0) days[100 - day] = told;
      all.clock.passDays(1);
    }
    expect(days).toEqual({ 60: 1, 14: 1 });
    expect(await told()).toEqual(["0 60", "0 14"]);
  });

  it("is told once when the product was down in between, and not for what was replaced", async () => {
    await approved(0);
    await approved(2);
    await approved(2, { completedOn: addDays(today, -1), expiresOn: addDays(today, 900) });
    all.clock.passDays(90);
    await foretellEnds(all.deps, all.clock.now());
    expect(await told()).toEqual(["0 14"]);
  });

  it("is on the list of whoever decides", async () => {
    const id = await approved(0);
    const ending = async () =>
      (await readEvidenceList(all.deps, await all.person(1), reading(all), 0)).ending.map((row) => [
        row.id,
        row.endsIn,
      ]);
    expect(await ending()).toEqual([]);
    all.clock.passDays(41);
    expect(await ending()).toEqual([[id, 59]]);
  });
});
