/** CSV that a spreadsheet opens as what it says: no cell of it is run as a formula. */

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

/** Stands before the first line, so that spreadsheets read it as UTF-8. */
export const csvBeginning = "\ufeff";

/** The text of a cell without the space around it and without the sign by which `csvLine` made it safe. */
export function plainCell(text: string): string {
  const bare = text.trim();
  return bare.startsWith("'") && formula.test(bare.slice(1)) ? bare.slice(1) : bare;
}
