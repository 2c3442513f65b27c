/** Whom requirements oblige, day by day and row by row: separate from how the ledger works it out, and as plain as can be. */
import { addDays, type CivilDate, compareDates } from "#app/domain/calendar";
import type { Connections } from "#db/connect";
import type { Row } from "#db/schema";

type Rule = Record<string, unknown>;

interface World {
  readonly departments: readonly Row<"department">[];
  readonly placements: readonly Row<"department_placement">[];
  readonly sites: readonly Row<"site">[];
  readonly entities: readonly Row<"entity">[];
  readonly memberships: readonly Row<"membership">[];
  readonly employments: readonly Row<"employment">[];
  readonly grants: readonly Row<"role_grant">[];
  readonly holdings: readonly Row<"holding">[];
  readonly requirements: readonly Row<"requirement">[];
  readonly assignments: readonly Row<"assignment">[];
}

export async function readWorld({ read }: Connections): Promise<World> {
  return {
    departments: await read.selectFrom("department").selectAll().execute(),
    placements: await read.selectFrom("department_placement").selectAll().execute(),
    sites: await read.selectFrom("site").selectAll().execute(),
    entities: await read.selectFrom("entity").selectAll().execute(),
    memberships: await read.selectFrom("membership").selectAll().where("withdrawn_at", "is", null).execute(),
    employments: await read.selectFrom("employment").selectAll().where("withdrawn_at", "is", null).execute(),
    grants: await read.selectFrom("role_grant").selectAll().where("withdrawn_at", "is", null).execute(),
    holdings: await read.selectFrom("holding").selectAll().where("withdrawn_at", "is", null).execute(),
    requirements: await read.selectFrom("requirement").selectAll().where("withdrawn_at", "is", null).execute(),
    assignments: await read.selectFrom("assignment").selectAll().where("withdrawn_at", "is", null).execute(),
  };
}

const holds = (row: { from_on: string; to_on: string | null }, day: string) =>
  row.from_on <= day && (row.to_on === null || day <= row.to_on);

function aboveOn(world: World, departmentId: string, day: string): string[] {
  const line = [departmentId];
  for (;;) {
    const at = line.at(-1);
    const placed = world.placements.filter((row) => row.department_id === at);
    const own = placed.find((row) => holds(row, day));
    const parent = own ? own.parent_id : (world.departments.find((row) => row.id === at)?.parent_id ?? null);
    if (parent === null) return line;
    line.push(parent);
  }
}

/** Whether a person meets a rule on a day. */
export function meetsOn(world: World, rule: Rule, personId: string, day: CivilDate): boolean {
  const of = <Item extends { person_id: string }>(rows: readonly Item[]) =>
    rows.filter((row) => row.person_id === personId);
  const membership = of(world.memberships).find((row) => holds(row, day));
  if (!membership) return false;
  const above = aboveOn(world, membership.department_id, day);
  const employment = of(world.employments).find((row) => holds(row, day));
  const judge = (part: Rule): boolean => {
    const [kind] = Object.keys(part);
    const list = (part[kind ?? ""] ?? []) as string[];
    switch (kind) {
      case "everyone":
        return true;
      case "departments":
        return list.some((id) => above.includes(id));
      case "department":
        return part.below === false ? list.includes(membership.department_id) : list.some((id) => above.includes(id));
      case "all":
        return (part.all as Rule[]).every(judge);
      case "any":
        return (part.any as Rule[]).some(judge);
      case "not":
        return !judge(part.not as Rule);
      case "role":
        return of(world.grants).some((row) => holds(row, day) && list.includes(row.role));
      case "responsibility":
        return of(world.holdings).some(
          (row) =>
            holds(row, day) && list.includes(row.responsibility_id) && (row.deputy === 0 || part.deputies === true),
        );
      case "title":
        return employment !== undefined && list.includes(employment.title);
      case "site":
        return employment !== undefined && list.includes(employment.site_id);
      case "entity":
        return employment !== undefined && list.includes(employment.entity_id);
      case "employment":
        return employment !== undefined && list.includes(employment.kind);
      case "manager":
        return employment?.manager_id != null && list.includes(employment.manager_id);
      case "country": {
        if (!employment) return false;
        const site = world.sites.find((row) => row.id === employment.site_id);
        const entity = world.entities.find((row) => row.id === employment.entity_id);
        return list.includes(site?.country ?? entity?.country ?? "");
      }
      case "employed": {
        if (!employment) return false;
        const { from = "0001-01-01", until = "9999-12-31" } = part.employed as { from?: string; until?: string };
        // Back, day by day, until a day without employment.
        let since = day;
        while (of(world.employments).some((row) => holds(row, addDays(since, -1)))) since = addDays(since, -1);
        return from <= since && since <= until;
      }
      default:
        throw new Error(`The naive reading knows no ${kind}`);
    }
  };
  return judge(rule);
}

/** Every day on which the recorded assignments of a person say something else than the rules, as sentences. */
export function assignmentFaults(world: World, people: readonly string[], from: CivilDate, to: CivilDate): string[] {
  const faults: string[] = [];
  const ids = new Set([
    ...world.requirements.map(({ id }) => id),
    ...world.assignments.map((row) => row.requirement_id),
  ]);
  for (const personId of people) {
    const own = world.assignments.filter((row) => row.person_id === personId);
    for (let day = from; compareDates(day, to) <= 0; day = addDays(day, 1)) {
      for (const id of ids) {
        const requirement = world.requirements.find((row) => row.id === id);
        const expected =
          requirement !== undefined &&
          holds(requirement, day) &&
          meetsOn(world, JSON.parse(requirement.audience) as Rule, personId, day);
        let level = 0;
        for (const row of own) {
          if (row.requirement_id === id && row.happened_on <= day) level += row.event === "begins" ? 1 : -1;
        }
        if (level !== (expected ? 1 : 0)) faults.push(`${day} ${personId} ${id}: ${level}, expected ${expected}`);
      }
    }
  }
  return faults;
}
