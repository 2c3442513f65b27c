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

const lateStates: readonly StandingState[] = ["overdue", "refresher-overdue", "lapsed"];

/** Whether a day by which something was to be done has passed. */
export function isLate(state: StandingState): boolean {
  return lateStates.includes(state);
}

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

/** A standing but for its reasons and what is then ahead: what is kept of it. */
export type Kept = Omit<Standing, "nextChangeOn" | "because">;

interface Answer {
  readonly state: StandingState;
  readonly valid: boolean;
  readonly task: Task;
  /** What the state is for, where it is for an absence. */
  readonly away: Absence | null;
}

/**
 * What a replay knows when it stands still: all standings from the day of its newest fact to the day before the next.
 * The dates are the same on all those days; only state and task change.
 */
export class Position {
  readonly dates: CycleDates;
  private because: readonly Reason[] | null = null;
  private readonly replay: Replay;
  private readonly cycle: number;
  private readonly opensOn: CivilDate | null;
  private readonly dueOn: CivilDate | null;
  private readonly validUntil: CivilDate | null;

  constructor(replay: Replay) {
    const dates = cycleDates(replay);
    this.replay = replay;
    this.dates = dates;
    this.cycle = replay.cycle;
    this.opensOn = replay.assigned ? dateOrNull(dates.opensOn) : null;
    this.dueOn = replay.assigned ? dateOrNull(dates.dueOn) : null;
    this.validUntil = replay.assigned ? dateOrNull(dates.validUntil) : null;
  }

  /** The standing on a day, if no fact of a later day than the replay's newest lies before it. */
  standingOn(day: DayNumber): Standing {
    const now = this.answerOn(day);
    this.because ??= reasonsForDates(this.replay);
    return {
      state: now.state,
      valid: now.valid,
      task: now.task,
      cycle: this.cycle,
      opensOn: this.opensOn,
      dueOn: this.dueOn,
      validUntil: this.validUntil,
      nextChangeOn: this.nextChange(day, now),
      because: withStateReason(this.because, this.reasonOf(now)),
    };
  }

  /** {@link standingOn}, as far as it is kept: reckoning reasons takes longer than all the rest. */
  keptOn(day: DayNumber): Kept {
    const { state, valid, task } = this.answerOn(day);
    const { cycle, opensOn, dueOn, validUntil } = this;
    return { state, valid, task, cycle, opensOn, dueOn, validUntil };
  }

  /** The days after `day` on which something may be different, in order. */
  turningPoints(day: DayNumber): DayNumber[] {
    const { replay, dates } = this;
    const points: DayNumber[] = [];
    if (!replay.assigned) return points;
    addLater(points, day, dates.opensOn);
    addLater(points, day, dates.dueOn + 1);
    addLater(points, day, dates.validUntil + 1);
    for (const absence of replay.absences) if (absence.kind !== "gap") addLater(points, day, absence.until + 1);
    return points.sort(ascending);
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
    if (!replay.assigned) return { state: "not-required", valid: false, task: "none", away: null };
    const valid = replay.held !== null && day <= dates.validUntil;
    const away = this.absenceOn(day);
    if (away !== null) {
      return { state: away.kind === "exempted" ? "exempt" : "on-leave", valid, task: "none", away };
    }
    if (replay.held === null) {
      return { state: day <= dates.dueOn ? "assigned" : "overdue", valid, task: "module", away };
    }
    if (!valid) {
      const task = replay.criticalUnsettled ? "module" : replay.policy.afterLapse;
      return { state: "lapsed", valid, task, away };
    }
    if (day < dates.opensOn || dates.dueOn === NEVER) return { state: "current", valid, task: "none", away };
    return { state: day <= dates.dueOn ? "refresher-open" : "refresher-overdue", valid, task: "refresher", away };
  }

  private reasonOf({ state, away }: Answer): Reason | null {
    if (away !== null) return awayReason(away);
    if (state === "lapsed") return lapsedReason(this.dates, this.replay);
    return state === "refresher-overdue" ? graceReason(this.dates) : null;
  }

  private absenceOn(day: DayNumber): Absence | null {
    const { absences } = this.replay;
    if (absences.length === 0) return null;
    return absenceOn(absences, "exempted", day) ?? absenceOn(absences, "leave", day);
  }
}

// why: functions of their own, because an inner one is made anew at each of millions of calls.
function addLater(points: DayNumber[], day: DayNumber, point: DayNumber): void {
  if (point > day && point <= LAST_DAY) points.push(point);
}

function ascending(a: DayNumber, b: DayNumber): number {
  return a - b;
}
