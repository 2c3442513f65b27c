/**
 * Random policies and histories. Periods are short and days crowd together, so that what happens falls into windows,
 * grace, leave and runway of what happened before; a history of far-apart facts would test nothing.
 */
import fc from "fast-check";
import { addDays, type CivilDate, civilDate, compareDates, minimumDays, parsePeriod } from "#app/domain/calendar";
import {
  type Change,
  type Completed,
  type Exempted,
  type Extended,
  type Fact,
  factDate,
  type Leave,
  type PolicyChanged,
  type Revised,
} from "#app/domain/facts";
import { type Policy, parsePolicy } from "#app/domain/policy";

export const FIRST = civilDate("2023-12-20");

const period = (...texts: string[]) => fc.constantFrom(...texts.map(parsePeriod));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** An object without the fields that are undefined. */
function compact(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const common = {
  window: maybe(period("P0D", "P5D", "P2W", "P14D", "P1M")),
  grace: maybe(period("P0D", "P3D", "P7D", "P14D", "P1M")),
  afterLapse: maybe(fc.constantFrom("module", "refresher")),
};

const refresh: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({
    ...common,
    anchor: maybe(fc.constant("completion")),
    every: period("P20D", "P1M", "P6W", "P2M", "P3M", "P1Y"),
    weak: maybe(fc.record({ below: fc.constantFrom(0.5, 0.8), every: period("P15D", "P1M", "P40D") })),
    spread: maybe(period("P3D", "P1W")),
  }),
  fc.record({
    ...common,
    anchor: fc.constant("keep"),
    every: period("P20D", "P1M", "P6W", "P2M", "P3M", "P1Y"),
    spread: maybe(period("P3D", "P1W")),
  }),
  fc.record({
    ...common,
    anchor: fc.constant("calendar"),
    on: fc.constantFrom(["02-29"], ["03-31", "09-30"], ["01-31", "04-30", "07-15", "10-31"], ["12-31"]),
    minimumValidity: maybe(period("P15D", "P1M", "P60D")),
  }),
);

/** Policies that the rules accept. */
export const policies: fc.Arbitrary<Policy> = fc
  .record({
    due: maybe(period("P0D", "P7D", "P14D", "P1M", "P2M")),
    runway: maybe(period("P0D", "P1D", "P5D", "P14D", "P1M")),
    refresh: fc.option(refresh, { nil: undefined, freq: 8 }),
  })
  .map((record) => parsePolicy(compact({ ...record, refresh: record.refresh && compact(record.refresh) })))
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed.ok ? parsed.value : {}));

/** What happens next, some days after what happened last; revisions are numbered as they are published. */
type Step = { after: number; make: (on: CivilDate, revision: number) => Fact | Fact[] };

const gaps = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 70 }) },
);

const lengths = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 }));
const until = fc.option(lengths, { nil: null, freq: 9 });

export const completions = fc
  .record({
    older: fc.constantFrom(0, 0, 0, 1),
    score: maybe(fc.constantFrom(0, 0.4, 0.6, 0.79, 0.8, 1)),
    expires: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.integer({ min: -5, max: 90 }) },
    ),
  })
  .map(
    ({ older, score, expires }) =>
      (on: CivilDate, revision: number): Completed => ({
        type: "completed",
        on,
        revision: Math.max(0, revision - older),
        ...(score === undefined ? {} : { score }),
        ...(expires === undefined ? {} : { expires: addDays(on, expires) }),
      }),
  );

export const revisions = (changes: Change[]) =>
  fc.record({ change: fc.constantFrom(...changes), within: maybe(period("P0D", "P3D", "P10D", "P1M")) }).map(
    ({ change, within }) =>
      (on: CivilDate, revision: number): Revised => ({
        type: "revised",
        on,
        revision: revision + 1,
        change,
        ...(within === undefined ? {} : { within }),
      }),
  );

export const leaves = until.map(
  (length) =>
    (from: CivilDate): Leave => ({
      type: "leave",
      from,
      until: length === null ? null : addDays(from, length),
    }),
);

export const exemptions = until.map(
  (length) =>
    (from: CivilDate): Exempted => ({
      type: "exempted",
      from,
      until: length === null ? null : addDays(from, length),
      reason: "works abroad",
    }),
);

export const extensions = fc.integer({ min: -5, max: 60 }).map(
  (length) =>
    (on: CivilDate): Extended => ({ type: "extended", on, due: addDays(on, length) }),
);

export const edits = policies.map(
  (policy) =>
    (on: CivilDate): PolicyChanged => ({ type: "policy", on, policy }),
);

