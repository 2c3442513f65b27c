import { ulid } from "ulid";
import type { Audience } from "#app/domain/audience";
import type { CivilDate } from "#app/domain/calendar";
import type { Policy } from "#app/domain/policy";
import { recordPolicy } from "#app/ledger/record";
import type { Connections } from "#db/connect";

/** A small company made by hand, for tests of what happens in it. */
export interface Company {
  readonly people: readonly string[];
  readonly departments: readonly string[];
}

/** Chance that is the same each time: numbers from 0 to below 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 16_777_216;
  };
}

/** Departments `shops` (with `shops-north`, `shops-south` under it) and `office`, all under `company`. */
export async function createCompany(
  db: Connections,
  options: { readonly people: number; readonly at: Date; readonly zones?: readonly string[] },
): Promise<Company> {
  const at = options.at.toISOString();
  const tree: Record<string, string | null> = {
    company: null,
    shops: "company",
    "shops-north": "shops",
    "shops-south": "shops",
    office: "company",
  };
  const departments = Object.keys(tree);
  // The same ids each time: what is spread over days is spread by them.
  const chance = chanceFrom(5);
  const people = Array.from({ length: options.people }, () => ulid(options.at.getTime(), chance));
  await db.write.transaction().execute(async (tx) => {
    await tx
      .insertInto("organisation")
      .values({
        id: "org",
        name: "Testbolaget",
        zone: "Europe/Stockholm",
        languages: '["sv","en"]',
        demonstration: 0,
        created_at: at,
      })
      .execute();
    await tx.insertInto("entity").values({ id: "entity", name: "Testbolaget AB", country: "SE" }).execute();
    for (const zone of options.zones ?? ["Europe/Stockholm"]) {
      await tx
        .insertInto("site")
        .values({ id: `site ${zone}`, entity_id: "entity", name: zone, zone })
        .execute();
    }
    for (const [position, id] of departments.entries()) {
      await tx
        .insertInto("department")
        .values({
          id,
          parent_id: tree[id] ?? null,
          name: JSON.stringify({ sv: id, en: id }),
          position,
          closed_on: null,
        })
        .execute();
      let depth = 0;
      for (let above: string | null = id; above !== null; above = tree[above] ?? null) {
        await tx.insertInto("department_ancestor").values({ department_id: id, ancestor_id: above, depth }).execute();
        depth += 1;
      }
    }
    for (const [index, id] of people.entries()) {
      await tx
        .insertInto("person")
        .values({
          id,
          employee_number: String(1000 + index),
          given_name: `Person${index}`,
          family_name: "Test",
          email: `person${index}@test.example`,
          language: index % 3 === 2 ? "en" : "sv",
          zone: null,
          search_key: `person${index} test`,
          sort_key: `test person${index}`,
          created_at: at,
        })
        .execute();
      const zones = options.zones ?? ["Europe/Stockholm"];
      await tx
        .insertInto("employment")
        .values({
          id: ulid(),
          person_id: id,
          entity_id: "entity",
          site_id: `site ${zones[index % zones.length]}`,
          kind: "employee",
          title: "Tester",
          manager_id: null,
          from_on: "2020-01-01",
          to_on: null,
          recorded_at: at,
          recorded_by: null,
        })
        .execute();
    }
  });
  return { people, departments };
}

/** A module with a policy and, if given, a requirement from a day on; without content. */
export async function createModule(
  db: Connections,
  module: {
    readonly id: string;
    readonly policy: Policy;
    readonly audience?: Audience;
    readonly from: CivilDate;
    readonly at: Date;
  },
): Promise<void> {
  const text = JSON.stringify({ sv: module.id, en: module.id });
  await db.write.transaction().execute(async (tx) => {
    await tx
      .insertInto("course")
      .values({ id: "course", title: text, summary: text, owner: "trainer@test.example", position: 0 })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    await tx
      .insertInto("module")
      .values({
        id: module.id,
        course_id: "course",
        title: text,
        short: text,
        summary: text,
        minutes: 5,
        refresher_minutes: 3,
        pass_mark: 0.8,
        review_by: null,
        why: "[]",
        policy: JSON.stringify(module.policy),
        position: 0,
      })
      .execute();
    await recordPolicy(
      tx,
      { at: module.at, by: null },
      { moduleId: module.id, on: module.from, policy: module.policy },
    );
    if (module.audience) {
      await tx
        .insertInto("requirement")
        .values({
          id: `requirement ${module.id}`,
          module_id: module.id,
          audience: JSON.stringify(module.audience),
          from_on: module.from,
          to_on: null,
          due: null,
          every: null,
          recorded_at: module.at.toISOString(),
          recorded_by: null,
        })
        .execute();
    }
  });
}
