/**
 * The modules of a large company and the few histories that its people have with them. Each history is projected once,
 * by the ledger's own projection, and then stamped out for as many as have it.
 */
import { addDays, type CivilDate, compareDates, parsePeriod } from "#app/domain/calendar";
import type { Policy, RefreshPolicy } from "#app/domain/policy";
import type { ModuleFacts, PersonalFacts } from "#app/ledger/assemble";
import { type Projection, project } from "#app/ledger/project";

export interface LargeModule {
  readonly id: string;
  readonly requirementId: string;
  readonly policy: Policy;
  /** From this day it is required. */
  readonly from: CivilDate;
}

type Completion = PersonalFacts["completions"][number];

export interface History {
  readonly completions: readonly Completion[];
  readonly row: NonNullable<Projection["row"]>;
  readonly spans: Projection["spans"];
}

export interface ModuleHistories {
  /** With how many of a hundred have each. */
  readonly usual: readonly { readonly history: History; readonly weight: number }[];
  /** Those whose next change is on the day asked for. */
  readonly changing: readonly History[];
}

const common = { window: parsePeriod("P30D"), grace: parsePeriod("P14D") };

/** Kinds of refresher, and how many days ago at most modules with them began to be required: time for one or two. */
const kinds: readonly { readonly refresh: RefreshPolicy; readonly reach: number }[] = [
  { refresh: { every: parsePeriod("P1Y"), ...common }, reach: 460 },
  { refresh: { every: parsePeriod("P6M"), ...common }, reach: 290 },
  { refresh: { every: parsePeriod("P1Y"), anchor: "keep", ...common }, reach: 430 },
  { refresh: { every: parsePeriod("P3M"), ...common }, reach: 150 },
];
const due = parsePeriod("P30D");
/** At least so much of that. */
const leastReach = 0.6;

/** The module of a place, from 0. */
export function largeModule(place: number, requirementId: string, lastDay: CivilDate): LargeModule {
  const kind = kinds[place % kinds.length];
  if (!kind) throw new RangeError("There are no kinds of refresher");
  const least = Math.round(leastReach * kind.reach);
  const ago = least + ((place * 67) % (kind.reach - least));
  return {
    id: `modul-${String(place + 1).padStart(3, "0")}`,
    requirementId,
    policy: { due, refresh: kind.refresh },
    from: addDays(lastDay, -ago),
  };
}

/** Whoever is projected; rows are given their own person and department when they are stamped out. */
const anybody = "anybody";

function projected(module: LargeModule, completions: readonly Completion[], zone: string, today: CivilDate): History {
  const facts: ModuleFacts = {
    policies: [{ on: module.from, policy: module.policy }],
    revisions: [{ number: 1, on: module.from, change: "major", within: null }],
    shortenings: new Map(),
  };
  const personal: PersonalFacts = {
    events: [{ requirementId: module.requirementId, event: "begins", on: module.from }],
    completions,
    absences: [],
    extensions: [],
  };
  const { row, spans } = project(
    { personId: anybody, moduleId: module.id },
    {
      module: () => facts,
      personal: () => personal,
      person: () => ({
        belongings: [{ departmentId: anybody, from: addDays(module.from, -1000), to: null }],
        zones: [{ from: null, zone }],
      }),
    },
    today,
  );
  if (row === null) throw new Error("Whoever is assigned has a standing");
  return { completions, row, spans };
}

function completed(on: CivilDate, kind: "module" | "refresher"): Completion {
  return { on, kind, revision: 1, score: 1, expires: null };
}

/** The histories that people have with a module on `today`. */
export function historiesOf(
  module: LargeModule,
  zone: string,
  today: CivilDate,
  changingOn: CivilDate,
): ModuleHistories {
  const of = (completions: readonly Completion[]) => projected(module, completions, zone, today);
  /** Takes it so many days after it was required, and each refresher so many days after it opened. */
  const keepsUp = (first: number, each: number | null): History => {
    let history = of([]);
    for (let next = addDays(module.from, first); compareDates(next, today) < 0; ) {
      history = of([
        ...history.completions,
        completed(next, history.completions.length === 0 ? "module" : "refresher"),
      ]);
      const { opens_on } = history.row;
      if (each === null || opens_on === null) break;
      next = addDays(opens_on as CivilDate, each);
    }
    return history;
  };
  const usual = [
    { history: keepsUp(7, 5), weight: 30 },
    { history: keepsUp(13, 20), weight: 30 },
    { history: keepsUp(24, 12), weight: 25 },
    { history: keepsUp(49, 9), weight: 7 },
    // Takes it once and lets its refresher pass.
    { history: keepsUp(18, null), weight: 5 },
    { history: of([]), weight: 3 },
  ].filter(({ history }) => history.row.next_change_on !== changingOn);
  const changing: History[] = [];
  for (let on = module.from; compareDates(on, today) < 0; on = addDays(on, 1)) {
    const history = of([completed(on, "module")]);
    if (history.row.next_change_on === changingOn) changing.push(history);
  }
  if (usual.length === 0) throw new Error(`Everything about ${module.id} changes on ${changingOn}`);
  return { usual, changing };
}