/** Left, and back some days later: gaps shorter and longer than the runway. */
const absencesFromAudience = fc
  .oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }))
  .map((gap) => (on: CivilDate): Fact[] => [
    { type: "unassigned", on },
    { type: "assigned", on: addDays(on, gap) },
  ]);

const makers: fc.Arbitrary<Step["make"]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant((on: CivilDate): Fact => ({ type: "assigned", on })) },
  { weight: 1, arbitrary: fc.constant((on: CivilDate): Fact => ({ type: "unassigned", on })) },
  { weight: 2, arbitrary: absencesFromAudience },
  { weight: 7, arbitrary: completions },
  { weight: 3, arbitrary: revisions(["minor", "major", "major", "critical"]) },
  { weight: 2, arbitrary: leaves },
  { weight: 1, arbitrary: exemptions },
  { weight: 2, arbitrary: extensions },
  { weight: 2, arbitrary: edits },
);

/** A person's history with a module, at most one policy a day. */
export const histories: fc.Arbitrary<Fact[]> = fc
  .record({
    assigned: fc.constantFrom(true, true, true, true, true, true, true, false),
    start: fc.integer({ min: 0, max: 100 }),
    steps: fc.array(fc.record({ after: gaps, make: makers }), { maxLength: 12, size: "max" }),
  })
  .map(({ assigned, start, steps }) => {
    let on = addDays(FIRST, start);
    const facts: Fact[] = assigned ? [{ type: "assigned", on }] : [];
    let revision = 1;
    for (const step of steps) {
      on = addDays(on, step.after);
      for (const fact of [step.make(on, revision)].flat()) {
        if (fact.type === "policy" && facts.some((other) => other.type === "policy" && other.on === on)) continue;
        if (fact.type === "revised") revision = fact.revision;
        facts.push(fact);
      }
    }
    return facts;
  });

export interface Story {
  readonly policy: Policy;
  readonly facts: readonly Fact[];
  readonly today: CivilDate;
  readonly spreadDays: number;
}

/** A policy, a history, a day to ask about, and an offset that the policy's window leaves room for. */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    policy: policies,
    facts: histories,
    at: fc.nat(),
    later: fc.oneof(gaps, fc.integer({ min: 0, max: 400 })),
    spread: fc.constantFrom(0, 0, 0, 2, 6),
  })
  .map(({ policy, facts, at, later, spread }) => {
    const near = facts.length === 0 ? FIRST : factDate(facts[at % facts.length] ?? { type: "assigned", on: FIRST });
    const room = Math.min(spread, roomFor(policy, facts));
    return { policy, facts, today: addDays(near, later), spreadDays: room };
  });

/** The largest offset for which every interval still exceeds window and offset together, as the rules demand. */
function roomFor(policy: Policy, facts: readonly Fact[]): number {
  let room = Number.POSITIVE_INFINITY;
  for (const one of [policy, ...facts.flatMap((fact) => (fact.type === "policy" ? [fact.policy] : []))]) {
    const refresh = one.refresh;
    if (refresh === undefined || refresh.anchor === "calendar") continue;
    const shortest = refresh.anchor === "keep" || refresh.weak === undefined ? refresh.every : refresh.weak.every;
    room = Math.min(room, minimumDays(shortest) - minimumDays(refresh.window ?? parsePeriod("P30D")) - 1);
  }
  return room;
}

/** A history, and then one thing more, on a later day of its own. */
export interface NextStory<Next extends Fact> {
  readonly policy: Policy;
  readonly facts: readonly Fact[];
  readonly next: Next;
  readonly on: CivilDate;
  readonly spreadDays: number;
}

/** Histories followed by one more fact, which `make` dates. */
export function followedBy<Next extends Fact>(
  make: fc.Arbitrary<(on: CivilDate, revision: number) => Next>,
): fc.Arbitrary<NextStory<Next>> {
  return fc
    .record({ policy: policies, facts: histories, after: gaps, make, spread: fc.constantFrom(0, 0, 0, 2, 6) })
    .map(({ policy, facts, after, make, spread }) => {
      const last = [FIRST, ...facts.map(factDate)].sort(compareDates).at(-1) ?? FIRST;
      const on = addDays(last, 1 + after);
      const revision = facts.reduce(
        (newest, fact) =>
          fact.type === "revised" || fact.type === "completed" ? Math.max(newest, fact.revision) : newest,
        1,
      );
      const next = make(on, revision);
      return { policy, facts, next, on, spreadDays: Math.min(spread, roomFor(policy, [...facts, next])) };
    });
}

/** The facts that count by the end of a day. */
export function known(facts: readonly Fact[], day: CivilDate): Fact[] {
  return facts.filter((fact) => factDate(fact) <= day);
}
