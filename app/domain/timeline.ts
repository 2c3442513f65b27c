/** Standings over time: how it has been, and how it will be if nothing new happens. */
import { type CivilDate, civilDateOf, type DayNumber, dayNumber } from "./calendar";
import type { Fact } from "./facts";
import { type DatedFact, orderedFacts } from "./ordered-facts";
import type { Policy } from "./policy";
import type { Reason } from "./reasons";
import { type Kept, Position, type Standing, type StandingOptions, startReplay } from "./standing";

/** Days on which a standing stayed the same but for its reasons and what was then ahead. */
export interface StandingSpan extends Kept {
  readonly from: CivilDate;
  /** The last day, included; null for the span that holds today. */
  readonly to: CivilDate | null;
}

/** A standing, and the day from which it holds. */
export interface StandingFrom extends Standing {
  readonly on: CivilDate;
}

/**
 * How somebody has stood with a module, day by day from the first fact to `today`, as known today: for every day `d`
 * the span that holds it equals `standing(policy, facts, d)`. Empty before the first fact.
 */
export function history(
  policy: Policy,
  facts: readonly Fact[],
  today: CivilDate,
  options: StandingOptions = {},
): StandingSpan[] {
  const ordered = orderedFacts(facts, today);
  const spans: Mutable<StandingSpan>[] = [];
  const first = ordered[0];
  if (first === undefined) return spans;
  for (const { on, standing } of standingsFrom(first.day, dayNumber(today), policy, ordered, options)) {
    const last = spans.at(-1);
    if (last !== undefined && sameSpan(last, standing)) continue;
    if (last !== undefined) last.to = civilDateOf(on - 1);
    const { nextChangeOn: _ahead, because: _reasons, ...rest } = standing;
    spans.push({ from: civilDateOf(on), to: null, ...rest });
  }
  return spans;
}

/**
 * Today's standing and then every later one that differs from the one before, until nothing changes any more. Facts
 * already recorded for later days are counted as they come, so element `i + 1` begins on the first later day `d` on
 * which `standing(policy, facts, d)` differs in anything, reasons included. Stored beside the standing, it saves the
 * daily tick from replaying facts.
 */
export function outlook(
  policy: Policy,
  facts: readonly Fact[],
  today: CivilDate,
  options: StandingOptions = {},
): StandingFrom[] {
  const found: StandingFrom[] = [];
  const ordered = orderedFacts(facts, null);
  for (const { on, standing } of standingsFrom(dayNumber(today), Number.POSITIVE_INFINITY, policy, ordered, options)) {
    const last = found.at(-1);
    if (last === undefined || !sameStanding(last, standing)) found.push({ on: civilDateOf(on), ...standing });
  }
  return found;
}

/** What is kept of a standing, and the day from which it holds. */
export interface KeptFrom extends Kept {
  readonly on: CivilDate;
}

/**
 * {@link history} and {@link outlook} in one, as far as they are kept: what holds today comes first in `ahead`, then each
 * later change but those of reasons alone. Faster than both, because the facts are replayed once and no reasons are made.
 */
export function timeline(
  policy: Policy,
  facts: readonly Fact[],
  today: CivilDate,
  options: StandingOptions = {},
): { readonly spans: readonly StandingSpan[]; readonly ahead: readonly [KeptFrom, ...KeptFrom[]] } {
  const ordered = orderedFacts(facts, null);
  const now = dayNumber(today);
  const spans: Mutable<StandingSpan>[] = [];
  const later: KeptFrom[] = [];
  let present: Kept | null = null;
  let last: Kept | null = null;
  for (const { on, position } of positionsFrom(Math.min(ordered[0]?.day ?? now, now), policy, ordered, options)) {
    const kept = position.keptOn(on);
    if (last !== null && sameSpan(last, kept)) continue;
    last = kept;
    if (on > now) {
      later.push({ on: civilDateOf(on), ...kept });
      continue;
    }
    present = kept;
    if (ordered[0] === undefined || ordered[0].day > now) continue;
    const before = spans.at(-1);
    if (before !== undefined) before.to = civilDateOf(on - 1);
    spans.push({ from: civilDateOf(on), to: null, ...kept });
  }
  if (present === null) throw new Error("A timeline begins today or before");
  return { spans, ahead: [{ on: today, ...present }, ...later] };
}

/** Whether two standings are the same in everything that is shown, reasons and next change included. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return sameSpan(a, b) && a.nextChangeOn === b.nextChangeOn && sameReasons(a.because, b.because);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Whether two standings are the same but for their reasons and what is then ahead. */
export function sameSpan(a: Kept, b: Kept): boolean {
  return (
    a.state === b.state &&
    a.valid === b.valid &&
    a.task === b.task &&
    a.cycle === b.cycle &&
    a.opensOn === b.opensOn &&
    a.dueOn === b.dueOn &&
    a.validUntil === b.validUntil
  );
}

function sameReasons(a: readonly Reason[], b: readonly Reason[]): boolean {
  return a.length === b.length && a.every((reason, at) => JSON.stringify(reason) === JSON.stringify(b[at]));
}

/** The standing on `from` and on each later day on which it may be another, up to `to`, which no fact lies behind. */
function* standingsFrom(
  from: DayNumber,
  to: DayNumber,
  policy: Policy,
  ordered: readonly DatedFact[],
  options: StandingOptions,
): Generator<{ on: DayNumber; standing: Standing }> {
  for (const { on, position } of positionsFrom(from, policy, ordered, options)) {
    if (on > to) return;
    yield { on, standing: position.standingOn(on) };
  }
}

/** Where a replay stands on `from` and on each later day on which a standing may be another. */
function* positionsFrom(
  from: DayNumber,
  policy: Policy,
  ordered: readonly DatedFact[],
  options: StandingOptions,
): Generator<{ on: DayNumber; position: Position }> {
  const replay = startReplay(policy, options);
  let taken = 0;
  for (let day = from; ; ) {
    for (let next = ordered[taken]; next !== undefined && next.day <= day; next = ordered[taken]) {
      replay.take(next);
      taken += 1;
    }
    const position = new Position(replay);
    const nextFact = ordered[taken]?.day ?? Number.POSITIVE_INFINITY;
    yield { on: day, position };
    for (const point of position.turningPoints(day)) {
      if (point >= nextFact) break;
      yield { on: point, position };
    }
    if (nextFact === Number.POSITIVE_INFINITY) return;
    day = nextFact;
  }
}
