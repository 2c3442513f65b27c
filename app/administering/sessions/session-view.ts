/** What the screens of sessions show. Plain data, fit for JSON; dates are civil dates where the session is. */
import type { Mark } from "./attendance-marks";

export interface SessionHead {
  readonly id: string;
  readonly module: { readonly id: string; readonly title: string };
  /** Civil date and times `HH:MM`, as clocks in the place show them. */
  readonly on: string;
  readonly from: string;
  readonly to: string;
  /** Said where it is not that of the reader; null where it is. */
  readonly zone: string | null;
  /** Site and room or address. */
  readonly place: string;
  readonly seats: number;
  readonly booked: number;
  readonly waiting: number;
  readonly instructor: string | null;
  readonly language: string;
  readonly state: "planned" | "begun" | "signed" | "cancelled";
}

export interface SessionsView {
  readonly list: "upcoming" | "past" | "cancelled";
  readonly moduleId: string | null;
  readonly modules: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly SessionHead[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly today: string;
}

export interface Participant {
  readonly personId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly department: string;
  readonly place: "booked" | "waiting";
  readonly mark: Mark;
  /** Not employed on the day any more. */
  readonly gone: boolean;
  /** A completion was recorded at sign-off. */
  readonly completed: boolean;
  /** The next session of the module in which they have a place or wait (civil date). */
  readonly next: { readonly id: string; readonly on: string } | null;
}

export interface SessionView {
  readonly head: SessionHead;
  readonly note: string | null;
  readonly organisation: string;
  readonly cancelledWhy: string | null;
  readonly signedOffBy: string | null;
  /** Civil date. */
  readonly signedOffOn: string | null;
  /** Those who have a seat, then those who wait; each in the order in which they asked. */
  readonly participants: readonly Participant[];
  /** From the day itself on. */
  readonly mayNote: boolean;
  readonly others: readonly {
    readonly id: string;
    readonly on: string;
    readonly from: string;
    readonly place: string;
  }[];
  readonly today: string;
}
