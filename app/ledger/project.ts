/** One person's standing with one module, with its history, as rows: the pure core applied to what is recorded. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import type { Fact } from "#app/domain/facts";
import { spreadFor } from "#app/domain/spread";
import type { StandingOptions } from "#app/domain/standing";
import { type StandingSpan, timeline } from "#app/domain/timeline";
import type { Row } from "#db/schema";
import { type Assembled, assemble } from "./assemble";
import { departmentOn, type Gathered, type Key, nextContextChange, type PersonContext, zoneOn } from "./gather";

/** What is stored for a key; no row when nothing was ever recorded. */
export interface Projection {
  readonly row: Row<"standing"> | null;
  readonly spans: readonly Row<"standing_span">[];
}

/** A later change of a standing, as kept in `standing.ahead`. */
export type Ahead =
  | readonly [
      on: string,
      state: string,
      valid: number,
      task: string,
      cycle: number,
      opensOn: string | null,
      dueOn: string | null,
      validUntil: string | null,
    ]
  /** From this day on the facts have to be replayed: something recorded for it changes more than a date can say. */
  | readonly [on: string];

/** What a standing is asked of: its facts, and whether they are those of somebody who was never required to. */
export interface Asked extends Assembled {
  readonly voluntary: boolean;
  readonly options: StandingOptions;
}

const none: Projection = { row: null, spans: [] };

/** Since when somebody has not been required to do what is only recorded for a later day: since ever. */
const always = "0001-01-01";

/**
 * The policy and facts by which a key is judged on `today`. Training taken without being required to is judged as if it
 * had been assigned on the day it was first completed. Null when nothing is recorded by then.
 */
export function asked(key: Key, gathered: Gathered, today: CivilDate): Asked | null {
  const assembled = assemble(gathered.module(key.moduleId), gathered.personal(key));
  const { firstAssignedOn } = assembled;
  const options: StandingOptions = { spreadDays: spreadFor(key.personId, key.moduleId) };
  if (firstAssignedOn !== null && compareDates(firstAssignedOn, today) <= 0) {
    return { ...assembled, voluntary: false, options };
  }
  let first: CivilDate | null = null;
  for (const fact of assembled.facts) {
    if (fact.type !== "completed" || compareDates(fact.on, today) > 0) continue;
    if (first === null || compareDates(fact.on, first) < 0) first = fact.on;
  }
  if (first === null) {
    return firstAssignedOn === null ? null : { ...assembled, voluntary: false, options };
  }
  const facts: Fact[] = assembled.facts.filter((fact) => fact.type !== "assigned" && fact.type !== "unassigned");
  facts.push({ type: "assigned", on: first });
  return { ...assembled, facts, voluntary: true, options };
}

function earliest(...days: (CivilDate | null)[]): CivilDate | null {
  let found: CivilDate | null = null;
  for (const day of days) if (day !== null && (found === null || compareDates(day, found) < 0)) found = day;
  return found;
}

/** The rows for one key on `today`, the person's own civil date. */
export function project(key: Key, gathered: Gathered, today: CivilDate): Projection {
  const question = asked(key, gathered, today);
  if (!question) return none;
  const context = gathered.person(key.personId);
  const departmentId = departmentOn(context, today);
  if (departmentId === null) return none;
  const { policy, facts, voluntary, options, firstAssignedOn } = question;

  const { spans: past, ahead: future } = timeline(policy, facts, today, options);
  const [now, ...later] = future;
  const assignmentAhead = firstAssignedOn !== null && compareDates(firstAssignedOn, today) > 0 ? firstAssignedOn : null;
  const replayOn = earliest(nextContextChange(context, today), voluntary ? assignmentAhead : null);
  const ahead: Ahead[] = [];
  for (const change of later) {
    if (replayOn !== null && compareDates(change.on, replayOn) >= 0) break;
    ahead.push([
      change.on,
      change.state,
      change.valid ? 1 : 0,
      change.task,
      change.cycle,
      change.opensOn,
      change.dueOn,
      change.validUntil,
    ]);
  }
  if (replayOn !== null) ahead.push([replayOn]);

  const spans = spansOf(key, voluntary, past, context, today);
  return {
    row: {
      person_id: key.personId,
      module_id: key.moduleId,
      department_id: departmentId,
      zone: zoneOn(context, today),
      voluntary: voluntary ? 1 : 0,
      state: now.state,
      valid: now.valid ? 1 : 0,
      task: now.task,
      cycle: now.cycle,
      opens_on: now.opensOn,
      due_on: now.dueOn,
      valid_until: now.validUntil,
      since_on: spans.at(-1)?.from_on ?? always,
      next_change_on: ahead[0]?.[0] ?? null,
      ahead: JSON.stringify(ahead),
    },
    spans,
  };
}

/** The history up to `today`, split where the department changed and joined where only dates did. */
function spansOf(
  key: Key,
  voluntary: boolean,
  past: readonly StandingSpan[],
  context: PersonContext,
  today: CivilDate,
): Row<"standing_span">[] {
  const rows: Row<"standing_span">[] = [];
  for (const span of past) {
    // A change of department inside the span begins a new row.
    const starts = [span.from];
    for (const belonging of context.belongings) {
      const inside =
        compareDates(belonging.from, span.from) > 0 &&
        compareDates(belonging.from, today) <= 0 &&
        (span.to === null || compareDates(belonging.from, span.to) <= 0);
      if (inside) starts.push(belonging.from);
    }
    for (const from of starts) {
      const departmentId = departmentOn(context, from);
      if (departmentId === null) continue;
      const state = span.state;
      // why: what is known of somebody before anything was required (a leave, say) begins no history: the day on which it
      // began would otherwise have to be a change of a standing in which nothing changes.
      if (rows.length === 0 && state === "not-required") continue;
      const valid = span.valid ? 1 : 0;
      const last = rows.at(-1);
      if (
        last &&
        last.state === state &&
        last.valid === valid &&
        last.task === span.task &&
        last.department_id === departmentId
      ) {
        continue;
      }
      if (last) last.to_on = from;
      rows.push({
        person_id: key.personId,
        module_id: key.moduleId,
        from_on: from,
        to_on: null,
        department_id: departmentId,
        voluntary: voluntary ? 1 : 0,
        state,
        valid,
        task: span.task,
      });
    }
  }
  return rows;
}
