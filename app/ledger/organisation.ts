/** Where people belong, and what that obliges them to: memberships in, assignments out, through the ledger. */
import { ulid } from "ulid";
import { type Audience, impliedEvents, type MembershipSpan, type RequirementSpan } from "#app/domain/audience";
import { addDays, type CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import { addToHeadcount } from "#db/queries/derived";
import { endMembership, insertMembership, withdrawFact } from "#db/queries/ledger-writes";
import { countCompletions, countedCompletions } from "./completion-counts";
import { loadAncestors } from "./counts";
import type { Key } from "./gather";
import { modulesOf, type PersonalFact, type Recording, record } from "./record";
import { refresh } from "./refresh";

/** A change of where somebody belongs. */
export type Move =
  /** Belongs to a department from a day on. */
  | { readonly type: "joins"; readonly personId: string; readonly departmentId: string; readonly from: CivilDate }
  /** `to` is the last day of the membership that is open, if one is. */
  | { readonly type: "leaves"; readonly personId: string; readonly to: CivilDate };

/**
 * Records moves and brings assignments, standings and counts up to date. A move to another department is a `leaves`
 * with the last day in the old one and a `joins` with the first in the new.
 *
 * @throws DomainError conflict when somebody would belong to two departments on one day
 */
export async function recordMoves(tx: Writer, recording: Recording, moves: readonly Move[]): Promise<void> {
  const people = [...new Set(moves.map((move) => move.personId))];
  if (people.length === 0) return;
  const ancestors = await loadAncestors(tx);
  // A move recorded late changes where earlier completions count.
  const completions = await countedCompletions(tx, people);
  await countCompletions(tx, completions, -1);
  const headcount = new Map<string, number>();
  const count = (departmentId: string, on: CivilDate, delta: number) => {
    for (const department of ancestors.get(departmentId) ?? [departmentId]) {
      const key = `${department}\n${on}`;
      headcount.set(key, (headcount.get(key) ?? 0) + delta);
    }
  };
  for (const move of moves) {
    if (move.type === "joins") {
      const overlapping = await tx
        .selectFrom("membership")
        .select("id")
        .where("person_id", "=", move.personId)
        .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", move.from)]))
        .executeTakeFirst();
      if (overlapping) {
        throw new DomainError("conflict", `${move.personId} belongs to a department on ${move.from}: end that first`);
      }
      await insertMembership(tx, {
        id: ulid(recording.at.getTime()),
        person_id: move.personId,
        department_id: move.departmentId,
        from_on: move.from,
        to_on: null,
        recorded_at: instantText(recording.at),
        recorded_by: recording.by,
      });
      count(move.departmentId, move.from, 1);
      continue;
    }
    const open = await tx
      .selectFrom("membership")
      .select(["id", "department_id"])
      .where("person_id", "=", move.personId)
      .where("to_on", "is", null)
      .executeTakeFirst();
    if (!open) continue;
    await endMembership(tx, open.id, move.to);
    count(open.department_id, addDays(move.to, 1), -1);
  }
  for (const [key, delta] of headcount) {
    const [department = "", on = ""] = key.split("\n");
    if (delta !== 0) await addToHeadcount(tx, department, on, delta);
  }
  await countCompletions(tx, completions, 1);
  await reconcileAssignments(tx, recording, people);
}

/**
 * Makes the assignments of people what their memberships and the requirements imply: records what is missing, withdraws
 * what no longer follows. Assignments made by hand are left alone. Standings follow, also where only the department
 * changed.
 */
export async function reconcileAssignments(tx: Writer, recording: Recording, people: readonly string[]): Promise<void> {
  const requirements = await loadRequirements(tx);
  const ancestors = await loadAncestors(tx);
  for (const personId of people) {
    const memberships = await tx
      .selectFrom("membership")
      .select(["department_id", "from_on", "to_on"])
      .where("person_id", "=", personId)
      .orderBy("from_on")
      .execute();
    const spans: MembershipSpan[] = memberships.map((row) => ({
      departments: ancestors.get(row.department_id) ?? [row.department_id],
      from: row.from_on as CivilDate,
      to: row.to_on as CivilDate | null,
    }));
    const stored = await tx
      .selectFrom("assignment")
      .select(["id", "module_id", "event", "happened_on", "requirement_id"])
      .where("person_id", "=", personId)
      .where("requirement_id", "is not", null)
      .where("withdrawn_at", "is", null)
      .execute();
    const left = new Map(stored.map((row) => [`${row.requirement_id}\n${row.event}\n${row.happened_on}`, row]));
    const facts: PersonalFact[] = [];
    for (const event of impliedEvents(spans, requirements.spans)) {
      const requirementId = event.requirementId;
      if (requirementId === null) continue;
      if (left.delete(`${requirementId}\n${event.event}\n${event.on}`)) continue;
      const moduleId = requirements.moduleOf.get(requirementId);
      if (moduleId === undefined) continue;
      facts.push({ type: "assignment", personId, moduleId, event: event.event, on: event.on, requirementId });
    }
    const touched: Key[] = [];
    for (const row of left.values()) {
      await withdrawFact(tx, "assignment", row.id, {
        at: instantText(recording.at),
        by: recording.by,
        why: "no longer follows from memberships and requirements",
      });
      touched.push({ personId, moduleId: row.module_id });
    }
    await record(tx, recording, facts);
    for (const moduleId of await modulesOf(tx, personId)) touched.push({ personId, moduleId });
    await refresh(tx, touched, recording.at);
  }
}

async function loadRequirements(tx: Writer) {
  const rows = await tx.selectFrom("requirement").select(["id", "module_id", "audience", "from_on", "to_on"]).execute();
  const spans: RequirementSpan[] = rows.map((row) => ({
    id: row.id,
    audience: JSON.parse(row.audience) as Audience,
    from: row.from_on as CivilDate,
    to: row.to_on as CivilDate | null,
  }));
  return { spans, moduleOf: new Map(rows.map((row) => [row.id, row.module_id])) };
}
