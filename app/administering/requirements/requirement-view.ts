/** What the pages of requirements show, as plain JSON. */
import type { CivilDate } from "#app/domain/calendar";
import type { StandingState } from "#app/domain/standing";
import type { GroupPart } from "./rule-form";

/** How far the assignments of a requirement have come; null: nothing is under way. */
export interface FollowingView {
  readonly done: number;
  readonly total: number | null;
  readonly hasFailed: boolean;
}

export interface RequirementLine {
  readonly id: string;
  /** Whom it is for, in a sentence. */
  readonly sentence: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** ISO 8601 periods, where they are shorter than the module's. */
  readonly due: string | null;
  readonly every: string | null;
  readonly note: string | null;
  /** Whom it obliges today; null for one that has not begun or has ended. */
  readonly people: number | null;
}

export interface RequirementsView {
  readonly today: CivilDate;
  readonly modules: readonly {
    readonly id: string;
    readonly title: string;
    readonly present: readonly RequirementLine[];
    readonly ended: readonly RequirementLine[];
  }[];
  /** Modules of which nothing is required of anybody, today or later. */
  readonly unrequired: readonly { readonly id: string; readonly title: string }[];
}

export interface RequirementView extends RequirementLine {
  readonly today: CivilDate;
  readonly module: { readonly id: string; readonly title: string };
  readonly recorded: { readonly on: CivilDate; readonly by: string | null };
  readonly withdrawn: { readonly on: CivilDate; readonly by: string | null; readonly why: string } | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly following: FollowingView | null;
}

/** A form for a requirement as it was last sent, or as it begins. */
export interface RequirementForm {
  readonly id: string;
  readonly moduleId: string;
  readonly rule: GroupPart;
  readonly from: string;
  readonly due: PeriodField;
  readonly every: PeriodField;
  readonly note: string;
  /** The last day of the version that is changed, as it was when the form was opened; empty: none. */
  readonly seen: string;
  readonly confirmed: readonly string[];
}

export const periodUnits = ["D", "W", "M", "Y"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A number and what it counts, as typed. */
export interface PeriodField {
  readonly count: string;
  readonly unit: PeriodUnit;
}

export const problemCodes = [
  "too-large",
  "module",
  "date",
  "date-far",
  "date-taken",
  "values",
  "unknown",
  "days",
  "days-order",
  "period",
  "due-not-shorter",
  "every-not-shorter",
  "every-without-refresher",
  "every-on-fixed-days",
  "every-refused",
  "note",
  "conflict",
  "last-day",
  "why",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  /** The id of what it is about. */
  readonly field: string;
  readonly code: ProblemCode;
}

/** What is to be confirmed before something is saved. */
export type Confirmation = "nobody" | "everybody" | "past";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly depth?: number | undefined;
}

/** What can be chosen in a rule, by kind of condition. */
export interface RuleChoices {
  readonly department: readonly Choice[];
  readonly site: readonly Choice[];
  readonly country: readonly Choice[];
  readonly entity: readonly Choice[];
  readonly responsibility: readonly Choice[];
  readonly title: readonly string[];
  /** Names of what is chosen already, by value; also of what can no longer be chosen. */
  readonly names: Readonly<Record<string, string>>;
  /** People found by what was searched for, by place. */
  readonly found: Readonly<Record<string, readonly Choice[]>>;
}

export interface ModuleChoice {
  readonly id: string;
  readonly title: string;
  readonly course: string;
}

export const effects = ["newly", "leaves", "late", "earlier", "later", "other"] as const;
/** What becomes of somebody: the first that holds. */
export type Effect = (typeof effects)[number];

export interface TriedPerson {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly effect: Effect;
  /** Why they are among those it is for; null: they are not. */
  readonly reason: string | null;
  /** Null for a reader who may not see standings. */
  readonly standings: { readonly before: ShownStanding | null; readonly after: ShownStanding | null } | null;
}

export interface ShownStanding {
  readonly state: StandingState;
  readonly dueOn: CivilDate | null;
}

export interface TriedDepartment {
  readonly id: string;
  readonly name: string;
  readonly obliged: number;
  readonly newly: number;
  readonly leaves: number;
  readonly earlier: number;
  readonly late: number;
}

export interface TrialView {
  readonly on: CivilDate;
  readonly sentence: string;
  readonly obliged: number;
  readonly present: number;
  readonly newly: number;
  readonly leaves: number;
  readonly earlier: number;
  readonly later: number;
  readonly late: number;
  /** All that there is to do on the day and would not be without it, in minutes. */
  readonly minutes: number;
  readonly departments: readonly TriedDepartment[];
  readonly people: readonly TriedPerson[];
  /** In all, of the department that is shown. */
  readonly changed: number;
  readonly page: number;
  readonly pages: number;
  /** The department whose people are shown; null: all. */
  readonly departmentId: string | null;
}

/** What a page with a form shows after it was sent. */
export interface SentRequirement {
  readonly form: RequirementForm;
  readonly problems: readonly Problem[];
  readonly trial: TrialView | null;
  readonly confirmations: readonly Confirmation[];
  readonly choices: RuleChoices;
  /** Whom it is for, as a part of a sentence. */
  readonly phrase: string;
  /** The id that has the focus; null: the summary of problems, or the trial. */
  readonly focus: string | null;
  readonly said: string | null;
}
