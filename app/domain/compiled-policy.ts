/** A policy made ready for reckoning: periods read, defaults filled in, done once for each policy object. */
import {
  type DayNumber,
  dayNumberOf,
  daysInMonth,
  type PeriodParts,
  partsOfDay,
  periodParts,
  plusPeriod,
} from "./calendar";
import { type AfterLapse, POLICY_DEFAULTS, type Policy, type RefreshPolicy } from "./policy";

/** A day later than any other: what never comes. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Reckons the base due date that a completion gives; `anchor` and `spread` matter to anchor `keep` only. */
export type BaseRule = (completedOn: DayNumber, score: number, anchor: DayNumber, spread: number) => DayNumber;

export interface CompiledPolicy {
  readonly source: Policy;
  readonly due: PeriodParts;
  readonly runway: PeriodParts;
  readonly window: PeriodParts;
  readonly grace: PeriodParts;
  readonly afterLapse: AfterLapse;
  /** Whether due dates may be spread: anchors `completion` and `keep`. */
  readonly spreads: boolean;
  readonly base: BaseRule;
  /** Equal for two policies exactly when rule 10 need not reckon the base of a completion afresh. */
  readonly refreshKey: string;
}

const compiled = new WeakMap<Policy, CompiledPolicy>();

/** The compiled form of a policy, remembered by the object's identity. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  const refresh = policy.refresh ?? null;
  const window = periodParts(refresh?.window ?? POLICY_DEFAULTS.window);
  const made: CompiledPolicy = {
    source: policy,
    due: periodParts(policy.due ?? POLICY_DEFAULTS.due),
    runway: periodParts(policy.runway ?? POLICY_DEFAULTS.runway),
    window,
    grace: periodParts(refresh?.grace ?? POLICY_DEFAULTS.grace),
    afterLapse: refresh?.afterLapse ?? POLICY_DEFAULTS.afterLapse,
    spreads: refresh !== null && refresh.anchor !== "calendar",
    base: baseRule(refresh, window),
    refreshKey: refreshKey(refresh),
  };
  compiled.set(policy, made);
  return made;
}

function baseRule(refresh: RefreshPolicy | null, window: PeriodParts): BaseRule {
  if (refresh === null) return () => NEVER;
  if (refresh.anchor === "calendar") {
    const days = refresh.on.map((day) => ({ month: Number(day.slice(0, 2)), day: Number(day.slice(3)) }));
    const minimum = periodParts(refresh.minimumValidity ?? POLICY_DEFAULTS.minimumValidity);
    return (completedOn) => firstFixedDay(plusPeriod(completedOn, minimum), days);
  }
  const every = periodParts(refresh.every);
  if (refresh.anchor === "keep") {
    return (completedOn, _score, anchor, spread) => firstKeptDay(anchor, every, completedOn, window, spread);
  }
  const weak = refresh.weak;
  if (weak === undefined) return (completedOn) => plusPeriod(completedOn, every);
  const weakEvery = periodParts(weak.every);
  return (completedOn, score) => plusPeriod(completedOn, score < weak.below ? weakEvery : every);
}

/** Rule 4: the first whole number of periods from the anchor whose window opens after the completion. */
function firstKeptDay(
  anchor: DayNumber,
  every: PeriodParts,
  completedOn: DayNumber,
  window: PeriodParts,
  spread: number,
): DayNumber {
  const openedBy = (n: number): boolean => plusPeriod(plusPeriod(anchor, every, n) - spread, window, -1) <= completedOn;
  // why: windows open in order, so the search may begin near its end instead of years ago; no period is longer.
  const longest = every.months * 31 + every.days || 1;
  let n = Math.max(1, Math.floor((completedOn - anchor) / longest));
  while (openedBy(n)) n += 1;
  return plusPeriod(anchor, every, n);
}

/** The first of some days of the year, in any year, on or after `from`. 29 February stands for the month's last day. */
function firstFixedDay(from: DayNumber, days: readonly { month: number; day: number }[]): DayNumber {
  const { year } = partsOfDay(from);
  let first = NEVER;
  for (let y = year; y <= year + 1; y += 1) {
    for (const { month, day } of days) {
      const candidate = dayNumberOf(y, month, Math.min(day, daysInMonth(y, month)));
      if (candidate >= from && candidate < first) first = candidate;
    }
  }
  return first;
}

function refreshKey(refresh: RefreshPolicy | null): string {
  if (refresh === null) return "none";
  if (refresh.anchor === "calendar") {
    const minimum = refresh.minimumValidity ?? POLICY_DEFAULTS.minimumValidity;
    return `calendar ${[...new Set(refresh.on)].sort().join(" ")} ${periodKey(periodParts(minimum))}`;
  }
  const every = periodKey(periodParts(refresh.every));
  if (refresh.anchor === "keep") return `keep ${every}`;
  const weak = refresh.weak && `${refresh.weak.below} ${periodKey(periodParts(refresh.weak.every))}`;
  return `completion ${every} ${weak ?? ""}`;
}

function periodKey(parts: PeriodParts): string {
  return `${parts.months}/${parts.days}`;
}
