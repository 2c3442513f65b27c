/** Finds out what stands between the cells of a CSV file. */
import type { Separator } from "./table-form";

const candidates: readonly Separator[] = [";", "\t", ",", "|"];
const lookedRecords = 60;

/** How many cells the first records have, were `separator` what stands between them. */
function widths(text: string, separator: Separator, complete: boolean): number[] {
  const found: number[] = [];
  let quoted = false;
  let cells = 1;
  let atStart = true;
  let blank = true;
  for (let at = 0; at < text.length && found.length < lookedRecords; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '"') {
        if (text[at + 1] === '"') at += 1;
        else quoted = false;
      }
    } else if (character === '"' && atStart) {
      quoted = true;
      blank = false;
      atStart = false;
    } else if (character === separator) {
      cells += 1;
      atStart = true;
    } else if (character === "\n" || (character === "\r" && text[at + 1] !== "\n")) {
      if (!blank || cells > 1) found.push(cells);
      cells = 1;
      atStart = true;
      blank = true;
    } else if (character !== "\r") {
      atStart = false;
      blank = false;
    }
  }
  if (complete && (!blank || cells > 1)) found.push(cells);
  return found;
}

/** The line `sep=;` with which some spreadsheets say it themselves. */
export function statedSeparator(text: string): Separator | null {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
  return candidates.find((candidate) => candidate === stated) ?? null;
}

/**
 * What stands between the cells: that which gives most records the same number of cells, and more than one.
 *
 * @param text how the file begins; `complete` when that is all of it
 */
export function findSeparator(text: string, complete: boolean): Separator {
  const stated = statedSeparator(text);
  if (stated) return stated;
  let best: Separator = ";";
  let bestScore = 0;
  for (const separator of candidates) {
    const cells = widths(text, separator, complete);
    const often = new Map<number, number>();
    for (const count of cells) often.set(count, (often.get(count) ?? 0) + 1);
    const [width = 1, times = 0] = [...often].filter(([count]) => count > 1).sort((a, b) => b[1] - a[1])[0] ?? [];
    const score = cells.length === 0 ? 0 : (times / cells.length) * 1000 + width;
    if (times > 0 && score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}
