/** How a large company is laid out: its units and departments, its modules, and which unit takes which. */
import type { CivilDate } from "#app/domain/calendar";
import { historiesOf, type LargeModule, largeModule, type ModuleHistories } from "./large-histories";
import { organisationZone } from "./places";

export interface LargeOptions {
  readonly people: number;
  readonly modules: number;
  /** Units in which people work; they lie under fewer departments. */
  readonly departments: number;
  /** In all; a whole number of modules for each person. */
  readonly standings: number;
  /** The day up to which everything has passed. */
  readonly lastDay: CivilDate;
  /** A later day, on which this share of all standings changes. */
  readonly changingOn: CivilDate;
  /** 0 to 1. */
  readonly fractionChanging: number;
  /** Told how far it has come (0 to 1). */
  readonly progress?: (fraction: number, text: string) => void;
}

export interface LargePlan {
  readonly units: readonly { readonly id: string; readonly top: string; readonly modules: readonly number[] }[];
  readonly tops: readonly string[];
  readonly modules: readonly (LargeModule & ModuleHistories)[];
  /** Modules that each person takes. */
  readonly each: number;
  /** Standings that change on the day asked for. */
  readonly changing: number;
  /** Standings with a module that has histories that change then. */
  readonly eligible: number;
}

/** Units under one department. */
const unitsUnder = 12;
/** By so many modules do those of one unit differ from those of the next. */
const step = 7;

/** @throws RangeError when no such company can be made */
export function planLarge(options: LargeOptions, newId: () => string): LargePlan {
  const { people, lastDay, changingOn } = options;
  const each = options.standings / people;
  if (!Number.isInteger(each) || each < 1 || each > options.modules) {
    throw new RangeError(
      `${options.standings} standings of ${people} people are not whole modules out of ${options.modules}`,
    );
  }
  const modules = Array.from({ length: options.modules }, (_, place) => {
    const module = largeModule(place, newId(), lastDay);
    return { ...module, ...historiesOf(module, organisationZone, lastDay, changingOn) };
  });
  const tops = Array.from({ length: Math.ceil(options.departments / unitsUnder) }, (_, at) => `avdelning-${at + 1}`);
  const units = Array.from({ length: options.departments }, (_, at) => ({
    id: `enhet-${String(at + 1).padStart(4, "0")}`,
    top: tops[Math.floor(at / unitsUnder)] ?? "",
    // In the order of their ids, which is that of the rows.
    modules: Array.from({ length: each }, (_, of) => (at * step + of) % options.modules).sort((a, b) => a - b),
  }));
  let eligible = 0;
  units.forEach((unit, at) => {
    const staff = Math.floor(people / units.length) + (at < people % units.length ? 1 : 0);
    eligible += staff * unit.modules.filter((place) => (modules[place]?.changing.length ?? 0) > 0).length;
  });
  const changing = Math.round(options.standings * options.fractionChanging);
  if (changing > eligible) {
    throw new RangeError(`At most ${eligible} standings can change on ${changingOn}, not ${changing}`);
  }
  return { units, tops, modules, each, changing, eligible };
}
