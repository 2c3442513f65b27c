/** What the ledger should have stored, worked out in the most straightforward way there is: day by day, row by row. */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { Fact } from "#app/domain/facts";
import type { Policy } from "#app/domain/policy";
import { spreadFor } from "#app/domain/spread";
import { standing } from "#app/domain/standing";
import type { Connections } from "#db/connect";
import { allModules, columnOf, countedStates } from "#db/queries/state-columns";

/** The policy that held first and all facts of one person and module, read one table after another. */
export async function factsOf(db: Connections, personId: string, moduleId: string) {
  const facts: Fact[] = [];
  const assignments = await db.read.selectFrom("assignment").selectAll().where("person_id", "=", personId).execute();
  const events = assignments.filter((row) => row.module_id === moduleId && row.withdrawn_at === null);
  let required = 0;
  for (const day of [...new Set(events.map((event) => event.happened_on))].sort()) {
    const before = required;
    for (const event of events) if (event.happened_on === day) required += event.event === "begins" ? 1 : -1;
    if (before === 0 && required > 0) facts.push({ type: "assigned", on: day as CivilDate });
    if (before > 0 && required === 0) facts.push({ type: "unassigned", on: day as CivilDate });
  }
  const policies = await db.read
    .selectFrom("policy_change")
    .selectAll()
    .where("module_id", "=", moduleId)
    .orderBy("changed_on")
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  const [first, ...later] = policies.filter((row) => row.withdrawn_at === null);
  for (const row of later) {
    facts.push({ type: "policy", on: row.changed_on as CivilDate, policy: JSON.parse(row.policy) as Policy });
  }
  for (const row of await db.read.selectFrom("revision").selectAll().where("module_id", "=", moduleId).execute()) {
    if (row.number === 1) continue;
    facts.push({
      type: "revised",
      on: row.published_on as CivilDate,
      revision: row.number,
      change: row.change,
      ...(row.within === null ? {} : { within: row.within as never }),
    });
  }
  for (const row of await db.read.selectFrom("completion").selectAll().where("person_id", "=", personId).execute()) {
    if (row.module_id !== moduleId || row.withdrawn_at !== null) continue;
    facts.push({
      type: "completed",
      on: row.completed_on as CivilDate,
      revision: row.revision,
      ...(row.score === null ? {} : { score: row.score }),
      ...(row.expires_on === null ? {} : { expires: row.expires_on as CivilDate }),
    });
  }
  for (const row of await db.read.selectFrom("absence").selectAll().where("person_id", "=", personId).execute()) {
    if (row.withdrawn_at !== null || (row.module_id !== null && row.module_id !== moduleId)) continue;
    facts.push({
      type: row.kind === "leave" ? "leave" : "exempted",
      from: row.from_on as CivilDate,
      until: row.until_on as CivilDate | null,
    });
  }
  for (const row of await db.read.selectFrom("extension").selectAll().where("person_id", "=", personId).execute()) {
    if (row.withdrawn_at !== null || row.module_id !== moduleId) continue;
    facts.push({ type: "extended", on: row.given_on as CivilDate, due: row.due_on as CivilDate });
  }
  return { policy: first ? (JSON.parse(first.policy) as Policy) : ({} as Policy), facts };
}

/** Where somebody belonged on a day. */
export async function departmentOf(db: Connections, personId: string, on: string): Promise<string | undefined> {
  const rows = await db.read
    .selectFrom("membership")
    .selectAll()
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on")
    .execute();
  return (rows.filter((row) => row.from_on <= on).at(-1) ?? rows[0])?.department_id;
}

/**
 * Every difference between the stored spans of one key and `standing` asked for each day from `from` to `today`, as
 * sentences; only for people who were ever assigned.
 */
export async function spanFaults(
  db: Connections,
  personId: string,
  moduleId: string,
  from: CivilDate,
  today: CivilDate,
): Promise<string[]> {
  const { policy, facts } = await factsOf(db, personId, moduleId);
  const assignedBy = facts.some((fact) => fact.type === "assigned" && compareDates(fact.on, today) <= 0);
  if (!assignedBy) return [];
  const spans = await db.read
    .selectFrom("standing_span")
    .selectAll()
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId)
    .execute();
  const faults: string[] = [];
  for (let day = from; compareDates(day, today) <= 0; day = addDays(day, 1)) {
    const expected = standing(policy, facts, day, { spreadDays: spreadFor(personId, moduleId) });
    const held = spans.filter((span) => span.from_on <= day && (span.to_on === null || span.to_on > day));
    const [span, ...more] = held;
    const where = `${personId} ${moduleId} ${day}`;
    if (more.length > 0) faults.push(`${where}: ${held.length} spans overlap`);
    if (!span) {
      if (expected.state !== "not-required") faults.push(`${where}: no span, but ${expected.state}`);
      continue;
    }
    const valid = expected.valid ? 1 : 0;
    if (span.state !== expected.state || span.task !== expected.task || span.valid !== valid) {
      faults.push(`${where}: stored ${span.state}/${span.task}, facts say ${expected.state}/${expected.task}`);
    }
    const department = await departmentOf(db, personId, day);
    if (span.department_id !== department) faults.push(`${where}: in ${span.department_id}, not ${department}`);
  }
  return faults;
}

/** Every difference between the stored counts on a day and counting the spans. */
export async function countFaults(db: Connections, on: string): Promise<string[]> {
  const spans = await db.read
    .selectFrom("standing_span")
    .innerJoin("department_ancestor", "department_ancestor.department_id", "standing_span.department_id")
    .select(["ancestor_id", "module_id", "state"])
    .where("voluntary", "=", 0)
    .where("state", "<>", "not-required")
    .where("from_on", "<=", on)
    .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">", on)]))
    .execute();
  const expected = new Map<string, number>();
  for (const span of spans) {
    for (const module of [span.module_id, allModules]) {
      const key = `${span.ancestor_id} ${module} ${span.state}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
  }
  const stored = new Map<string, number>();
  const rows = await db.read
    .selectFrom("standing_count")
    .selectAll()
    .where("counted_on", "<=", on)
    .orderBy("counted_on")
    .execute();
  for (const row of rows) {
    for (const state of countedStates) {
      stored.set(`${row.department_id} ${row.module_id} ${state}`, row[columnOf[state]]);
    }
  }
  const faults: string[] = [];
  for (const key of new Set([...expected.keys(), ...stored.keys()])) {
    const a = expected.get(key) ?? 0;
    const b = stored.get(key) ?? 0;
    if (a !== b) faults.push(`${on} ${key}: counted ${b}, there are ${a}`);
  }
  return faults;
}
