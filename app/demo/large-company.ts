/** Writes what a large company has few of: itself, its units and its modules with what is required of whom. */
import { recordPolicy, recordRevision } from "#app/ledger/record";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import { instantIn } from "./instants";
import type { LargePlan } from "./large-plan";
import { organisationZone } from "./places";

export interface LargePlace {
  readonly entityId: string;
  readonly siteId: string;
}

const courseId = "kurs";
const both = (text: string) => JSON.stringify({ sv: text, en: text });

export async function writeLargeCompany(
  tx: Writer,
  plan: LargePlan,
  at: Date,
  newId: () => string,
): Promise<LargePlace> {
  const made = instantText(at);
  const place = { entityId: newId(), siteId: newId() };
  const name = "Storbolaget AB";
  await tx
    .insertInto("organisation")
    .values({
      id: newId(),
      name,
      zone: organisationZone,
      languages: JSON.stringify(["sv", "en"]),
      demonstration: 1,
      created_at: made,
    })
    .execute();
  await tx.insertInto("entity").values({ id: place.entityId, name, country: "SE" }).execute();
  await tx
    .insertInto("site")
    .values({ id: place.siteId, entity_id: place.entityId, name: "Sundsvall", zone: organisationZone })
    .execute();
  const departments = [
    ...plan.tops.map((id) => ({ id, above: [] as string[] })),
    ...plan.units.map(({ id, top }) => ({ id, above: [top] })),
  ];
  for (const [position, { id, above }] of departments.entries()) {
    await tx
      .insertInto("department")
      .values({ id, parent_id: above[0] ?? null, name: both(id), position, closed_on: null })
      .execute();
    for (const [depth, ancestor] of [id, ...above].entries()) {
      await tx.insertInto("department_ancestor").values({ department_id: id, ancestor_id: ancestor, depth }).execute();
    }
  }
  await tx
    .insertInto("course")
    .values({
      id: courseId,
      title: both("Kursen"),
      summary: both("Kursen"),
      owner: "trainer@fjallnas.example",
      position: 0,
    })
    .execute();
  for (const position of plan.modules.keys()) await writeModule(tx, plan, position, newId);
  return place;
}

async function writeModule(tx: Writer, plan: LargePlan, position: number, newId: () => string): Promise<void> {
  const module = plan.modules[position];
  if (!module) return;
  const at = instantIn(organisationZone, module.from, 0);
  const recording = { at, by: null };
  const title = both(`Modul ${position + 1}`);
  await tx
    .insertInto("module")
    .values({
      id: module.id,
      course_id: courseId,
      title,
      short: title,
      summary: title,
      minutes: 6,
      refresher_minutes: 4,
      pass_mark: 0.8,
      review_by: null,
      why: "[]",
      policy: JSON.stringify(module.policy),
      position,
    })
    .execute();
  await recordPolicy(tx, recording, { moduleId: module.id, on: module.from, policy: module.policy });
  const note = both("Första utgåvan.");
  const revision = { id: newId(), moduleId: module.id, number: 1, change: "major", within: null, note } as const;
  await recordRevision(tx, recording, { ...revision, contentHash: module.id, on: module.from });
  const takers = plan.units.filter((unit) => unit.modules.includes(position)).map((unit) => unit.id);
  const audience = plan.each === plan.modules.length ? { everyone: true } : { departments: takers };
  await tx
    .insertInto("requirement")
    .values({
      id: module.requirementId,
      module_id: module.id,
      audience: JSON.stringify(audience),
      from_on: module.from,
      to_on: null,
      due: null,
      every: null,
      recorded_at: instantText(at),
      recorded_by: null,
    })
    .execute();
}
