/** What every row of a file of people comes to, all rows and the company as it is taken together. Pure. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { type Breathe, often } from "./breathe";
import { type FileManagers, findManagers } from "./file-managers";
import { FilePeople } from "./file-people";
import { FilePlaces, type KnownPlaces } from "./file-places";
import {
  type CurrentPerson,
  changesOf,
  leaver,
  newcomer,
  type PersonPlan,
  removesAddress,
  type Wanted,
} from "./people-changes";
import type { PeopleColumns } from "./people-fields";
import type { PeopleOptions } from "./people-options";
import { actionOfProblems, type PeopleAction, type Problem } from "./people-problem";
import type { PersonRow } from "./people-row";

/** The company as it is. */
export interface KnownCompany extends KnownPlaces {
  readonly people: readonly CurrentPerson[];
  /** The language of somebody of whom nothing is said. */
  readonly language: string;
  /** Ids of those who administer without an end to it. */
  readonly administrators: ReadonlySet<string>;
}

/** What a row comes to. */
export interface PlannedRow {
  readonly line: number;
  readonly action: PeopleAction;
  readonly personId: string | null;
  /** Null where nothing is to be done. */
  readonly wanted: Wanted | null;
  readonly plan: PersonPlan | null;
  readonly problems: readonly Problem[];
}

/** Plans a file. Made for one file; `newId` gives ids to people who are new. */
export class PeoplePlanner {
  readonly #file: FilePeople;
  readonly #places: FilePlaces;
  readonly #company: KnownCompany;
  readonly #options: PeopleOptions;
  /** Administrators whom a file that lists everybody does not name: they stay. */
  kept = 0;

  constructor(
    rows: readonly PersonRow[],
    company: KnownCompany,
    options: PeopleOptions,
    columns: PeopleColumns,
    newId: () => string,
  ) {
    this.#company = company;
    this.#options = options;
    this.#file = new FilePeople(rows, company.people, columns, options, newId);
    this.#places = new FilePlaces(this.#file, company, options);
  }

  /** Rows whose number is that of somebody known but for zeros before it. */
  get near(): number {
    return this.#file.near;
  }

