/** Where departments stand in the tree, and stood on earlier days: a department that was moved had other ones above it. */
import type { Dated } from "./audience";
import { addDays, type CivilDate, compareDates } from "./calendar";

/** Where a department that was ever moved stood; `to` is the last day, null: until now. */
export interface Placement {
  readonly departmentId: string;
  readonly parentId: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

const always = "0001-01-01" as CivilDate;

/**
 * Gives for a department itself and all above it, nearest first, by day.
 *
 * @param parents where every department stands now
 * @param placements where those that were moved stood; one without any has always stood where it stands
 */
export function departmentLines(
  parents: ReadonlyMap<string, string | null>,
  placements: readonly Placement[],
): (departmentId: string) => readonly Dated<readonly string[]>[] {
  const placed = new Map<string, Placement[]>();
  for (const placement of placements) {
    const own = placed.get(placement.departmentId);
    if (own) own.push(placement);
    else placed.set(placement.departmentId, [placement]);
  }
  const days = [always, ...new Set(placements.map(({ from }) => from).filter((from) => from !== always))];
  days.sort(compareDates);
  const parentOn = (departmentId: string, on: CivilDate): string | null => {
    const found = placed
      .get(departmentId)
      ?.find(({ from, to }) => compareDates(from, on) <= 0 && (to === null || compareDates(on, to) <= 0));
    return found ? found.parentId : (parents.get(departmentId) ?? null);
  };
  const lineOn = (departmentId: string, on: CivilDate): string[] => {
    const line: string[] = [];
    for (let at: string | null = departmentId; at !== null && !line.includes(at); at = parentOn(at, on)) line.push(at);
    return line;
  };
  const known = new Map<string, readonly Dated<readonly string[]>[]>();
  return (departmentId) => {
    let lines = known.get(departmentId);
    if (!lines) {
      const found: { from: CivilDate; to: CivilDate | null; value: readonly string[] }[] = [];
      for (const from of days) {
        const value = lineOn(departmentId, from);
        const last = found.at(-1);
        if (last && last.value.join("\n") === value.join("\n")) continue;
        if (last) last.to = addDays(from, -1);
        found.push({ from, to: null, value });
      }
      lines = found;
      known.set(departmentId, lines);
    }
    return lines;
  };
}

/** A membership of a department, cut where the department was moved. */
export function placedMemberships(
  membership: Dated<string>,
  linesOf: ReturnType<typeof departmentLines>,
): Dated<readonly string[]>[] {
  const cut: Dated<readonly string[]>[] = [];
  for (const line of linesOf(membership.value)) {
    const from = compareDates(line.from, membership.from) > 0 ? line.from : membership.from;
    const ends = [line.to, membership.to].filter((to) => to !== null).sort(compareDates);
    const to = ends[0] ?? null;
    if (to === null || compareDates(from, to) <= 0) cut.push({ from, to, value: line.value });
  }
  return cut;
}
