/** What people are told within the product. What is told is kept as ids and dates; its words are found when it is read. */
import type { CivilDate } from "./calendar";

export const noticeKinds = [
  /** Somebody gave them a place in a session. */
  "session-place",
  /** Somebody put them on the waiting list of a session. */
  "session-waiting",
  /** They waited, and now have a place. */
  "session-seat",
  /** When or where, in which language or by whom has changed. */
  "session-changed",
  "session-cancelled",
  /** Somebody else gave their place back. */
  "session-removed",
  /** They had a place and were not there. */
  "session-missed",
  /** Who was there was put right after sign-off. */
  "session-corrected",
  /** They are to hold a session. */
  "session-leading",
  /** Somebody else is to hold it now. */
  "session-not-leading",
  /** Evidence from elsewhere was approved. */
  "evidence-approved",
  "evidence-declined",
  /** It had been approved, and that was wrong. */
  "evidence-withdrawn",
  /** It ends on a day that is near. */
  "evidence-ending",
  /** They are asked to review what somebody wrote. */
  "review-asked",
  "review-approved",
  /** A reviewer asks for changes. */
  "review-changes",
  /** What they asked to be published could not be. */
  "publication-stopped",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What a notice is about. */
export interface NoticeDetail {
  readonly moduleId?: string;
  readonly sessionId?: string;
  /** When the session begins (UTC ISO), as it was when this was told, and the zone of its place. */
  readonly startsAt?: string;
  readonly zone?: string;
  readonly on?: CivilDate;
}

/** Something to tell somebody. */
export interface Notice {
  readonly personId: string;
  readonly kind: NoticeKind;
  /** What it is about, in words of its own: the same key is told once, however often it is said. */
  readonly key: string;
  readonly detail: NoticeDetail;
  /** Where it leads, on this site. */
  readonly path: string | null;
}

export function isNoticeKind(text: string): text is NoticeKind {
  return (noticeKinds as readonly string[]).includes(text);
}
