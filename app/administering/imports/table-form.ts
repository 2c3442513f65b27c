/** What was found out of a file: how it is written, its headings, and what stands in its columns. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Separator = ";" | "," | "\t" | "|";

/** In which order a column writes day, month and year; `mixed`: some can only be one, others only the other. */
export type DateOrder = "year-first" | "day-first" | "month-first" | "mixed";

export interface ColumnForm {
  /** As it stands in the file; empty: the column has none. */
  readonly heading: string;
  /** The first different values that stand in it. */
  readonly samples: readonly string[];
  /** Null where it holds no dates. `certain` is false where every date could be read both ways. */
  readonly dates: { readonly order: DateOrder; readonly certain: boolean } | null;
}

interface Common {
  /** Line (row of the sheet) of the headings, from 1. */
  readonly headingLine: number;
  readonly headings: readonly string[];
}

export type Written =
  | ({ readonly kind: "csv"; readonly encoding: Encoding; readonly separator: Separator } & Common)
  | ({
      readonly kind: "workbook";
      readonly sheet: string;
      /** All its sheets that are shown, in their order. */
      readonly sheets: readonly string[];
    } & Common);

/** What is known of a file once all of it was read. */
export type TableForm = Written & { readonly columns: readonly ColumnForm[]; readonly rows: number };

/** A row of a file. */
export interface TableRow {
  /** Line of the file, or row of the sheet, from 1: where the row begins. */
  readonly line: number;
  /** Text by column; as long as the headings. */
  readonly cells: readonly string[];
  /** `short`, `long`: fewer or more cells than headings in a CSV file. */
  readonly fault: "short" | "long" | null;
}

/** How large a file may be. */
export interface TableLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of a cell. */
  readonly cell: number;
  /** Bytes to which a workbook may unpack. */
  readonly unpacked: number;
}

export const peopleLimits: TableLimits = { rows: 200_000, columns: 200, cell: 10_000, unpacked: 400_000_000 };

/** Each person brings many completions. */
export const historyLimits: TableLimits = { rows: 2_000_000, columns: 200, cell: 10_000, unpacked: 1_000_000_000 };

/** Bytes of a file at most. */
export const fileLimits = { people: 50_000_000, history: 150_000_000 };

/** A file as a table. */
export interface Table {
  readonly written: Written;
  /** What `read` goes up to. */
  readonly total: number;
  /** The rows under the headings, some at a time; blank ones are left out. `read` says how far it has come. */
  batches(): AsyncIterable<{ readonly rows: readonly TableRow[]; readonly read: number }>;
}
