/** CSV that a spreadsheet opens as what it says: no cell of it is run as a formula. */
import type { Language } from "#app/words/language";

/** What spreadsheets take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

function cellText(text: string, separator: string): string {
  // A number is no formula, whatever its sign.
  const isNumber = /^-?\d+([.,]\d+)?$/.test(text);
  const safe = formula.test(text) && !isNumber ? `'${text}` : text;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV with its end. */
export function csvLine(cells: readonly string[], separator: ";" | ","): string {
  return `${cells.map((cell) => cellText(cell, separator)).join(separator)}\r\n`;
}

/** What separates the cells of a file that goes back to where it came from: as it came, else as spreadsheets have it there. */
export function csvSeparator(came: string | null, language: Language): ";" | "," {
  if (came === ";" || came === ",") return came;
  return language === "sv" ? ";" : ",";
}

/** Stands before the first line, so that spreadsheets read it as UTF-8. */
export const csvBeginning = "\ufeff";

/** The text of a cell without the space around it and without the sign by which `csvLine` made it safe. */
export function plainCell(text: string): string {
  const bare = text.trim();
  return bare.startsWith("'") && formula.test(bare.slice(1)) ? bare.slice(1) : bare;
}
