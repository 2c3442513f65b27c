/** Where people belong, and what that obliges them to: memberships in, assignments out, through the ledger. */
import { ulid } from "ulid";
import { type Audience, circumstances, impliedEvents, type RequirementSpan } from "#app/domain/audience";
import { addDays, type CivilDate } from "#app/domain/calendar";
import { DomainError } from "#app/domain/errors";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Reader, Writer } from "#db/connect";
import { loadCareers, loadDepartmentLines } from "#db/queries/circumstances";
import { addToHeadcount } from "#db/queries/derived";
import { endMembership, insertAssignments, insertMembership, withdrawFact } from "#db/queries/ledger-writes";
import { findImpliedAssignments, findRecordedKeys } from "#db/queries/people-rows";
import { countCompletions, countedCompletions } from "./completion-counts";
import { loadAncestors } from "./counts";
import type { Key } from "./gather";
import type { Recording } from "./record";
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
        .where("withdrawn_at", "is", null)
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
      .where("withdrawn_at", "is", null)
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

/** So many people are reconciled with one set of queries. */
const chunk = 256;

/**
 * Makes the assignments of people what their circumstances and the requirements imply: records what is missing, withdraws
 * what no longer follows. Assignments made by hand are left alone. Standings follow: of what changed, or (with
 * `everyStanding`, for whoever changed department or zone) all of theirs.
 */
export async function reconcileAssignments(
  tx: Writer,
  recording: Recording,
  people: readonly string[],
  options: { readonly everyStanding: boolean } = { everyStanding: true },
): Promise<void> {
  const requirements = await loadRequirements(tx);
  const linesOf = await loadDepartmentLines(tx);
  for (let start = 0; start < people.length; start += chunk) {
    const some = people.slice(start, start + chunk);
    const careers = await loadCareers(tx, some, linesOf);
    const stored = new Map<string, Map<string, { readonly id: string; readonly module_id: string }>>();
    for (const row of await findImpliedAssignments(tx, some)) {
      const own = stored.get(row.person_id) ?? new Map();
      stored.set(row.person_id, own.set(`${row.requirement_id}\n${row.event}\n${row.happened_on}`, row));
    }
    const facts: AssignmentFact[] = [];
    const touched: Key[] = [];
    for (const [personId, career] of careers) {
      const left = stored.get(personId) ?? new Map<string, { readonly id: string; readonly module_id: string }>();
      for (const { requirementId, event, on } of impliedEvents(circumstances(career), requirements.spans)) {
        if (requirementId === null || left.delete(`${requirementId}\n${event}\n${on}`)) continue;
        const moduleId = requirements.moduleOf.get(requirementId);
        if (moduleId !== undefined) facts.push({ personId, moduleId, event, on, requirementId });
      }
      for (const row of left.values()) {
        await withdrawFact(tx, "assignment", row.id, {
          at: instantText(recording.at),
          by: recording.by,
          why: "no longer follows from circumstances and requirements",
        });
        touched.push({ personId, moduleId: row.module_id });
      }
    }
    await recordAssignments(tx, recording, facts);
    touched.push(...facts);
    if (options.everyStanding) touched.push(...(await findRecordedKeys(tx, some)));
    await refresh(tx, touched, recording.at);
  }
}

interface AssignmentFact extends Key {
  readonly event: "begins" | "ends";
  readonly on: CivilDate;
  readonly requirementId: string;
}

async function recordAssignments(tx: Writer, recording: Recording, facts: readonly AssignmentFact[]): Promise<void> {
  await insertAssignments(
    tx,
    facts.map(({ personId, moduleId, event, on, requirementId }) => ({
      id: newId(recording.at),
      person_id: personId,
      module_id: moduleId,
      event,
      happened_on: on,
      requirement_id: requirementId,
      reason: null,
      recorded_at: instantText(recording.at),
      recorded_by: recording.by,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_why: null,
    })),
  );
}

/** Every requirement in force, and the module of each. */
export interface Required {
  readonly spans: readonly RequirementSpan[];
  readonly moduleOf: ReadonlyMap<string, string>;
}

export async function loadRequirements(db: Reader): Promise<Required> {
  const rows = await db
    .selectFrom("requirement")
    .select(["id", "module_id", "audience", "from_on", "to_on"])
    .where("withdrawn_at", "is", null)
    .execute();
  const spans: RequirementSpan[] = rows.map((row) => ({
    id: row.id,
    audience: JSON.parse(row.audience) as Audience,
    from: row.from_on as CivilDate,
    to: row.to_on as CivilDate | null,
  }));
  return { spans, moduleOf: new Map(rows.map((row) => [row.id, row.module_id])) };
}
