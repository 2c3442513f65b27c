/** What the words of a notice are made of, ready in the reader's language; empty where it is about nothing of the kind. */
export interface NoticeFacts {
  readonly module: string;
  /** `tisdag 24 november` */
  readonly day: string;
  /** `09:00` */
  readonly time: string;
  readonly place: string;
  /** Why it was cancelled. */
  readonly why: string;
  /** The day that a notice without a session is about, `24 november 2026`. */
  readonly on: string;
}

/** A notice in words, and whether a calendar entry belongs to it. */
export type NoticeSaying = (facts: NoticeFacts) => {
  readonly title: string;
  readonly text: string;
  readonly calendar: boolean;
};

/** By kind of notice, as `app/domain/notice.ts` names them. */
export type NoticeWords = Record<
  | "session-place"
  | "session-waiting"
  | "session-seat"
  | "session-changed"
  | "session-cancelled"
  | "session-removed"
  | "session-missed"
  | "session-corrected"
  | "session-leading"
  | "session-not-leading"
  | "evidence-approved"
  | "evidence-declined"
  | "evidence-withdrawn"
  | "evidence-ending"
  | "review-asked"
  | "review-approved"
  | "review-changes"
  | "publication-stopped",
  NoticeSaying
>;
