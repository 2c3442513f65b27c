/** What the sign-in screen shows. Plain data, fit for JSON. */
export interface SignInView {
  readonly company: string;
  /** Today in the organisation's zone (`YYYY-MM-DD`), for the wheel that decorates the page. */
  readonly today: string;
  /** Where to go afterwards; sent back as `next`. */
  readonly next: string | null;
  /** Why the reader came here, where that needs saying. */
  readonly notice: "expired" | "answerKept" | "signedOut" | null;
  /** What was typed as e-mail, kept after an error. */
  readonly email: string;
  readonly problem: SignInProblem | null;
  /** Only in demonstration mode: whom one may enter as, with the password that all have. */
  readonly demonstration: { readonly password: string; readonly people: readonly DemonstrationPerson[] } | null;
}

export type SignInProblem =
  | { readonly kind: "missing"; readonly email: boolean; readonly password: boolean }
  /** One message for both, so that nobody learns which addresses exist. */
  | { readonly kind: "wrong" }
  | { readonly kind: "tooMany"; readonly waitMinutes: number };

export interface DemonstrationPerson {
  readonly email: string;
  readonly name: string;
  /** What this person is here, such as `Chef för Butik`. */
  readonly description: string;
}
