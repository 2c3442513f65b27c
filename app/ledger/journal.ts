/** What changes of people wrote, so that they can be taken back. */
/** A row that a change made or altered, so that it can be taken back. */
export interface RowChange {
  readonly target: "person" | "employment" | "membership";
  readonly rowId: string;
  readonly personId: string;
  readonly change: "inserted" | "updated";
  /** The columns that changed, as they were; null for a row that is new. */
  readonly before: Readonly<Record<string, string | null>> | null;
  /** The same columns as they are. Of a new employment or membership its last day; null: not noted. */
  readonly after: Readonly<Record<string, string | null>> | null;
}

/** Keeps what was changed. */
export interface Journal {
  note(change: RowChange): void;
}
