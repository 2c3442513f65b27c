/** Where a person stands with a module on a day, and why. */
import { absenceOn, awayReason, graceReason, lapsedReason, reasonsForDates, withStateReason } from "./because";
import { type CivilDate, civilDateOf, type DayNumber, dayNumber, LAST_DAY } from "./calendar";
import { NEVER } from "./compiled-policy";
import type { Absence, CycleDates } from "./cycle";
import { cycleDates } from "./cycle-dates";
import type { Fact } from "./facts";
import { orderedFacts } from "./ordered-facts";
import type { Policy } from "./policy";
import type { Reason } from "./reasons";
import { Replay, type SpreadOf } from "./replay";
import { dateOrNull } from "./trace";

/** In order of precedence: the first that holds is the state. */
export const STANDING_STATES = [
  "not-required",
  "exempt",
  "on-leave",
  "assigned",
  "overdue",
  "lapsed",
  "current",
  "refresher-open",
  "refresher-overdue",
] as const;

export type StandingState = (typeof STANDING_STATES)[number];

/** What there is to do now. */
export type Task = "none" | "module" | "refresher";

/** The answer for one person, one module, one day. */
export interface Standing {
  readonly state: StandingState;
  /** Whether this person may be counted as trained on that day. */
  readonly valid: boolean;
  readonly task: Task;
  /** How many completions began a cycle; 0 before the first. */
  readonly cycle: number;
  readonly opensOn: CivilDate | null;
  /** Met through the end of that day. */
  readonly dueOn: CivilDate | null;
  readonly validUntil: CivilDate | null;
  /** The first later day on which state or task differs if nothing new happens; null: never. */
  readonly nextChangeOn: CivilDate | null;
  /** Oldest first; never empty. */
  readonly because: readonly Reason[];
}

export interface StandingOptions {
  /**
   * Days by which the due date of a cycle is brought forward: a number, or a function of the cycle and of the policy
   * then in force (see `spread.ts`). Asked only for anchors `completion` and `keep`. Default 0.
   */
  readonly spreadDays?: number | SpreadOf;
}

/**
 * Where a person stands with a module on a day, and why.
 *
 * Reads no clock and no database: the same facts give the same answer for ever, in whatever order they are given
 * (two policies of one day excepted: they apply in the order given). Facts dated after `today` are ignored.
 *
 * @param policy the policy in force before the first `policy` fact
 * @example
 * standing({ refresh: { every: parsePeriod("P1Y") } }, facts, civilDate("2026-02-01")).dueOn
 */
export function standing(
  policy: Policy,
  facts: readonly Fact[],
  today: CivilDate,
  options: StandingOptions = {},
): Standing {
  const replay = startReplay(policy, options);
  for (const fact of orderedFacts(facts, today)) replay.take(fact);
  return new Position(replay).standingOn(dayNumber(today));
}

/** A replay that has taken no fact yet. */
export function startReplay(policy: Policy, options: StandingOptions): Replay {
  const spread = options.spreadDays ?? 0;
  return new Replay(policy, typeof spread === "number" ? () => spread : spread);
}

interface Answer {
  readonly state: StandingState;
  readonly valid: boolean;
  readonly task: Task;
  readonly reason: Reason | null;
}

/**
 * What a replay knows when it stands still: all standings from the day of its newest fact to the day before the next.
 * The dates are the same on all those days; only state and task change.
 */
export class Position {
  readonly dates: CycleDates;
  private because: readonly Reason[] | null = null;
  private readonly replay: Replay;

  constructor(replay: Replay) {
    this.replay = replay;
    this.dates = cycleDates(replay);
  }

  /** The standing on a day, if no fact of a later day than the replay's newest lies before it. */
  standingOn(day: DayNumber): Standing {
    const { replay, dates } = this;
    const now = this.answerOn(day);
    const shown = (date: DayNumber): CivilDate | null => (replay.assigned ? dateOrNull(date) : null);
    this.because ??= reasonsForDates(replay);
    return {
      state: now.state,
      valid: now.valid,
      task: now.task,
      cycle: replay.cycle,
      opensOn: shown(dates.opensOn),
      dueOn: shown(dates.dueOn),
      validUntil: shown(dates.validUntil),
      nextChangeOn: this.nextChange(day, now),
      because: withStateReason(this.because, now.reason),
    };
  }

  /** The days after `day` on which something may be different, in order. */
  turningPoints(day: DayNumber): DayNumber[] {
    const { replay, dates } = this;
    if (!replay.assigned) return [];
    const points: DayNumber[] = [];
    const add = (point: DayNumber): void => {
      if (point > day && point <= LAST_DAY) points.push(point);
    };
    add(dates.opensOn);
    add(dates.dueOn + 1);
    add(dates.validUntil + 1);
    for (const absence of replay.absences) if (absence.kind !== "gap") add(absence.until + 1);
    return points.sort((a, b) => a - b);
  }

  private nextChange(day: DayNumber, now: Answer): CivilDate | null {
    for (const point of this.turningPoints(day)) {
      const then = this.answerOn(point);
      if (then.state !== now.state || then.task !== now.task) return civilDateOf(point);
    }
    return null;
  }

  /** The first state that holds. */
  private answerOn(day: DayNumber): Answer {
    const { replay, dates } = this;
    if (!replay.assigned) return { state: "not-required", valid: false, task: "none", reason: null };
    const valid = replay.held !== null && day <= dates.validUntil;
    const away = this.absenceOn(day);
    if (away !== null) {
      const state = away.kind === "exempted" ? "exempt" : "on-leave";
      return { state, valid, task: "none", reason: awayReason(away) };
    }
    if (replay.held === null) {
      return { state: day <= dates.dueOn ? "assigned" : "overdue", valid, task: "module", reason: null };
    }
    if (!valid) {
      const task = replay.criticalUnsettled ? "module" : replay.policy.afterLapse;
      return { state: "lapsed", valid, task, reason: lapsedReason(dates, replay) };
    }
    if (day < dates.opensOn || dates.dueOn === NEVER) return { state: "current", valid, task: "none", reason: null };
    if (day <= dates.dueOn) return { state: "refresher-open", valid, task: "refresher", reason: null };
    return { state: "refresher-overdue", valid, task: "refresher", reason: graceReason(dates) };
  }

  private absenceOn(day: DayNumber): Absence | null {
    const { absences } = this.replay;
    if (absences.length === 0) return null;
    return absenceOn(absences, "exempted", day) ?? absenceOn(absences, "leave", day);
  }
}
