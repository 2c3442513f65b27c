/**
 * The completions of a file, kept close together in memory: a file of a million of them is some tens of megabytes. They
 * stand in the order in which they are recorded: by department and person, so that what is counted and read for one is
 * shared with the next.
 */
import { type CivilDate, civilDateOf, dayNumber } from "#app/domain/calendar";
import type { ImportedCompletion } from "#app/ledger/completions";
import type { Reader } from "#db/connect";
import { findHomesAfter, findPeopleAfter } from "#db/queries/history-imports";
import { withoutZeros } from "../imports/without-zeros";
import { type HistoryRow, type ScoreScale, scoreOf } from "./history-row";

const atOnce = 2000;
const noDay = -2_147_483_648;

export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Whether the number of somebody unknown differs from a known one by zeros in front alone. */
export function isNearlyKnown(row: HistoryRow, people: KnownPeople): boolean {
  return row.number !== "" && people.bare.has(withoutZeros(row.number.toUpperCase()));
}

/** Who there is, by number and by address. */
export interface KnownPeople {
  readonly byNumber: ReadonlyMap<string, string>;
  readonly byEmail: ReadonlyMap<string, string>;
  /** Numbers without zeros in front. */
  readonly bare: ReadonlySet<string>;
}

/** Everybody, read some at a time. */
export async function loadPeople(db: Reader): Promise<KnownPeople> {
  const byNumber = new Map<string, string>();
  const byEmail = new Map<string, string>();
  const bare = new Set<string>();
  for (let after = ""; ; ) {
    const rows = await findPeopleAfter(db, after, atOnce);
    for (const row of rows) {
      byNumber.set(row.employee_number.toUpperCase(), row.id);
      bare.add(withoutZeros(row.employee_number.toUpperCase()));
      if (row.email !== null) byEmail.set(row.email, row.id);
    }
    await breathe();
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return { byNumber, byEmail, bare };
    after = last.id;
  }
}

/** Where everybody belongs now, read some at a time. */
async function loadHomes(db: Reader): Promise<Map<string, string>> {
  const homes = new Map<string, string>();
  for (let after = ""; ; ) {
    const rows = await findHomesAfter(db, after, atOnce);
    for (const row of rows) homes.set(row.person_id, row.department_id);
    await breathe();
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return homes;
    after = last.id;
  }
}

/** Who a row is about: by number, or by an address in the place of either. */
export function personOf(row: HistoryRow, people: KnownPeople): string | "differs" | undefined {
  const one = (text: string) =>
    text === "" ? undefined : (people.byNumber.get(text.toUpperCase()) ?? people.byEmail.get(text.toLowerCase()));
  const [number, email] = [one(row.number), one(row.email)];
  if (number !== undefined && email !== undefined && number !== email) return "differs";
  return number ?? email;
}

/** Texts by a number of their own. */
class Numbered {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** Numbers in a row that grows. */
class Column<Array extends Int32Array | Float64Array> {
  #cells: Array;
  readonly #grow: (length: number) => Array;
  length = 0;

  constructor(grow: (length: number) => Array) {
    this.#grow = grow;
    this.#cells = grow(1024);
  }

  push(value: number): void {
    if (this.length === this.#cells.length) {
      const larger = this.#grow(this.length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[this.length] = value;
    this.length += 1;
  }

  at(place: number): number {
    return this.#cells[place] ?? 0;
  }
}

const whole = () => new Column((length) => new Int32Array(length));

export class HistoryFacts {
  readonly #people = new Numbered();
  readonly #modules = new Numbered();
  readonly #person = whole();
  readonly #module = whole();
  readonly #line = whole();
  readonly #on = whole();
  readonly #expires = whole();
  /** Shares, and figures whose scale is not known yet; not a number: none. */
  readonly #score = new Column((length) => new Float64Array(length));
  readonly #isFigure = whole();
  #largest = 0;
  readonly #scale: ScoreScale | null;
  /** Places of `#person` and the others, in order; empty before `arrange`. */
  #order = new Int32Array();
  /** Where each person begins in `#order`. */
  #beginnings: number[] = [];

