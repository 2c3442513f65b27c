/** What the page of an import of people shows. */

import type { FileFault } from "./file-refusal";
import type { ImportState } from "./import-state";
import type { PeopleField } from "./people-fields";
import type { PeopleSummary, UnknownPlace } from "./people-options";
import type { PeopleAction, Problem } from "./people-problem";
import type { DateOrder, Written } from "./table-form";

export interface ColumnView {
  /** From 0. */
  readonly place: number;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: PeopleField | null;
  readonly dates: { readonly order: DateOrder; readonly certain: boolean } | null;
}

export interface RowView {
  readonly line: number;
  readonly name: string;
  readonly number: string;
  /** Department, title and the like, as the file has them. */
  readonly said: readonly string[];
  /** Titles of modules. */
  readonly asks: readonly string[];
  readonly problems: readonly (Problem & { readonly heading: string | null })[];
}

export interface Option {
  readonly id: string;
  readonly name: string;
}

export interface UndecidedView {
  readonly departments: readonly UnknownPlace[];
  readonly sites: readonly UnknownPlace[];
  readonly entities: readonly UnknownPlace[];
  readonly known: {
    readonly departments: readonly Option[];
    readonly sites: readonly Option[];
    readonly entities: readonly Option[];
  };
  /** How many more there are than are shown. */
  readonly hidden: number;
  readonly zone: string;
  /** To choose from. */
  readonly zones: readonly string[];
  readonly top: string | null;
}

export interface UndoView {
  readonly leave: number;
  readonly back: number;
  readonly move: number;
  readonly change: number;
  readonly training: number;
  readonly places: number;
  readonly left: LeftView;
}

/** Who is left as they are, at least in part, because somebody changed them since. */
export interface LeftView {
  readonly total: number;
  /** The first of them. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly number: string }[];
}

export interface PeopleImportView {
  readonly id: string;
  readonly state: ImportState;
  readonly file: { readonly name: string; readonly bytes: number };
  readonly created: { readonly day: string; readonly by: string | null };
  readonly applied: { readonly day: string; readonly by: string | null } | null;
  readonly takenBack: { readonly day: string; readonly by: string | null; readonly why: string } | null;
  readonly written: (Written & { readonly rows: number }) | null;
  readonly from: string;
  readonly everybody: boolean;
  readonly job: { readonly share: number | null; readonly stopped: boolean } | null;
  readonly fault: FileFault | null;
  readonly columns: readonly ColumnView[] | null;
  readonly remembered: boolean;
  readonly summary: PeopleSummary | null;
  readonly modules: readonly { readonly title: string; readonly people: number }[];
  readonly undecided: UndecidedView | null;
  readonly list: {
    readonly show: PeopleAction;
    readonly rows: readonly RowView[];
    readonly page: number;
    readonly total: number;
    readonly size: number;
  } | null;
  readonly undo: UndoView | null;
  /** Once it was taken back; null: nobody. */
  readonly left: LeftView | null;
}
