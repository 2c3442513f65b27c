/** An employee number as a spreadsheet leaves it that takes it for a figure: without zeros in front. */
export function withoutZeros(number: string): string {
  return number.replace(/^0+(?=.)/, "");
}
