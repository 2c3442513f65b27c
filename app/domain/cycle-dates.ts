/** The dates of a cycle: its base, then all that has happened to it since. */
import { type DayNumber, type PeriodParts, plusPeriod } from "./calendar";
import { NEVER } from "./compiled-policy";
import type { Absence, CycleDates, CycleState } from "./cycle";
import type { Trace } from "./trace";

/**
 * The dates of a cycle.
 * @param trace where given, the reasons for what moved the dates are added to it
 */
export function cycleDates(state: CycleState, trace?: Trace): CycleDates {
  const { opensOn, dueOn, validityFloor } = reckonDue(state, NEVER, trace);
  if (state.held === null) return { opensOn, dueOn, validUntil: NEVER };
  if (state.ended === null) return { opensOn, dueOn, validUntil: reckonValidity(state, dueOn, validityFloor, trace) };
  if (trace !== undefined) {
    // why: what moved the end of validity is told only while it explains the day on which it really ended.
    const then = reckonDue(state, state.ended);
    if (reckonValidity(state, then.dueOn, then.validityFloor) === state.ended) {
      reckonValidity(state, then.dueOn, then.validityFloor, trace);
    }
  }
  return { opensOn, dueOn, validUntil: state.ended };
}

/**
 * Until when a validity that has ended would reach by today's policy, without what was given after it had ended: an
 * extension never brings a validity back.
 */
export function validityWithoutItsEnd(state: CycleState): DayNumber {
  const { dueOn, validityFloor } = reckonDue(state, state.ended ?? NEVER);
  return reckonValidity(state, dueOn, validityFloor);
}

/** The due date after whose grace a validity ended; null where it ended otherwise, or by a grace that holds no longer. */
export function dueBefore(state: CycleState, ended: DayNumber): DayNumber | null {
  const { dueOn } = reckonDue(state, ended);
  return dueOn !== NEVER && plusPeriod(dueOn, state.policy.grace) === ended ? dueOn : null;
}

interface DueReckoning {
  opensOn: DayNumber;
  dueOn: DayNumber;
  validityFloor: DayNumber;
}

/** `lastDay`: what happened later is left out. */
function reckonDue(state: CycleState, lastDay: DayNumber, trace?: Trace): DueReckoning {
  const { policy, held } = state;
  let dueOn = state.base;
  let opensOn = state.assignedOn;
  if (held !== null) {
    dueOn -= state.spread;
    opensOn = dueOn === NEVER ? NEVER : plusPeriod(dueOn, policy.window, -1);
  }
  let validityFloor = Number.NEGATIVE_INFINITY;
  for (const change of state.changes) {
    if (change.on > lastDay) continue;
    const before = dueOn;
    let moved = false;
    switch (change.kind) {
      case "major":
        if (change.revision <= state.newestCompleted) continue;
        dueOn = Math.min(dueOn, change.due);
        moved = change.from < opensOn;
        opensOn = Math.min(opensOn, change.from);
        break;
      case "critical":
        if (held === null) {
          dueOn = Math.max(dueOn, change.due);
        } else {
          dueOn = change.due;
          opensOn = Math.min(opensOn, change.on);
          moved = true;
        }
        break;
      case "extended":
      case "returned":
        if (dueOn !== NEVER) dueOn = Math.max(dueOn, change.due);
        break;
      case "edited":
        if (dueOn !== NEVER) dueOn = Math.max(dueOn, change.due);
        validityFloor = Math.max(validityFloor, change.validUntil);
        moved = change.decisive;
        break;
    }
    const setsDue = dueOn !== before || (change.kind === "critical" && held !== null);
    if (trace !== undefined && (moved || setsDue)) trace.change(change, dueOn, { held: held !== null, setsDue });
  }
  return { opensOn, dueOn: moveOutOfAbsences(dueOn, state, "due", trace), validityFloor };
}

function reckonValidity(state: CycleState, dueOn: DayNumber, floor: DayNumber, trace?: Trace): DayNumber {
  const { held, policy } = state;
  const graceEnds = dueOn === NEVER ? NEVER : plusPeriod(dueOn, policy.grace);
  const heldBack = Math.max(graceEnds, floor);
  if (trace !== undefined && heldBack > graceEnds) trace.validityHeldBack(state.changes, heldBack);
  const moved = moveOutOfAbsences(heldBack, state, "validUntil", trace);
  if (held === null || moved <= held.expires) return moved;
  trace?.expiry(held, state.base);
  return held.expires;
}

/**
 * Rule 8: a date from the first day of an absence up to the day back moves to the day back, again until nothing moves.
 * The day back is the absence's last day and then the shorter of the runway and the absence's own length.
 *
 * Absences stand in the order of their first days, so going through them once is enough: a date that is moved only
 * moves on, and an absence that was passed over because its day back had come before lies behind for good.
 */
function moveOutOfAbsences(
  date: DayNumber,
  state: CycleState,
  what: "due" | "validUntil",
  trace: Trace | undefined,
): DayNumber {
  let moved = date;
  for (const absence of state.absences) {
    if (moved < absence.from) break;
    const back = dayBack(absence, state.policy.runway);
    if (moved >= back) continue;
    moved = back;
    trace?.absence(absence, what, moved);
  }
  return moved;
}

function dayBack(absence: Absence, runway: PeriodParts): DayNumber {
  if (absence.until === NEVER) return NEVER;
  return Math.min(plusPeriod(absence.until, runway), absence.until + (absence.until - absence.from + 1));
}
