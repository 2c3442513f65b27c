/** A company with eighteen months of training behind it, lived week by week through the real ledger. */
import { ulid } from "ulid";
import type { Audience } from "#app/domain/audience";
import { addDays, type CivilDate, civilDate, parsePeriod } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import { spreadFor } from "#app/domain/spread";
import { type Standing, standing } from "#app/domain/standing";
import { recordMoves } from "#app/ledger/organisation";
import { type PersonalFact, record, recordRevision, refreshModule } from "#app/ledger/record";
import { tick } from "#app/ledger/tick";
import type { Connections } from "#db/connect";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import type { Role } from "#db/schema";
import { chanceFrom, createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { departmentOf, factsOf } from "#tests/support/naive";

export const beginning = civilDate("2025-06-02");
export const today = civilDate("2026-11-22");
export const now = new Date(`${today}T11:00:00Z`);

const noon = (day: CivilDate) => new Date(`${day}T11:00:00Z`);

const policies: Record<string, Policy> = {
  alpha: {
    refresh: { every: parsePeriod("P6M"), weak: { below: 0.8, every: parsePeriod("P3M") }, spread: parsePeriod("P7D") },
  },
  beta: {
    due: parsePeriod("P14D"),
    refresh: { anchor: "keep", every: parsePeriod("P4M"), window: parsePeriod("P14D"), grace: parsePeriod("P7D") },
  },
  gamma: { refresh: { anchor: "calendar", on: ["03-31", "09-30"] } },
  delta: {},
};
export const modules = Object.keys(policies);
const audiences: Record<string, Audience> = { beta: { departments: ["shops"] }, gamma: { departments: ["office"] } };
/** Figures that are nowhere else, so that they are found wherever they should not be. */
const scores = { weak: 0.654321, good: 0.987654 };
const reasons = { leave: "Föräldraledig", extension: "Vabbar" };
/** What no manager may be sent: scores, answers, kinds and reasons of absence, and what a result made of an interval. */
export const withheld = new RegExp(
  [
    ...Object.values(scores),
    ...Object.values(reasons),
    "weak",
    "score",
    "answer",
    "response",
    "furthest",
    // The intervals of `alpha`, whose weak results come back sooner.
    '"P[36]M',
  ].join("|"),
);
const homes = ["shops-north", "shops-south", "office", "shops"];

export interface TrainedCompany {
  readonly db: Connections;
  readonly people: readonly string[];
  /** Somebody in the office who took `beta`, which only the shops have to. */
  readonly volunteer: string;
  readonly mover: string;
  readonly leaver: string;
  readonly onLeave: string;
  readonly exempt: string;
  signedIn(personId: string): Promise<SignedIn>;
  /** Makes somebody a manager of a department (null: the company), an auditor and so on. */
  grant(personId: string, role: Role, departmentId: string | null): Promise<SignedIn>;
}

export async function trainedCompany(size = 30): Promise<TrainedCompany> {
  const db = await freshDatabase();
  const { people } = await createCompany(db, { people: size, at: noon(beginning) });
  await db.write
    .updateTable("person")
    .set({ given_name: "Björn", family_name: "Åkesson", search_key: "bjorn akesson 1004", sort_key: "akesson bjorn" })
    .where("id", "=", people[4] ?? "")
    .execute();
  for (const id of modules) {
    const audience = audiences[id] ?? { everyone: true };
    await createModule(db, { id, policy: policies[id] ?? {}, audience, from: beginning, at: noon(beginning) });
  }
  const at = (place: number) => people[place] ?? "";
  const [volunteer, mover, leaver, onLeave, exempt] = [at(2), at(1), at(5), at(8), at(9)];
  const joined = (place: number) => (place % 5 === 4 ? addDays(beginning, place * 9) : beginning);
  const random = chanceFrom(11);

  for (let day = beginning; day <= today; day = addDays(day, 7)) {
    await tick(db, noon(day));
    const recording = { at: noon(day), by: null };
    const inTransaction = db.write.transaction();
    const isWeek = (n: number) => day === addDays(beginning, n * 7);
    const isThisWeek = (on: CivilDate) => on >= day && on < addDays(day, 7);
    const moves = people.flatMap((personId, place) =>
      isThisWeek(joined(place))
        ? [
            {
              type: "joins" as const,
              personId,
              departmentId: homes[place % homes.length] ?? "office",
              from: joined(place),
            },
          ]
        : [],
    );
    await inTransaction.execute(async (tx) => {
      await recordMoves(tx, recording, moves);
      if (isWeek(30)) {
        await recordMoves(tx, recording, [
          { type: "leaves", personId: mover, to: addDays(day, -1) },
          { type: "joins", personId: mover, departmentId: "office", from: day },
        ]);
      }
      if (isWeek(40)) await recordMoves(tx, recording, [{ type: "leaves", personId: leaver, to: addDays(day, 10) }]);
      const decided: PersonalFact[] = [];
      const absence = { type: "absence", moduleId: null, reason: reasons.leave, from: day } as const;
      if (isWeek(20)) decided.push({ ...absence, kind: "leave", personId: mover, until: addDays(day, 45) });
      if (isWeek(70)) decided.push({ ...absence, kind: "leave", personId: onLeave, until: addDays(day, 90) });
      if (isWeek(60)) decided.push({ ...absence, kind: "exemption", moduleId: "alpha", personId: exempt, until: null });
      if (isWeek(74)) {
        const due = addDays(today, 20);
        decided.push({
          type: "extension",
          personId: at(0),
          moduleId: "alpha",
          on: day,
          due,
          reason: reasons.extension,
        });
      }
      await record(tx, { at: noon(day), by: at(3) }, decided);
    });
    if (isWeek(50)) await revise(db, "alpha", day);
    await learn(db, people, day, random, volunteer);
  }
  await tick(db, now);
  const signedIn = async (personId: string) => {
    const found = await findSignedIn(db.read, personId, today);
    if (!found) throw new Error(`There is no ${personId}`);
    return found;
  };
  return {
    db,
    people,
    volunteer,
    mover,
    leaver,
    onLeave,
    exempt,
    signedIn,
    async grant(personId, role, departmentId) {
      await db.write
        .insertInto("role_grant")
        .values({
          id: ulid(),
          person_id: personId,
          role,
          department_id: departmentId,
          course_id: null,
          deputy: 0,
          from_on: beginning,
          to_on: null,
          recorded_at: now.toISOString(),
          recorded_by: null,
        })
        .execute();
      return await signedIn(personId);
    },
  };
}

async function revise(db: Connections, moduleId: string, on: CivilDate): Promise<void> {
  const recording = { at: noon(on), by: null };
  const note = JSON.stringify({ sv: "Nya regler.", en: "New rules." });
  const change = { moduleId, within: null, note, contentHash: "", on } as const;
  await db.write.transaction().execute(async (tx) => {
    await recordRevision(tx, recording, { ...change, id: `${moduleId} 1`, number: 1, change: "major", on: beginning });
    await recordRevision(tx, recording, { ...change, id: `${moduleId} 2`, number: 2, change: "major" });
    await refreshModule(tx, moduleId, noon(on), "", 1000);
  });
}

/** What people get done in a week: those with something to do now and then, some of it badly. */
async function learn(
  db: Connections,
  people: readonly string[],
  day: CivilDate,
  random: () => number,
  volunteer: string,
): Promise<void> {
  const todo = await db.read
    .selectFrom("standing")
    .select(["person_id", "module_id", "task"])
    .where("voluntary", "=", 0)
    .execute();
  const facts: PersonalFact[] = [];
  const complete = (personId: string, moduleId: string, kind: "module" | "refresher", score: number) =>
    facts.push({
      type: "completion",
      personId,
      moduleId,
      attemptId: null,
      kind,
      revision: moduleId === "alpha" && day >= addDays(beginning, 350) ? 2 : 1,
      contentHash: null,
      language: "sv",
      score,
      on: day,
      completedAt: noon(day),
    });
  const place = (row: { person_id: string; module_id: string }) =>
    people.indexOf(row.person_id) * modules.length + modules.indexOf(row.module_id);
  const inOrder = todo.sort((a, b) => place(a) - place(b));
  for (const row of inOrder) {
    // Every fourth never gets round to anything.
    const diligence = (people.indexOf(row.person_id) % 4) * 0.07;
    if (row.task === "none" || random() > diligence) continue;
    complete(
      row.person_id,
      row.module_id,
      row.task as "module" | "refresher",
      random() < 0.2 ? scores.weak : scores.good,
    );
  }
  if (day === addDays(beginning, 21)) complete(volunteer, "beta", "module", scores.good);
  if (day === addDays(beginning, 140)) complete(volunteer, "beta", "refresher", scores.good);
  await db.write.transaction().execute((tx) => record(tx, { at: noon(day), by: null }, facts));
}

/** One person and module that is required of them, as the pure function sees it on a day. */
export interface NaiveStanding {
  readonly personId: string;
  readonly moduleId: string;
  readonly departmentId: string;
  readonly standing: Standing;
}

/** Where everybody stands on a day with what is required of them, person by person. */
export async function naiveStandings(
  db: Connections,
  people: readonly string[],
  on: CivilDate,
): Promise<NaiveStanding[]> {
  const all: NaiveStanding[] = [];
  for (const personId of people) {
    const departmentId = await departmentOf(db, personId, on);
    for (const moduleId of modules) {
      const { policy, facts } = await factsOf(db, personId, moduleId);
      if (departmentId === undefined || !facts.some((fact) => fact.type === "assigned" && fact.on <= on)) continue;
      const found = standing(policy, facts, on, { spreadDays: spreadFor(personId, moduleId) });
      if (found.state !== "not-required") all.push({ personId, moduleId, departmentId, standing: found });
    }
  }
  return all;
}

/** Departments with all under them. */
export const subtrees: Readonly<Record<string, readonly string[]>> = {
  company: ["company", "shops", "shops-north", "shops-south", "office"],
  shops: ["shops", "shops-north", "shops-south"],
  "shops-north": ["shops-north"],
  "shops-south": ["shops-south"],
  office: ["office"],
};
