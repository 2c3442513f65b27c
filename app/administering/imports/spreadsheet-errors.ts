/**
 * Whether a cell holds what a spreadsheet shows where a formula failed, in whatever language it was kept: `#N/A`,
 * `#SAKNAS!`, `#DIV/0!`. That says neither something nor that there is nothing.
 *
 * @example isSpreadsheetError("#VÄRDEFEL!") // true
 */
export function isSpreadsheetError(text: string): boolean {
  return /^#(?:N\/A|GETTING_DATA|[\p{Lu}\d_/]{2,20}[!?])$/u.test(text);
}
