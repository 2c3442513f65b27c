import type { CivilDate } from "#app/domain/calendar";
import type { Language } from "#app/words/language";

/** A slip for one person, as plain JSON. Texts are in the person's own language. */
export interface SlipView {
  readonly personId: string;
  readonly language: Language;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  /** What they can sign in with already. */
  readonly access: "pin" | "password" | "none";
  /** Whether who prints may make a code for them. */
  readonly code: "allowed" | "own" | "refused";
  /** What is to be done now, the most urgent first; null: not for who prints to see. */
  readonly due: readonly DueItem[] | null;
  /** How many more there are than those listed. */
  readonly more: number;
}

export interface DueItem {
  readonly moduleId: string;
  readonly title: string;
  /** The state with its date: `Försenad 3 dagar`. */
  readonly status: string;
  /** Why, in one or two sentences with dates. */
  readonly why: string;
}

/** What stands on every slip of a page. */
export interface SlipSheet {
  readonly company: string;
  /** The civil date of who prints. */
  readonly today: CivilDate;
  /** Where to sign in, as people type it, and as a QR code. */
  readonly address: string;
  readonly qr: { readonly size: number; readonly path: string };
}

/** Codes that were just made, by person; nowhere else are they to be had. */
export interface MadeCodes {
  readonly codes: Readonly<Record<string, string>>;
  /** The last day on which they can be used. */
  readonly until: CivilDate;
}
