/** What the pages of departments show. Plain data, fit for JSON. */
import type { HistoryEvent } from "../directory-view";
import type { Option } from "../fields";

export const departmentsPath = "/admin/departments";

export interface DepartmentBranch {
  readonly id: string;
  readonly name: string;
  /** In it and under it, today. */
  readonly people: number;
  readonly managers: readonly string[];
  readonly children: readonly DepartmentBranch[];
}

export interface DepartmentsView {
  readonly tree: readonly DepartmentBranch[];
  readonly open: number;
  readonly people: number;
  readonly closed: readonly {
    readonly id: string;
    readonly name: string;
    readonly closedOn: string;
    readonly mergedInto: string | null;
  }[];
  /** Where a new one can be. */
  readonly places: readonly Option[];
  readonly canChange: boolean;
}

export interface DepartmentView {
  readonly id: string;
  /** In the reader's language, and in each. */
  readonly name: string;
  readonly names: { readonly sv: string; readonly en: string };
  /** Those above it, the top first. */
  readonly above: readonly { readonly id: string; readonly name: string }[];
  readonly people: number;
  readonly managers: readonly { readonly personId: string; readonly name: string; readonly deputy: boolean }[];
  readonly children: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  readonly closedOn: string | null;
  readonly mergedInto: { readonly id: string; readonly name: string } | null;
  /** People who are still to be moved by a merge under way; null: none is. */
  readonly merging: number | null;
  /** Modules whose requirements name this very department. */
  readonly requiredHere: readonly string[];
  readonly history: readonly HistoryEvent[];
  /** Where it can be moved, and what it can become part of: not under itself. */
  readonly places: readonly Option[];
  readonly today: string;
  readonly canChange: boolean;
}
