import type { Carried, LeftOut } from "./gift-to-checks";

/** What is typed to bring questions in. */
export interface GiftForm {
  readonly gift: string;
  /** What the file of questions is called. */
  readonly title: string;
  readonly language: string;
}

export type GiftFault =
  | "title-missing"
  | "title-taken"
  | "not-a-translation"
  | "no-more-files"
  | "language-unknown"
  | "gift-missing"
  | "gift-long"
  | "gift-slow"
  | "nothing-carried";

/** What became of a file that was tried. */
export interface GiftTried {
  readonly typed: GiftForm;
  readonly faults: Readonly<Partial<Record<keyof GiftForm, GiftFault>>>;
  readonly result: {
    readonly carried: readonly Omit<Carried, "source">[];
    readonly left: readonly LeftOut[];
  };
}