  /** Plans every row, and who leaves because the file does not name them. */
  async plan(breathe: Breathe): Promise<PlannedRow[]> {
    this.#file.compare();
    const wanted = new Map<PersonRow, Wanted>();
    for (const [place, row] of this.#file.rows.entries()) {
      this.#file.idOf(row);
      wanted.set(row, this.#wantedOf(row));
      if (place % often === 0) await breathe();
    }
    const managers = await findManagers(this.#file, this.#company.people, breathe);
    let planned: PlannedRow[] = [];
    for (const [place, row] of this.#file.rows.entries()) {
      planned.push(this.#planned(row, wanted.get(row), managers));
      if (place % often === 0) await breathe();
    }
    planned = this.#keepAnAdministrator(planned);
    if (this.#options.everybody) planned.push(...this.#missing());
    return planned;
  }

  /** Names of places that nobody knows and nothing was decided about. */
  unknown(): ReturnType<FilePlaces["unknown"]> {
    return this.#places.unknown();
  }

  #wantedOf(row: PersonRow): Wanted {
    const known = this.#file.known(row);
    const departmentId = this.#places.departmentOf(row);
    if (row.department === undefined && !known?.memberships.length) {
      this.#file.add(row, { column: this.#file.columns.department ?? null, code: "department-missing" });
    }
    const { employedFrom, lastDay, title, kind, email, language } = row;
    const { from } = this.#options;
    const start: CivilDate = employedFrom !== undefined && compareDates(employedFrom, from) > 0 ? employedFrom : from;
    return {
      start,
      ...(employedFrom === undefined ? {} : { employedFrom }),
      ...(lastDay === undefined ? {} : { lastDay }),
      person: {
        employeeNumber: known?.employeeNumber ?? row.number,
        givenName: row.givenName,
        familyName: row.familyName,
        ...(email === undefined ? {} : { email }),
        ...(language === undefined ? {} : { language }),
      },
      employment: {
        ...this.#places.workplaceOf(row),
        ...(title === undefined ? {} : { title }),
        ...(kind === undefined ? {} : { kind }),
      },
      ...(departmentId === undefined ? {} : { departmentId }),
    };
  }

  #planned(row: PersonRow, said: Wanted | undefined, managers: FileManagers): PlannedRow {
    const problems = this.#file.problemsOf(row);
    const known = this.#file.known(row);
    const personId = this.#file.idOf(row);
    const out = actionOfProblems(problems);
    const left = { line: row.line, wanted: null, plan: null, problems };
    if (out !== null || said === undefined) {
      return { ...left, action: out ?? "refused", personId: known?.id ?? null };
    }
    const managerId = managers.get(row);
    const wanted = managerId === undefined ? said : { ...said, employment: { ...said.employment, managerId } };
    if (known) {
      const plan = changesOf(known, wanted);
      const { email } = this.#file.columns;
      const removed: Problem[] = plan.changes.some(removesAddress)
        ? [{ column: email ?? null, code: "email-removed", value: known.email ?? "" }]
        : [];
      return { line: row.line, action: plan.action, personId, wanted, plan, problems: [...problems, ...removed] };
    }
    const whole = { ...wanted, person: this.#description(row) };
    const plan = newcomer(personId, whole);
    return { line: row.line, action: plan.action, personId, wanted: whole, plan, problems };
  }

  /** Refuses the rows that would end whoever administers, or take their address, where nobody would be left who can. */
  #keepAnAdministrator(planned: PlannedRow[]): PlannedRow[] {
    const { administrators, people } = this.#company;
    const reachable = new Set(people.filter(({ id, email }) => administrators.has(id) && email).map(({ id }) => id));
    const isAbout = ({ personId }: PlannedRow, some: ReadonlySet<string>) => personId !== null && some.has(personId);
    const ends = (row: PlannedRow) => row.plan?.changes.some((change) => change.type === "leaves") ?? false;
    const silences = (row: PlannedRow) => row.plan?.changes.some(removesAddress) ?? false;
    const ending = planned.filter((row) => isAbout(row, administrators) && ends(row));
    const losing = planned.filter((row) => isAbout(row, reachable) && (ends(row) || silences(row)));
    const isAll = (rows: readonly PlannedRow[], some: ReadonlySet<string>) =>
      rows.length > 0 && new Set(rows.map((row) => row.personId)).size === some.size;
    const refused = new Set([
      ...(isAll(ending, administrators) ? ending : []),
      ...(isAll(losing, reachable) ? losing : []),
    ]);
    const { email = null, lastDay = null } = this.#file.columns;
    return planned.map((row) => {
      if (!refused.has(row)) return row;
      const problem: Problem = ends(row)
        ? { column: lastDay, code: "last-administrator" }
        : { column: email, code: "last-address" };
      const problems = [...row.problems.filter(({ code }) => code !== "email-removed"), problem];
      return { ...row, action: "refused", wanted: null, plan: null, problems };
    });
  }

  #description(row: PersonRow) {
    return {
      employeeNumber: row.number,
      givenName: row.givenName,
      familyName: row.familyName,
      email: row.email ?? null,
      language: row.language ?? this.#company.language,
    };
  }

  /** Those whom a file that lists everybody does not name, under lines below zero: they have none. */
  #missing(): PlannedRow[] {
    const named = new Set<string>();
    for (const row of this.#file.rows) {
      const nearly = this.#options.nearNumbers === "different" ? undefined : this.#file.nearly(row.number);
      const known = this.#file.known(row) ?? nearly;
      // Also by a row that is refused: nobody leaves because of a mistake in their row.
      if (known) named.add(known.id);
    }
    const missing: PlannedRow[] = [];
    for (const person of this.#company.people) {
      if (named.has(person.id)) continue;
      const plan = leaver(person, this.#options.from);
      if (plan.action !== "leaves") continue;
      // A list of staff is about employments: by it nobody loses the keys to the house.
      if (this.#company.administrators.has(person.id)) {
        this.kept += 1;
        continue;
      }
      const line = -(missing.length + 1);
      missing.push({ line, action: "leaves", personId: person.id, wanted: null, plan, problems: [] });
    }
    return missing;
  }
}
