/** Why a file was not picked up. */
export type PickUpProblem = "gone" | "empty" | "too-large" | "being-written" | "unreadable";

/** What was not picked up, and why. */
export interface NotPickedUp {
  readonly name: string;
  readonly problem: PickUpProblem;
}
