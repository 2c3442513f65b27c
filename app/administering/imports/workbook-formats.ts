/** How workbooks show numbers: as days, counted from the end of 1899 (in some from 1904), as percentages, or as they are. */

const dayMs = 86_400_000;

/** Formats of numbers that workbooks need not describe and that show a day. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** `0%` and `0.00%`. */
const builtInPercentages = new Set([9, 10]);

/** A format for what is above zero, in lower case, without the texts that stand in it. */
function bare(code: string): string {
  const [first = ""] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").split(";");
  return first.toLowerCase();
}

/** Whether a format of numbers shows a day. */
export function showsDay(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(formatId);
  return /[yd]/.test(bare(code)) && !/general/.test(bare(code));
}

/** Whether a format of numbers shows them times a hundred, with a percent sign. */
export function showsPercentage(formatId: number, code: string | undefined): boolean {
  return code === undefined ? builtInPercentages.has(formatId) : bare(code).includes("%");
}

/**
 * The day of a serial number, ISO; null when it is none.
 *
 * @example dayOfSerial(46349, false) // "2026-11-23"
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (!Number.isFinite(whole) || whole < 1 || whole > 2_958_465) return null;
  // They count a 29 February 1900 that never was.
  const days = whole < 60 ? whole + 1 : whole;
  return new Date(Date.UTC(1899, 11, 30) + days * dayMs).toISOString().slice(0, 10);
}
