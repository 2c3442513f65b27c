/** What stands in the columns of a file: samples, and in which order its dates are written, decided over all its rows. */
import type { ColumnForm, DateOrder } from "./table-form";

const samplesOfColumn = 3;
const numbered = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[ T].*)?$/;

class ColumnNotes {
  readonly #samples: string[] = [];
  #filled = 0;
  #dates = 0;
  #yearFirst = 0;
  /** Dates that can only be day first, only month first, or both. */
  #dayFirst = 0;
  #monthFirst = 0;
  #either = 0;

  note(text: string): void {
    if (text === "") return;
    this.#filled += 1;
    if (this.#samples.length < samplesOfColumn && !this.#samples.includes(text)) this.#samples.push(text);
    const first = text.charCodeAt(0);
    if (first < 48 || first > 57 || text.length > 40) return;
    const [, one = "", two = "", three = ""] = numbered.exec(text) ?? [];
    if (one === "") {
      if (/^(19|20)\d{6}$/.test(text)) this.#yearFirst += 1;
      return;
    }
    if (one.length === 4) this.#yearFirst += 1;
    else if (three.length !== 4) return;
    else if (Number(one) > 12) this.#dayFirst += 1;
    else if (Number(two) > 12) this.#monthFirst += 1;
    else if (one !== two) this.#either += 1;
    this.#dates += 1;
  }

  #order(): DateOrder {
    if (this.#dayFirst > 0 && this.#monthFirst > 0) return "mixed";
    if (this.#monthFirst > 0) return "month-first";
    return this.#dayFirst + this.#either > 0 ? "day-first" : "year-first";
  }

  form(heading: string): ColumnForm {
    const holdsDates = this.#dates + this.#yearFirst > 0 && (this.#dates + this.#yearFirst) * 2 >= this.#filled;
    const order = this.#order();
    return {
      heading,
      samples: this.#samples.map((sample) => sample.slice(0, 80)),
      dates: holdsDates ? { order, certain: !(this.#either > 0 && this.#dayFirst + this.#monthFirst === 0) } : null,
    };
  }
}

/** Keeps notes of every column while a file is read. */
export class TableNotes {
  readonly #headings: readonly string[];
  readonly #columns: readonly ColumnNotes[];
  rows = 0;

  constructor(headings: readonly string[]) {
    this.#headings = headings;
    this.#columns = headings.map(() => new ColumnNotes());
  }

  note(cells: readonly string[]): void {
    this.rows += 1;
    for (const [place, column] of this.#columns.entries()) column.note(cells[place] ?? "");
  }

  forms(): ColumnForm[] {
    return this.#columns.map((column, place) => column.form(this.#headings[place] ?? ""));
  }
}
