/** Whom the rows of a file mean, of those known, and what is wrong with each row. Pure. */
import type { CurrentPerson } from "./people-changes";
import type { PeopleColumns } from "./people-fields";
import type { PeopleOptions } from "./people-options";
import { actionOfProblems, type Problem } from "./people-problem";
import type { PersonRow } from "./people-row";
import { withoutZeros } from "./without-zeros";

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Made for one file; `newId` gives ids to people who are new. */
export class FilePeople {
  readonly rows: readonly PersonRow[];
  readonly columns: PeopleColumns;
  readonly #options: Pick<PeopleOptions, "nearNumbers">;
  readonly #newId: () => string;
  readonly #byNumber: ReadonlyMap<string, CurrentPerson>;
  readonly #byEmail = new Map<string, CurrentPerson>();
  readonly #near = new Map<string, CurrentPerson>();
  readonly #problems: ReadonlyMap<PersonRow, Problem[]>;
  readonly #ids = new Map<PersonRow, string>();
  /** Rows whose number is that of somebody known but for zeros before it. */
  near = 0;

  constructor(
    rows: readonly PersonRow[],
    people: readonly CurrentPerson[],
    columns: PeopleColumns,
    options: Pick<PeopleOptions, "nearNumbers">,
    newId: () => string,
  ) {
    this.rows = rows;
    this.columns = columns;
    this.#options = options;
    this.#newId = newId;
    this.#byNumber = new Map(people.map((person) => [person.employeeNumber, person]));
    for (const person of people) {
      if (person.email !== null) this.#byEmail.set(person.email, person);
      this.#near.set(withoutZeros(person.employeeNumber), person);
    }
    this.#problems = new Map(rows.map((row) => [row, [...row.problems]]));
  }

  add(row: PersonRow, problem: Problem): void {
    const own = this.#problems.get(row);
    // Of a cell that holds a fault there is nothing more to say.
    if (own?.some(({ code, column }) => code === "cell-error" && column === problem.column)) return;
    own?.push(problem);
  }

  problemsOf(row: PersonRow): readonly Problem[] {
    return this.#problems.get(row) ?? [];
  }

  isOut(row: PersonRow): boolean {
    return actionOfProblems(this.problemsOf(row)) !== null;
  }

  /** Whom a row is about, of those known. */
  known(row: PersonRow): CurrentPerson | undefined {
    return this.numbered(row.number);
  }

  /** The id of whom a row is about: theirs, or one that is new. */
  idOf(row: PersonRow): string {
    const id = this.#ids.get(row) ?? this.known(row)?.id ?? this.#newId();
    this.#ids.set(row, id);
    return id;
  }

  /** Whoever has a number; without regard to zeros before it where those are said to be the same. */
  numbered(number: string): CurrentPerson | undefined {
    const exact = this.#byNumber.get(number);
    return exact || this.#options.nearNumbers !== "same" ? exact : this.nearly(number);
  }

  /** Whoever has the number but for zeros before it. */
  nearly(number: string): CurrentPerson | undefined {
    return this.#near.get(withoutZeros(number));
  }

  /** Whoever has an address (lower case). */
  addressed(email: string): CurrentPerson | undefined {
    return this.#byEmail.get(email);
  }

  /** Refuses numbers and addresses that stand twice or are another's. */
  compare(): void {
    this.#compareNumbers();
    this.#compareEmails();
  }

  #compareNumbers(): void {
    const column = this.columns.number ?? null;
    const numbered = grouped(this.rows, (row) => row.number || null);
    for (const [number, rows] of numbered) {
      if (rows.length < 2) continue;
      const lines = rows.map((row) => row.line);
      for (const row of rows) this.add(row, { column, code: "number-twice", value: number, lines: lines.slice(0, 10) });
    }
    for (const row of this.rows) {
      if (row.number === "" || this.#byNumber.has(row.number)) continue;
      const near = this.nearly(row.number);
      // Whoever is named by their own number in another row is not meant by this one.
      if (!near || numbered.has(near.employeeNumber)) continue;
      this.near += 1;
      if (this.#options.nearNumbers !== "ask") continue;
      this.add(row, { column, code: "number-nearly", value: row.number, known: near.employeeNumber });
    }
  }

  #compareEmails(): void {
    const column = this.columns.email ?? null;
    for (const [email, rows] of grouped(this.rows, (row) => row.email ?? null)) {
      const lines = rows.map((row) => row.line).slice(0, 10);
      if (rows.length > 1) for (const row of rows) this.add(row, { column, code: "email-twice", value: email, lines });
      const owner = this.#byEmail.get(email);
      for (const row of rows) {
        if (!owner || owner === this.known(row)) continue;
        this.add(row, { column, code: "email-taken", value: email, known: owner.employeeNumber });
      }
    }
  }
}
