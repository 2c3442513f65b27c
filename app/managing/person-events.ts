/** From what is on record about somebody to what happened, as their page tells it. */
import { type AssignmentEvent, assignedChanges } from "#app/domain/audience";
import { type CivilDate, compareDates } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import type { PersonEvent } from "./person-view";

/** One day or stretch of a standing; `to` is the day after its last, null: still so. */
export interface RecordedSpan {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly state: StandingState;
}

/** One module of a person. Titles and names are in the reader's language. */
export interface ModuleRecord {
  readonly id: string;
  readonly title: string;
  /** Taken without being required to: nothing of it is late. */
  readonly voluntary: boolean;
  readonly assignments: readonly AssignmentEvent[];
  readonly completions: readonly {
    readonly id: string;
    readonly on: CivilDate;
    readonly kind: "module" | "refresher" | "imported";
    readonly revision: number;
  }[];
  readonly revisions: readonly {
    readonly number: number;
    readonly on: CivilDate;
    readonly change: "minor" | "major" | "critical";
    readonly note: string | null;
  }[];
  readonly spans: readonly RecordedSpan[];
}

/** What was decided about a person; `module` is a title. */
export type Decision = Extract<PersonEvent, { readonly type: "absent" | "exempted" | "extended" }>;

/** The names of those whom some requirements are for, as far as they oblige this person on a day. */
export type AudiencesOf = (requirements: readonly string[], on: CivilDate) => readonly string[];

/** Of one day, what is later in this list happened later. */
const ranks: readonly PersonEvent["type"][] = [
  "unassigned",
  "assigned",
  "revised",
  "absent",
  "exempted",
  "extended",
  "lapsed",
  "overdue",
  "completed",
];

/** Everything up to and including `today`, newest first. */
export function eventsOf(
  modules: readonly ModuleRecord[],
  decisions: readonly Decision[],
  audiences: AudiencesOf,
  today: CivilDate,
): PersonEvent[] {
  const events = modules.flatMap((module) => [
    ...assignmentsOf(module, audiences),
    ...completionsOf(module),
    ...revisionsOf(module),
    ...latenessOf(module),
  ]);
  return [...events, ...decisions]
    .filter((event) => compareDates(event.on, today) <= 0)
    .sort((a, b) => compareDates(b.on, a.on) || ranks.indexOf(b.type) - ranks.indexOf(a.type) || byId(a, b));
}

function byId(a: PersonEvent, b: PersonEvent): number {
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function assignmentsOf({ id, title, assignments }: ModuleRecord, audiences: AudiencesOf): PersonEvent[] {
  const events: PersonEvent[] = [];
  let assigned = false;
  for (const change of assignedChanges(assignments)) {
    if (change.assigned === assigned) continue;
    assigned = change.assigned;
    const about = { on: change.on, module: title };
    events.push(
      assigned
        ? {
            id: `${id} assigned ${change.on}`,
            type: "assigned",
            ...about,
            requiredFor: audiences(change.requirements, change.on),
          }
        : { id: `${id} unassigned ${change.on}`, type: "unassigned", ...about },
    );
  }
  return events;
}

function completionsOf({ title, completions }: ModuleRecord): PersonEvent[] {
  return completions.map(({ id, on, kind, revision }) => ({
    id,
    type: "completed",
    on,
    module: title,
    task: kind === "refresher" ? "refresher" : "module",
    revision: kind === "imported" ? null : revision,
  }));
}

/** Revisions that asked something of this person: it was required, and an earlier one had been completed. */
function revisionsOf({ id, title, voluntary, completions, revisions, spans }: ModuleRecord): PersonEvent[] {
  if (voluntary) return [];
  return revisions.flatMap(({ number, on, change, note }) => {
    const span = spans.findLast((each) => compareDates(each.from, on) <= 0);
    const held = completions.filter((completion) => compareDates(completion.on, on) < 0);
    const isNews = held.length > 0 && held.every((completion) => completion.revision < number);
    if (change === "minor" || number <= 1 || !isNews) return [];
    if (span === undefined || span.state === "not-required" || span.state === "exempt") return [];
    return [{ id: `${id} revised ${number}`, type: "revised", on, module: title, change, note }];
  });
}

const late: readonly StandingState[] = ["overdue", "refresher-overdue"];
const away: readonly StandingState[] = ["exempt", "on-leave"];

/** When a standing became late, and when a validity ended. Being away in between begins neither anew. */
function latenessOf({ id, title, voluntary, revisions, spans }: ModuleRecord): PersonEvent[] {
  if (voluntary) return [];
  const events: PersonEvent[] = [];
  let before: StandingState | null = null;
  for (const { from: on, state } of spans) {
    if (late.includes(state) && (before === null || !late.includes(before))) {
      events.push({ id: `${id} overdue ${on}`, type: "overdue", on, module: title });
    }
    const isRevised = revisions.some((revision) => revision.change === "critical" && revision.on === on);
    if (state === "lapsed" && before !== "lapsed" && !isRevised) {
      events.push({ id: `${id} lapsed ${on}`, type: "lapsed", on, module: title });
    }
    if (!away.includes(state)) before = state;
  }
  return events;
}
