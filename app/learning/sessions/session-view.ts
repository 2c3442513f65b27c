/** How it stands between a session and its reader. */
export type Standing =
  | "booked"
  | "waiting"
  | "free"
  | "full"
  /** They have a place in another session of the module. */
  | "elsewhere"
  /** The module is not part of their training. */
  | "not-yours"
  | "not-employed"
  | "begun"
  | "there"
  | "missed"
  | "cancelled";

/** One session, for somebody who takes part or may. Plain data; dates are civil dates where the session is. */
export interface ParticipantView {
  readonly id: string;
  readonly module: { readonly id: string; readonly title: string; readonly href: string };
  readonly on: string;
  readonly from: string;
  readonly to: string;
  /** Said where it is not that of the reader; null where it is. */
  readonly zone: string | null;
  readonly place: string;
  readonly instructor: string | null;
  readonly language: string;
  readonly note: string | null;
  readonly seats: number;
  readonly left: number;
  readonly standing: Standing;
  /** From 1, for who waits. */
  readonly placeInLine: number | null;
  readonly cancelledWhy: string | null;
  /** The session in which they have a place instead. */
  readonly elsewhere: string | null;
  /** Whether there is a calendar entry for them. */
  readonly calendar: boolean;
  readonly others: readonly {
    readonly id: string;
    readonly on: string;
    readonly from: string;
    readonly place: string;
    readonly left: number;
    readonly seats: number;
  }[];
  readonly today: string;
}
