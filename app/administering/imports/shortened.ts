/** Enough of a cell to know it by. */
const most = 80;

/** What stands in a cell, short enough to be shown in a list; all of it is in the file of what was left out. */
export function shortened(text: string): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
