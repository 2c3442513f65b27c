/** Evidence from elsewhere: what it has to say before anybody looks at it, and when its end is foretold. */
import { addDays, type CivilDate, compareDates, isCivilDate } from "./calendar";

/** What somebody says of a certificate, as it was typed. */
export interface TypedEvidence {
  readonly issuer: string;
  readonly number: string;
  readonly completedOn: string;
  /** Empty: the issuer names no last day. */
  readonly expiresOn: string;
}

/** The same, read. */
export interface Certificate {
  readonly issuer: string;
  /** Empty where the issuer gives none. */
  readonly number: string;
  readonly completedOn: CivilDate;
  readonly expiresOn: CivilDate | null;
}

export type CertificateFault =
  | { readonly field: "issuer"; readonly code: "missing" | "too-long" }
  | { readonly field: "number"; readonly code: "too-long" }
  | { readonly field: "completedOn"; readonly code: "missing" | "no-date" | "ahead" | "too-old" }
  | { readonly field: "expiresOn"; readonly code: "no-date" | "before-completed" | "passed" };

/** Nobody who works today learned anything before this. */
const earliest = "1950-01-01";
const longest = { issuer: 200, number: 100 };

/**
 * Reads a certificate as somebody typed it, on the day `today`.
 *
 * @returns the certificate, or every fault of it
 */
export function readCertificate(
  typed: TypedEvidence,
  today: CivilDate,
): { readonly ok: true; readonly value: Certificate } | { readonly ok: false; readonly faults: CertificateFault[] } {
  const faults: CertificateFault[] = [];
  const issuer = typed.issuer.trim();
  const number = typed.number.trim();
  const completedOn = typed.completedOn.trim();
  const expiresOn = typed.expiresOn.trim();
  if (issuer === "") faults.push({ field: "issuer", code: "missing" });
  else if (issuer.length > longest.issuer) faults.push({ field: "issuer", code: "too-long" });
  if (number.length > longest.number) faults.push({ field: "number", code: "too-long" });
  if (completedOn === "") faults.push({ field: "completedOn", code: "missing" });
  else if (!isCivilDate(completedOn)) faults.push({ field: "completedOn", code: "no-date" });
  else if (compareDates(completedOn, today) > 0) faults.push({ field: "completedOn", code: "ahead" });
  else if (completedOn < earliest) faults.push({ field: "completedOn", code: "too-old" });
  if (expiresOn !== "") {
    if (!isCivilDate(expiresOn)) faults.push({ field: "expiresOn", code: "no-date" });
    else if (isCivilDate(completedOn) && compareDates(expiresOn, completedOn) < 0) {
      faults.push({ field: "expiresOn", code: "before-completed" });
    } else if (compareDates(expiresOn, today) < 0) faults.push({ field: "expiresOn", code: "passed" });
  }
  if (faults.length > 0 || !isCivilDate(completedOn)) return { ok: false, faults };
  return { ok: true, value: { issuer, number, completedOn, expiresOn: isCivilDate(expiresOn) ? expiresOn : null } };
}

/** The end of evidence is foretold so many days before, the earliest first. */
export const foretoldDays = [60, 14] as const;

/** Whether evidence that ends on `expiresOn` is shown as ending on the day `today`. */
export function isEnding(expiresOn: CivilDate, today: CivilDate): boolean {
  return compareDates(expiresOn, today) >= 0 && compareDates(addDays(expiresOn, -foretoldDays[0]), today) <= 0;
}

/**
 * Which foretelling is due on the day `today`: the nearest that has come, so that evidence which was approved late is
 * foretold once; null before the first and after the end.
 */
export function foretellingOn(expiresOn: CivilDate, today: CivilDate): (typeof foretoldDays)[number] | null {
  if (compareDates(today, expiresOn) > 0) return null;
  return foretoldDays.findLast((days) => compareDates(addDays(expiresOn, -days), today) <= 0) ?? null;
}
