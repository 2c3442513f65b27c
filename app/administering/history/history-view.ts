/** What the page of a file of completions shows. */
import type { FileFault } from "../imports/file-refusal";
import type { ImportState } from "../imports/import-state";
import type { DateOrder, Written } from "../imports/table-form";
import type { HistoryField } from "./history-fields";
import type { HistoryAction, HistorySummary, NamedModule } from "./history-options";
import type { HistoryProblem } from "./history-row";

export interface ColumnView {
  /** From 0. */
  readonly place: number;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: HistoryField | null;
  readonly dates: { readonly order: DateOrder; readonly certain: boolean } | null;
}

export interface RowView {
  readonly line: number;
  readonly who: string;
  readonly what: string;
  readonly when: string;
  readonly problems: readonly { readonly code: HistoryProblem["code"]; readonly heading: string | null }[];
}

export interface ModuleChoice {
  readonly id: string;
  readonly title: string;
}

export interface HistoryView {
  readonly id: string;
  readonly state: ImportState;
  readonly file: { readonly name: string; readonly bytes: number };
  readonly created: { readonly day: string; readonly by: string | null };
  readonly applied: { readonly day: string; readonly by: string | null } | null;
  readonly takenBack: { readonly day: string; readonly by: string | null; readonly why: string } | null;
  readonly written: (Written & { readonly rows: number }) | null;
  readonly job: { readonly share: number | null; readonly stopped: boolean } | null;
  readonly fault: FileFault | null;
  readonly columns: readonly ColumnView[] | null;
  readonly wholeFile: string | null;
  readonly remembered: boolean;
  readonly modules: readonly ModuleChoice[];
  readonly summary: HistorySummary | null;
  /** Those shown for choosing, and how many are not. */
  readonly names: {
    readonly shown: readonly NamedModule[];
    readonly hidden: number;
    readonly undecided: boolean;
  } | null;
  readonly list: {
    readonly show: HistoryAction;
    readonly rows: readonly RowView[];
    readonly page: number;
    readonly total: number;
    readonly size: number;
  } | null;
  readonly undo: {
    /** Being worked out: 0 to 1, null where that is not known yet. */
    readonly going: { readonly share: number | null } | null;
    readonly weighedOn: string | null;
    readonly weighedAt: string | null;
  } | null;
}
