/** A company on the day that it moves in: people who are asked to do everything from that day, and have done nothing here. */
import { encodeTime } from "ulid";
import { BulkRows } from "#app/demo/bulk-rows";
import { addDays, type CivilDate, parsePeriod } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import type { ImportedCompletion } from "#app/ledger/completions";
import { reconcileAssignments } from "#app/ledger/organisation";
import { recordPolicy } from "#app/ledger/record";
import type { Connections } from "#db/connect";
import { addToHeadcount } from "#db/queries/derived";

export interface MovingIn {
  readonly people: number;
  readonly modules: number;
  /** Departments under five at the top. */
  readonly units: number;
  /** The day from which everything is required. */
  readonly day: CivilDate;
}

const tops = 5;
const instant = (day: CivilDate) => new Date(`${day}T06:00:00Z`);
const both = (text: string) => JSON.stringify({ sv: text, en: text });
const idOf = (kind: string, number: number, at: number) => encodeTime(at) + kind + String(number).padStart(15, "0");

export const personIdOf = (number: number) => idOf("P", number, 1_600_000_000_000);
export const moduleIdOf = (number: number) => `modul-${String(number + 1).padStart(3, "0")}`;

const policies: readonly Policy[] = [
  { refresh: { every: parsePeriod("P1Y") } },
  { refresh: { every: parsePeriod("P2Y"), spread: parsePeriod("P21D") } },
  { refresh: { every: parsePeriod("P3Y"), weak: { below: 0.8, every: parsePeriod("P18M") } } },
  {},
];

/** Fills an empty database. */
export async function moveIn(db: Connections, size: MovingIn): Promise<void> {
  const { day, modules, people, units } = size;
  const at = instant(day);
  const made = at.toISOString();
  const rows = new BulkRows(db.path);
  rows.add("organisation", {
    id: "org",
    name: "Flyttbolaget AB",
    zone: "Europe/Stockholm",
    languages: '["sv","en"]',
    demonstration: 1,
    created_at: made,
  });
  rows.add("entity", { id: "entity", name: "Flyttbolaget AB", country: "SE" });
  rows.add("site", { id: "site", entity_id: "entity", name: "Sundsvall", zone: "Europe/Stockholm" });
  const departments = [
    { id: "bolaget", above: [] as string[] },
    ...Array.from({ length: tops }, (_, top) => ({ id: `del-${top}`, above: ["bolaget"] })),
    ...Array.from({ length: units }, (_, unit) => ({ id: `enhet-${unit}`, above: [`del-${unit % tops}`, "bolaget"] })),
  ];
  for (const [position, { id, above }] of departments.entries()) {
    rows.add("department", { id, parent_id: above[0] ?? null, name: both(id), position, closed_on: null });
    for (const [depth, ancestor] of [id, ...above].entries()) {
      rows.add("department_ancestor", { department_id: id, ancestor_id: ancestor, depth });
    }
  }
  rows.add("course", {
    id: "kurs",
    title: both("Kurs"),
    summary: both("Kurs"),
    owner: "trainer@fjallnas.example",
    position: 0,
  });
  for (let number = 0; number < modules; number += 1) {
    const title = both(`Modul ${number + 1}`);
    rows.add("module", {
      id: moduleIdOf(number),
      course_id: "kurs",
      title,
      short: title,
      summary: title,
      minutes: 6,
      refresher_minutes: 4,
      pass_mark: 0.8,
      review_by: null,
      why: "[]",
      policy: JSON.stringify(policies[number % policies.length]),
      position: number,
    });
    rows.add("requirement", {
      id: `krav-${number}`,
      module_id: moduleIdOf(number),
      audience: '{"everyone":true}',
      from_on: day,
      to_on: null,
      due: null,
      every: null,
      recorded_at: made,
      recorded_by: null,
    });
  }
  for (let number = 0; number < people; number += 1) {
    const id = personIdOf(number);
    const from_on = addDays(day, -400 - (number % 3000));
    const recorded = { recorded_at: made, recorded_by: null };
    rows.add("person", {
      id,
      employee_number: String(10_001 + number),
      given_name: `Förnamn${number}`,
      family_name: `Efternamn${number % 977}`,
      email: `p${10_001 + number}@fjallnas.example`,
      language: "sv",
      zone: null,
      search_key: `fornamn${number} efternamn${number % 977} ${10_001 + number}`,
      sort_key: `efternamn${number % 977} fornamn${number}`,
      created_at: made,
    });
    rows.add("employment", {
      id: idOf("E", number, at.getTime()),
      person_id: id,
      entity_id: "entity",
      site_id: "site",
      kind: "employee",
      title: "Medarbetare",
      manager_id: null,
      from_on,
      to_on: null,
      ...recorded,
    });
    rows.add("membership", {
      id: idOf("M", number, at.getTime()),
      person_id: id,
      department_id: `enhet-${number % units}`,
      from_on,
      to_on: null,
      ...recorded,
    });
  }
  rows.finish();
  await db.write.transaction().execute(async (tx) => {
    for (let number = 0; number < modules; number += 1) {
      const policy = policies[number % policies.length] ?? {};
      await recordPolicy(tx, { at, by: null }, { moduleId: moduleIdOf(number), on: day, policy });
    }
    for (let number = 0; number < people; number += 1) {
      const from = addDays(day, -400 - (number % 3000));
      for (const above of [`enhet-${number % units}`, `del-${(number % units) % tops}`, "bolaget"]) {
        await addToHeadcount(tx, above, from, 1);
      }
    }
  });
  for (let start = 0; start < people; start += 50) {
    const some = Array.from({ length: Math.min(50, people - start) }, (_, place) => personIdOf(start + place));
    await db.write
      .transaction()
      .execute((tx) => reconcileAssignments(tx, { at, by: null }, some, { everyStanding: false }));
  }
}

/** What the people have done elsewhere: every module once in the last two years, some of it long ago or weakly. */
export function completionsOf(size: MovingIn, from: number, to: number): ImportedCompletion[] {
  const completions: ImportedCompletion[] = [];
  for (let person = from; person < to; person += 1) {
    for (let module = 0; module < size.modules; module += 1) {
      const seed = (person * 7919 + module * 104_729) % 10_007;
      completions.push({
        personId: personIdOf(person),
        moduleId: moduleIdOf(module),
        on: addDays(size.day, -1 - (seed % 700)),
        score: seed % 5 === 0 ? 0.7 : seed % 3 === 0 ? 0.95 : null,
        expires: seed % 11 === 0 ? addDays(size.day, 30 + (seed % 600)) : null,
      });
    }
  }
  return completions;
}
