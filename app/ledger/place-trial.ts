/**
 * What it would do to people that departments stand elsewhere from a day on, or that one becomes part of another: worked
 * out by the same rules on what is recorded, and nothing is written.
 */
import { type AssignmentEvent, type Career, circumstances, impliedEvents } from "#app/domain/audience";
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import { type Placement, placedMemberships } from "#app/domain/department-lines";
import { isLate, type StandingState, standing } from "#app/domain/standing";
import type { Reader } from "#db/connect";
import { type DepartmentLines, type Elsewhere, loadCareers, loadDepartmentLines } from "#db/queries/circumstances";
import { findPeopleUnder } from "#db/queries/people-rows";
import { loadCareerRows } from "./career-rows";
import { type Gathered, gather, type Key } from "./gather";
import { type Merging, mergedMemberships } from "./merge-department";
import { loadRequirements, type Required } from "./organisation";
import { asked } from "./project";
import { todayOf } from "./refresh";

/** Departments that would stand elsewhere, and at most one that would become part of another. */
export interface PlaceChange {
  /** The first day on which it holds. */
  readonly on: CivilDate;
  readonly moves: readonly { readonly departmentId: string; readonly parentId: string | null }[];
  readonly merge: Merging | null;
}

export interface PlaceTrial {
  /** People who belong on that day, or later, to what is moved. */
  readonly concerned: number;
  /** Those of them who would be late at once with something that they are not late with. */
  readonly late: number;
}

/** So many are judged before whoever else waits for this process has a turn. */
const atOnce = 128;

/** Tries a change of the tree at the instant `at`. */
export async function tryPlaces(db: Reader, change: PlaceChange, at: Date): Promise<PlaceTrial> {
  const tops = [
    ...change.moves.map(({ departmentId }) => departmentId),
    ...(change.merge ? [change.merge.departmentId] : []),
  ];
  const people = await findPeopleUnder(db, tops, change.on);
  const required = await loadRequirements(db);
  const lines = {
    before: await loadDepartmentLines(db),
    after: await loadDepartmentLines(db, placedElsewhere(change)),
  };
  let late = 0;
  for (let start = 0; start < people.length; start += atOnce) {
    const some = people.slice(start, start + atOnce);
    late += await countLate(db, await differing(db, some, change, required, lines), at);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { concerned: people.length, late };
}

/** Where departments would have stood, from where those that were moved before have. */
function placedElsewhere({ on, moves }: PlaceChange): Elsewhere {
  return (parents, placements) => {
    let placed = placements;
    for (const { departmentId, parentId } of moves) {
      const own = placed.filter((each) => each.departmentId === departmentId);
      const until = addDays(on, -1);
      const earlier: Placement[] =
        own.length === 0
          ? [{ departmentId, parentId: parents.get(departmentId) ?? null, from: always, to: until }]
          : own
              .filter(({ from }) => compareDates(from, on) < 0)
              .map((each) => (each.to === null ? { ...each, to: until } : each));
      const others = placed.filter((each) => each.departmentId !== departmentId);
      placed = [...others, ...earlier, { departmentId, parentId, from: on, to: null }];
      parents.set(departmentId, parentId);
    }
    return placed;
  };
}

const always = "0001-01-01" as CivilDate;

/** A key whose assignments would be others, with all of them. */
interface Differing extends Key {
  /** Those that would follow from requirements. */
  readonly implied: readonly AssignmentEvent[];
}

function textOf(events: readonly AssignmentEvent[]): string {
  return events
    .map(({ requirementId, event, on }) => `${requirementId} ${event} ${on}`)
    .sort()
    .join("\n");
}

async function differing(
  db: Reader,
  people: readonly string[],
  { merge }: PlaceChange,
  { spans, moduleOf }: Required,
  lines: { readonly before: DepartmentLines; readonly after: DepartmentLines },
): Promise<Differing[]> {
  const careers = await loadCareers(db, people, lines.before);
  const rows = await loadCareerRows(db, people);
  const found: Differing[] = [];
  for (const [personId, career] of careers) {
    const own = rows.get(personId)?.memberships ?? [];
    const memberships = (merge === null ? own : mergedMemberships(own, merge))
      .flatMap(({ from, to, value }) => placedMemberships({ from, to, value }, lines.after))
      .sort((a, b) => compareDates(a.from, b.from));
    const events = (of: Career) => byModule(impliedEvents(circumstances(of), spans), moduleOf);
    const [before, after] = [events(career), events({ ...career, memberships })];
    for (const moduleId of new Set([...before.keys(), ...after.keys()])) {
      const implied = after.get(moduleId) ?? [];
      if (textOf(before.get(moduleId) ?? []) !== textOf(implied)) found.push({ personId, moduleId, implied });
    }
  }
  return found;
}

function byModule(events: readonly AssignmentEvent[], moduleOf: Required["moduleOf"]) {
  const found = new Map<string, AssignmentEvent[]>();
  for (const event of events) {
    const moduleId = moduleOf.get(event.requirementId ?? "");
    if (moduleId !== undefined) found.set(moduleId, [...(found.get(moduleId) ?? []), event]);
  }
  return found;
}

/** How many people would be late with one of these keys and are not. */
async function countLate(db: Reader, keys: readonly Differing[], at: Date): Promise<number> {
  if (keys.length === 0) return 0;
  const gathered = await gather(db, keys);
  const late = new Set<string>();
  for (const { implied, ...key } of keys) {
    const today = todayOf(gathered, key.personId, at);
    const after: Gathered = {
      ...gathered,
      personal(of) {
        const recorded = gathered.personal(of);
        // Those made by hand follow from nothing and stay.
        return { ...recorded, events: [...recorded.events.filter((each) => each.requirementId === null), ...implied] };
      },
    };
    if (isLate(stateOf(key, after, today)) && !isLate(stateOf(key, gathered, today))) late.add(key.personId);
  }
  return late.size;
}

function stateOf(key: Key, gathered: Gathered, today: CivilDate): StandingState {
  const question = asked(key, gathered, today);
  return question ? standing(question.policy, question.facts, today, question.options).state : "not-required";
}
