import type { CivilDate } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import type { ManagedStanding } from "./managed-standing";

/**
 * Everything one person's page shows a manager, as plain JSON. No score, no answer, no reading time, and of an
 * absence only its days.
 */
export interface PersonView {
  /** The civil date, in this person's zone, that everything here speaks of. */
  readonly today: CivilDate;
  readonly organisation: string;
  readonly person: PersonFacts;
  /** Every module with a standing other than never required, the most urgent first. */
  readonly modules: readonly PersonModule[];
  /** Evidence from elsewhere that waits or was decided, the newest first. */
  readonly evidence: readonly PersonEvidence[];
  /** Newest first; nothing dated after `today`. */
  readonly events: readonly PersonEvent[];
  /** Whether the reader may print this person's slip. */
  readonly printsSlip: boolean;
  /** Whether there are older events than those given. */
  readonly hasEarlierEvents: boolean;
}

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string | null;
  /** What the person works as, in the words of the register. */
  readonly title: string | null;
  /** Where they belong, or belonged last; null: nowhere yet. */
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly site: string | null;
  /** Civil date. */
  readonly employedFrom: CivilDate | null;
  /** Their last day, of somebody who has left. */
  readonly leftOn: CivilDate | null;
  readonly manager: string | null;
}

export interface PersonEvidence {
  readonly id: string;
  readonly module: string;
  readonly issuer: string;
  readonly completedOn: string;
  readonly expiresOn: string | null;
  readonly state: "waiting" | "approved" | "declined" | "withdrawn";
}

export interface PersonModule {
  readonly id: string;
  readonly title: string;
  /** Whom each requirement behind it is for ("alla", "Butik", "alla chefer i Malmö"); empty: nobody requires it today. */
  readonly requiredFor: readonly string[];
  /** What the task takes in whole minutes: the refresher's or the module's, as `standing.task` says; null: no task. */
  readonly minutes: number | null;
  readonly standing: ManagedStanding;
  /** How the standing went, from `standing_span`, oldest first; those that ended before the lane begins may be left out. */
  readonly spans: readonly StandingSpan[];
  /** Civil dates of completions, oldest first. */
  readonly completedOn: readonly CivilDate[];
}

/** Both days included; `to` null: still so. */
export interface StandingSpan {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly state: StandingState;
}

/** What happened. `id` is that of the fact, or anything else unique; `module` is a title; `on` is the first day. */
export type PersonEvent = { readonly id: string } & PersonHappening;

type PersonHappening =
  | {
      readonly type: "assigned";
      readonly on: CivilDate;
      readonly module: string;
      readonly requiredFor: readonly string[];
    }
  | { readonly type: "unassigned"; readonly on: CivilDate; readonly module: string }
  | {
      readonly type: "completed";
      readonly on: CivilDate;
      readonly module: string;
      readonly task: "module" | "refresher";
      /** Null: evidence from elsewhere. */
      readonly revision: number | null;
    }
  | {
      readonly type: "revised";
      readonly on: CivilDate;
      readonly module: string;
      readonly change: "major" | "critical";
      /** What the author wrote that learners read as the reason, in the reader's language. */
      readonly note: string | null;
    }
  | { readonly type: "absent"; readonly on: CivilDate; readonly until: CivilDate | null }
  | {
      readonly type: "exempted";
      readonly on: CivilDate;
      readonly until: CivilDate | null;
      readonly module: string;
      /** Name of who decided; null: not on record. */
      readonly decidedBy: string | null;
    }
  | {
      readonly type: "extended";
      readonly on: CivilDate;
      readonly module: string;
      readonly due: CivilDate;
      readonly decidedBy: string | null;
    }
  /** The day after the due date passed with nothing done. */
  | { readonly type: "overdue"; readonly on: CivilDate; readonly module: string }
  /** The first day on which an earlier completion no longer counted. */
  | { readonly type: "lapsed"; readonly on: CivilDate; readonly module: string };
