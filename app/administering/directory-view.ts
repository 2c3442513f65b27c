/** What the pages of the organisation have in common. Plain data, fit for JSON. */
/** What was done to the organisation, as the audit log names it. */
export const directoryActions = [
  "created-department",
  "renamed-department",
  "moved-department",
  "merged-department",
  "closed-department",
  "created-person",
  "described-person",
  "employed-person",
  "moved-person",
  "ended-employment",
  "took-back-leaving",
  "created-entity",
  "changed-entity",
  "closed-entity",
  "created-site",
  "changed-site",
  "closed-site",
  "changed-holidays",
  "gave-role",
  "ended-role",
  "created-responsibility",
  "renamed-responsibility",
  "closed-responsibility",
  "gave-responsibility",
  "ended-responsibility",
] as const;

export type DirectoryAction = (typeof directoryActions)[number];

/** A receipt. */
export const doneCodes = [
  "created",
  "renamed",
  "moved",
  "planned",
  "merging",
  "closed",
  "described",
  "employed",
  "ended",
  "stays",
  "changed",
  "holidays",
  "given",
  "taken",
] as const;
export type DoneCode = (typeof doneCodes)[number];

/** The receipt that an address asks for. */
export function doneFrom(request: Request): DoneCode | null {
  const asked = new URL(request.url).searchParams.get("done");
  return doneCodes.find((code) => code === asked) ?? null;
}

/** Something that was changed. */
export interface HistoryEvent {
  readonly id: string;
  readonly action: DirectoryAction;
  /** Civil date of the reader on which it was done. */
  readonly day: string;
  /** Civil date from which it holds; null: it is not dated. */
  readonly from: string | null;
  /** What it is about besides the page's subject: another department, a role. */
  readonly what: string;
  /** Who did it; null: the product by itself. */
  readonly by: string | null;
}
