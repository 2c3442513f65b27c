/** What the pages of people show. Plain data, fit for JSON. */
import type { HistoryEvent } from "../directory-view";
import type { Option } from "../fields";
import type { EmploymentKind, PeopleQuery } from "./people-query";

export interface PeopleView {
  readonly query: PeopleQuery;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly title: string;
    readonly department: string;
    readonly site: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly total: number;
  /** From 1; 0 where there is nothing. */
  readonly first: number;
  readonly pages: number;
  readonly departments: readonly Option[];
  readonly sites: readonly Option[];
  readonly canChange: boolean;
}

/** What can be chosen for somebody's employment. */
export interface EmploymentChoices {
  readonly departments: readonly Option[];
  readonly sites: readonly Option[];
  readonly entities: readonly Option[];
  readonly today: string;
}

export interface EmploymentRow {
  readonly id: string;
  readonly title: string;
  readonly kind: EmploymentKind;
  readonly entity: string;
  readonly site: string;
  readonly manager: string | null;
  readonly from: string;
  readonly to: string | null;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly given: string;
  readonly family: string;
  readonly number: string;
  readonly email: string | null;
  readonly language: string;
  readonly presence: "present" | "left" | "coming" | "never";
  /** The employment of today or the last one, as a form holds it; null: none. */
  readonly present: {
    readonly siteId: string;
    readonly entityId: string;
    readonly kind: EmploymentKind;
    readonly title: string;
    readonly managerNumber: string;
    readonly from: string;
    readonly to: string | null;
  } | null;
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly employments: readonly EmploymentRow[];
  readonly memberships: readonly {
    readonly id: string;
    readonly department: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly roles: readonly string[];
  readonly history: readonly HistoryEvent[];
  readonly choices: EmploymentChoices;
  readonly canChange: boolean;
}
