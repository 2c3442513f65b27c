/** The reasons of a standing: its ground, what moved its dates, and what the state itself says. */
import { type CivilDate, civilDateOf, type DayNumber } from "./calendar";
import { NEVER } from "./compiled-policy";
import type { Absence, CycleDates, Held } from "./cycle";
import { cycleDates, dueBefore } from "./cycle-dates";
import type { Reason } from "./reasons";
import type { Replay } from "./replay";
import { dateOrNull, Trace } from "./trace";

/** All the reasons but those of the state, oldest first. They hold until the next fact. */
export function reasonsForDates(replay: Replay): readonly Reason[] {
  if (!replay.assigned) return [notRequired(replay)];
  const trace = new Trace();
  if (replay.held === null) trace.reasons.push(assignment(replay));
  else {
    trace.reasons.push(ground(replay, replay.held));
    if (replay.spread > 0 && replay.base !== NEVER) {
      const due = civilDateOf(replay.base - replay.spread);
      trace.reasons.push({ code: "spread", on: civilDateOf(replay.held.on), days: replay.spread, due });
    }
    if (replay.renewal !== null && replay.renewal.on > replay.held.on) {
      trace.reasons.push({ code: "renewed", on: civilDateOf(replay.renewal.on), every: replay.renewal.every });
    }
  }
  cycleDates(replay, trace);
  return trace.reasons.sort(byDay);
}

/** The reasons with the one that a state adds, or as they are where it adds none. */
export function withStateReason(reasons: readonly Reason[], added: Reason | null): readonly Reason[] {
  return added === null ? reasons : [...reasons, added].sort(byDay);
}

/** The reason of being away. */
export function awayReason(absence: Absence): Reason {
  const code = absence.kind === "exempted" ? "exempt" : "on-leave";
  return { code, on: civilDateOf(absence.from), until: dateOrNull(absence.until) };
}

/** The reason of a validity that has ended. */
export function lapsedReason(dates: CycleDates, replay: Replay): Reason {
  const due = dueBefore(replay, dates.validUntil);
  return { code: "lapsed", on: civilDateOf(dates.validUntil), due: due === null ? null : civilDateOf(due) };
}

/** The reason of being valid though the due date has passed. */
export function graceReason(dates: CycleDates): Reason {
  return { code: "grace", on: civilDateOf(dates.dueOn), validUntil: dateOrNull(dates.validUntil) };
}

function byDay(a: Reason, b: Reason): number {
  const [first, second] = [a.on ?? "", b.on ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
}

function notRequired(replay: Replay): Reason {
  if (!replay.everAssigned) return { code: "never-assigned", on: null };
  return { code: "unassigned", on: civilDateOf(replay.unassignedOn) };
}

function assignment(replay: Replay): Reason {
  const on = civilDateOf(replay.assignedOn);
  const due = civilDateOf(replay.base);
  return replay.cycle === 0 ? { code: "assigned", on, due } : { code: "starting-over", on, due };
}

function ground(replay: Replay, held: Held): Reason {
  const on = civilDateOf(held.on);
  if (replay.base === NEVER) return { code: "never-ages", on };
  const due = civilDateOf(replay.base);
  if (replay.base === held.expires) return { code: "issuer-expiry", on, expires: due, due };
  return groundOfPolicy(replay, held, on, due);
}

function groundOfPolicy(replay: Replay, held: Held, on: CivilDate, due: CivilDate): Reason {
  const refresh = replay.policy.source.refresh;
  if (refresh === undefined) return { code: "never-ages", on };
  if (refresh.anchor === "calendar") return { code: "calendar-day", on, due };
  if (refresh.anchor === "keep") {
    return { code: "keep-day", on, anchor: civilDateOf(replay.anchor), due, every: refresh.every };
  }
  if (refresh.weak !== undefined && held.score < refresh.weak.below) {
    return { code: "weak-score", on, due, every: refresh.weak.every };
  }
  const byResult = refresh.weak === undefined ? {} : { byResult: true as const };
  return { code: "refresh-due", on, due, every: refresh.every, ...byResult };
}

/** The absence of one kind that covers a day, the longest-lasting of several. */
export function absenceOn(absences: readonly Absence[], kind: Absence["kind"], day: DayNumber): Absence | null {
  let found: Absence | null = null;
  for (const absence of absences) {
    if (absence.kind !== kind || absence.from > day || absence.until < day) continue;
    if (found === null || absence.until > found.until) found = absence;
  }
  return found;
}
