/** How somebody signs in. A code belongs to the number: it is what one has before one has a PIN. */
export const ways = ["email", "number", "code"] as const;
export type Way = (typeof ways)[number];

/** The address of the sign-in page for one way of signing in. */
export function wayHref(way: Way, next: string | null): string {
  return `/sign-in?${new URLSearchParams({ way, ...(next === null ? {} : { next }) })}`;
}

/** What the sign-in screen shows. Plain data, fit for JSON. */
export interface SignInView {
  readonly company: string;
  /** Nobody can sign in yet: the company is still to be set up. */
  readonly empty: boolean;
  /** Today in the organisation's zone (`YYYY-MM-DD`), for the wheel that decorates the page. */
  readonly today: string;
  /** Where to go afterwards; sent back as `next`. */
  readonly next: string | null;
  /** Why the reader came here, where that needs saying. */
  readonly notice: "expired" | "answerKept" | "answerLost" | "signedOut" | "left" | null;
  readonly way: Way;
  /** Whether several people share this device: then nothing typed here is offered to the next. */
  readonly shared: boolean;
  /** What was typed as e-mail or number, kept after an error. */
  readonly email: string;
  readonly number: string;
  readonly problem: SignInProblem | null;
  /** The code was right: what to sign in with from now on is to be chosen. */
  readonly first: FirstTime | null;
  /** Only in demonstration mode: whom one may enter as, with the password that all have. */
  readonly demonstration: { readonly password: string; readonly people: readonly DemonstrationPerson[] } | null;
}

/** Which of the fields of the form were left empty: `name` is the e-mail address or the number. */
export type SignInProblem =
  | { readonly kind: "missing"; readonly name: boolean; readonly secret: boolean }
  /** One message for both, so that nobody learns which addresses and numbers exist. */
  | { readonly kind: "wrong" }
  | { readonly kind: "tooMany"; readonly waitMinutes: number };

export interface FirstTime {
  /** Sent back with what is chosen. */
  readonly number: string;
  readonly code: string;
  /** Somebody with an e-mail address may choose a password instead. */
  readonly email: string | null;
  readonly kind: "pin" | "password";
  readonly fault:
    | "not-digits"
    | "too-short"
    | "too-long"
    | "repeated"
    | "in-order"
    | "own-number"
    | "known"
    | "password-too-short"
    | "password-too-long"
    | "not-the-same"
    | null;
}

export interface DemonstrationPerson {
  readonly email: string;
  readonly name: string;
  /** What this person is here, such as `Chef för Butik`. */
  readonly description: string;
}
