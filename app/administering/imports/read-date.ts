/** Dates as people and programs write them. */
import { type CivilDate, isCivilDate } from "#app/domain/calendar";
import type { DateOrder } from "./table-form";
import { dayOfSerial } from "./workbook-formats";

/** Why a text is no date: none at all, one that the calendar does not have, or a year of two digits. */
export type DateFault = "not-a-date" | "no-such-day" | "short-year";

export type DateReading =
  | { readonly ok: true; readonly date: CivilDate }
  | { readonly ok: false; readonly fault: DateFault };

const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const englishMonths: Readonly<Record<string, number>> = { may: 5, oct: 10 };

function monthOf(name: string): number {
  const short = name.slice(0, 3).toLowerCase();
  return englishMonths[short] ?? months.indexOf(short) + 1;
}

function dateOf(year: string, month: string | number, day: string): DateReading {
  if (year.length === 2) return { ok: false, fault: "short-year" };
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? { ok: true, date } : { ok: false, fault: "no-such-day" };
}

/**
 * Reads a date; a time of day after it is left aside.
 *
 * @param order how its column writes dates: for `mixed`, whichever way it can be read
 * @example readDate("23.11.2026", "day-first") // 2026-11-23
 */
export function readDate(text: string, order: DateOrder): DateReading {
  const bare = text.trim();
  const first = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/.exec(bare) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (first) return dateOf(first[1] ?? "", first[2] ?? "", first[3] ?? "");
  const numbered = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?:[T ,].*)?$/.exec(bare);
  if (numbered) {
    const [, one = "", two = "", year = ""] = numbered;
    const monthFirst = order === "month-first" || (order === "mixed" && Number(two) > 12);
    return monthFirst ? dateOf(year, one, two) : dateOf(year, two, one);
  }
  const named = /^(?:[a-zåäö]+,? )?(\d{1,2})\.? ([a-zåäö]{3,9})\.?,? (\d{4})(?:[ ,].*)?$/i.exec(bare);
  if (named && monthOf(named[2] ?? "") > 0) return dateOf(named[3] ?? "", monthOf(named[2] ?? ""), named[1] ?? "");
  const american = /^(?:[a-z]+,? )?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,].*)?$/i.exec(bare);
  if (american && monthOf(american[1] ?? "") > 0) {
    return dateOf(american[3] ?? "", monthOf(american[1] ?? ""), american[2] ?? "");
  }
  // A workbook's own count of days, where the column was not formatted as dates.
  if (/^\d{5}(\.\d+)?$/.test(bare)) {
    const date = dayOfSerial(Number(bare), false);
    if (isCivilDate(date) && Number(bare) >= 18_000 && Number(bare) < 80_000) return { ok: true, date };
  }
  return { ok: false, fault: "not-a-date" };
}
