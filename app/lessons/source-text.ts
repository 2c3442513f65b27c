import type { Place } from "./problem";

/** A part of a text: from one place up to another. */
export interface Span {
  readonly from: Place;
  readonly to: Place;
}

/** A text by its lines and columns, as problems count them. */
export class SourceText {
  readonly #rows: readonly string[];

  constructor(text: string) {
    this.#rows = text.split(/\r\n|\n|\r/);
  }

  /** The line of that number, from 1. */
  row(line: number): string {
    return this.#rows[line - 1] ?? "";
  }

  /** What stands between two places, with `\n` between its lines. */
  between({ from, to }: Span): string {
    if (from.line === to.line) return this.row(from.line).slice(from.column - 1, to.column - 1);
    return [
      this.row(from.line).slice(from.column - 1),
      ...this.#rows.slice(from.line, to.line - 1),
      this.row(to.line).slice(0, to.column - 1),
    ].join("\n");
  }

  /** The end of the text. */
  get end(): Place {
    return { line: this.#rows.length, column: this.row(this.#rows.length).length + 1 };
  }

  /** The whole lines that a span stands on, with their line end; undefined where something else stands on them too. */
  wholeLines({ from, to }: Span): Span | undefined {
    const before = this.row(from.line).slice(0, from.column - 1);
    const after = this.row(to.line).slice(to.column - 1);
    if (before.trim() !== "" || after.trim() !== "") return undefined;
    const next = to.line < this.#rows.length ? { line: to.line + 1, column: 1 } : this.end;
    return { from: { line: from.line, column: 1 }, to: next };
  }
}

/** The place so many characters after another. */
export function placeAfter(place: Place, text: string): Place {
  const rows = text.split("\n");
  const last = rows.at(-1) ?? "";
  return rows.length === 1
    ? { line: place.line, column: place.column + text.length }
    : { line: place.line + rows.length - 1, column: last.length + 1 };
}

/** A text with an edit made in it. */
export function edited(text: string, edit: Span & { readonly insert: string }): string {
  const source = new SourceText(text);
  const begin = { line: 1, column: 1 };
  return (
    source.between({ from: begin, to: edit.from }) + edit.insert + source.between({ from: edit.to, to: source.end })
  );
}