  /** @param scale how bare figures are meant, where all of the file was read before */
  constructor(scale: ScoreScale | null = null) {
    this.#scale = scale;
  }

  add(line: number, personId: string, moduleId: string, row: HistoryRow & { readonly on: CivilDate }): void {
    this.#person.push(this.#people.numberOf(personId));
    this.#module.push(this.#modules.numberOf(moduleId));
    this.#line.push(line);
    this.#on.push(dayNumber(row.on));
    this.#expires.push(row.expires === null ? noDay : dayNumber(row.expires));
    const { score } = row;
    this.#score.push(score.kind === "share" || score.kind === "figure" ? score.value : Number.NaN);
    this.#isFigure.push(score.kind === "figure" ? 1 : 0);
    if (score.kind === "figure") this.#largest = Math.max(this.#largest, score.value);
  }

  get length(): number {
    return this.#person.length;
  }

  get people(): number {
    return this.#people.texts.length;
  }

  get modules(): number {
    return this.#modules.texts.length;
  }

  /** How bare figures are meant: where one exceeds 1, all are of a hundred. */
  get scale(): ScoreScale {
    return this.#scale ?? (this.#largest > 1 ? "hundred" : "share");
  }

  /** Puts everything in the order in which it is recorded. */
  async arrange(db: Reader): Promise<void> {
    const homes = await loadHomes(db);
    const people = this.#people.texts;
    const home = people.map((id) => homes.get(id) ?? "");
    const ranked = people
      .map((_, number) => number)
      .sort((a, b) => compare(home[a] ?? "", home[b] ?? "") || compare(people[a] ?? "", people[b] ?? ""));
    const rank = new Int32Array(people.length);
    for (const [place, number] of ranked.entries()) rank[number] = place;
    await breathe();
    this.#order = Int32Array.from({ length: this.length }, (_, place) => place).sort(
      (a, b) =>
        (rank[this.#person.at(a)] ?? 0) - (rank[this.#person.at(b)] ?? 0) ||
        this.#module.at(a) - this.#module.at(b) ||
        this.#on.at(a) - this.#on.at(b) ||
        this.#line.at(a) - this.#line.at(b),
    );
    let last = -1;
    this.#beginnings = [];
    for (const [place, at] of this.#order.entries()) {
      if (this.#person.at(at) === last) continue;
      last = this.#person.at(at);
      this.#beginnings.push(place);
    }
    await breathe();
  }

  /** Whole people from the `first` on (counted in order), with about so many completions; empty after the last. */
  slice(first: number, completions: number): { readonly facts: readonly LinedCompletion[]; readonly people: number } {
    const begin = this.#beginnings[first];
    if (begin === undefined) return { facts: [], people: 0 };
    let people = 1;
    const endOf = (count: number) => this.#beginnings[first + count] ?? this.length;
    while (endOf(people) < this.length && endOf(people + 1) - begin <= completions) people += 1;
    const facts: LinedCompletion[] = [];
    for (const at of this.#order.subarray(begin, endOf(people))) facts.push(this.#factAt(at));
    return { facts, people };
  }

  #factAt(at: number): LinedCompletion {
    const value = this.#score.at(at);
    const expires = this.#expires.at(at);
    const kind = this.#isFigure.at(at) === 1 ? "figure" : "share";
    return {
      line: this.#line.at(at),
      personId: this.#people.texts[this.#person.at(at)] ?? "",
      moduleId: this.#modules.texts[this.#module.at(at)] ?? "",
      on: civilDateOf(this.#on.at(at)),
      expires: expires === noDay ? null : civilDateOf(expires),
      score: Number.isNaN(value) ? null : scoreOf({ kind, value }, this.scale),
    };
  }
}

export interface LinedCompletion extends ImportedCompletion {
  readonly line: number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
