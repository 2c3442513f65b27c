/**
 * Why a standing is what it is. The list is closed: a screen has one sentence for each code.
 *
 * `on` is the day of what happened, and reasons are given oldest first. `due` is the due date that came of it. The
 * ground of a due date (the assignment, or the completion that began the cycle) is always among them, then only what
 * really moved one of the dates shown. No reason holds a score or says what kind of absence somebody had.
 */
import type { CivilDate, Period } from "./calendar";

export type Reason =
  /** Nobody has ever required it of this person. */
  | { readonly code: "never-assigned"; readonly on: null }
  /** It is no longer required, since this day. */
  | { readonly code: "unassigned"; readonly on: CivilDate }
  /** It was assigned on this day; nothing was completed since. */
  | { readonly code: "assigned"; readonly on: CivilDate; readonly due: CivilDate }
  /** It was assigned anew on this day, and nothing valid was held any longer: as if for the first time. */
  | { readonly code: "starting-over"; readonly on: CivilDate; readonly due: CivilDate }
  /** Completed on this day, and the policy never asks again. */
  | { readonly code: "never-ages"; readonly on: CivilDate }
  /** Completed on this day, and it comes back after `every`; where that tells how well it went, `byResult` says so. */
  | {
      readonly code: "refresh-due";
      readonly on: CivilDate;
      readonly due: CivilDate;
      readonly every: Period;
      readonly byResult?: true;
    }
  /** Completed on this day with a weak result, so it comes back sooner, after `every`. */
  | { readonly code: "weak-score"; readonly on: CivilDate; readonly due: CivilDate; readonly every: Period }
  /** Completed on this day; the rhythm of `every` is kept from the completion of `anchor`. */
  | {
      readonly code: "keep-day";
      readonly on: CivilDate;
      readonly anchor: CivilDate;
      readonly due: CivilDate;
      readonly every: Period;
    }
  /** Completed on this day; due on the next fixed day of the year that is far enough away. */
  | { readonly code: "calendar-day"; readonly on: CivilDate; readonly due: CivilDate }
  /** Completed on this day, and its issuer lets it run out on `expires`. `due` is null where nothing is due by it. */
  | {
      readonly code: "issuer-expiry";
      readonly on: CivilDate;
      readonly expires: CivilDate;
      readonly due: CivilDate | null;
    }
  /** The cycle of the completion of this day was moved `days` earlier, so that not everybody is called at once. */
  | { readonly code: "spread"; readonly on: CivilDate; readonly days: number; readonly due: CivilDate }
  /**
   * Completed again on this day, which gave no later day and so began no cycle. `every` is what a weak result was given;
   * null where the result was not weak.
   */
  | { readonly code: "renewed"; readonly on: CivilDate; readonly every: Period | null }
  /**
   * A revision published on this day has to be taken in. `from` is the day from which this person's time counts. `due` is
   * null where it only opened the refresher sooner.
   */
  | {
      readonly code: "major-revision";
      readonly on: CivilDate;
      readonly revision: number;
      readonly from: CivilDate;
      readonly due: CivilDate | null;
    }
  /** A revision published on this day made what was known wrong. `validUntil` is null where nothing was held. */
  | {
      readonly code: "critical-revision";
      readonly on: CivilDate;
      readonly revision: number;
      readonly due: CivilDate | null;
      readonly validUntil: CivilDate | null;
    }
  /** Somebody gave more time on this day. */
  | { readonly code: "extended"; readonly on: CivilDate; readonly due: CivilDate }
  /** It was assigned on this day to somebody who held it already, who gets at least the runway. */
  | { readonly code: "returned"; readonly on: CivilDate; readonly due: CivilDate }
  /**
   * The policy was changed on this day, and its dates were reckoned afresh, or held back so that nobody is caught out.
   * `due` and `validUntil` are null where it did not give them.
   */
  | {
      readonly code: "policy-changed";
      readonly on: CivilDate;
      readonly due: CivilDate | null;
      readonly validUntil: CivilDate | null;
    }
  /** Away from this day until `until` (null: without end), and a date that fell into it was moved. */
  | {
      readonly code: "absence";
      readonly on: CivilDate;
      readonly until: CivilDate | null;
      readonly due: CivilDate | null;
      readonly validUntil: CivilDate | null;
    }
  /** It was due on this day, and is still valid until `validUntil`. */
  | { readonly code: "grace"; readonly on: CivilDate; readonly validUntil: CivilDate | null }
  /**
   * Validity ended at the end of this day: when the grace after `due` had passed, or (null) for a reason of its own that
   * stands beside this one.
   */
  | { readonly code: "lapsed"; readonly on: CivilDate; readonly due: CivilDate | null }
  /** Not owed between these days, both included. */
  | { readonly code: "exempt"; readonly on: CivilDate; readonly until: CivilDate | null }
  /** Away between these days, both included. */
  | { readonly code: "on-leave"; readonly on: CivilDate; readonly until: CivilDate | null };

export type ReasonCode = Reason["code"];
