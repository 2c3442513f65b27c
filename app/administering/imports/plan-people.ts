/** What every row of a file of people comes to, all rows and the company as it is taken together. Pure. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import { folded } from "#app/domain/folded";
import type { Employment } from "#app/ledger/careers";
import { type CurrentPerson, changesOf, leaver, newcomer, type PersonPlan, type Wanted } from "./people-changes";
import type { PeopleColumns } from "./people-fields";
import type { PeopleOptions, UnknownPlace } from "./people-options";
import { actionOfProblems, type PeopleAction, type Problem } from "./people-problem";
import type { PersonRow } from "./people-row";
import {
  DepartmentNames,
  type Found,
  type KnownDepartment,
  type KnownEntity,
  type KnownSite,
  PlaceNames,
} from "./place-names";
import { withoutZeros } from "./without-zeros";

/** The company as it is. */
export interface KnownCompany {
  readonly people: readonly CurrentPerson[];
  /** Open ones. */
  readonly departments: readonly KnownDepartment[];
  readonly sites: readonly KnownSite[];
  readonly entities: readonly KnownEntity[];
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

type Breathe = () => Promise<void>;

const often = 500;

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

/** Plans a file. Made for one file; `newId` gives ids to people who are new. */
export class PeoplePlanner {
  readonly #rows: readonly PersonRow[];
  readonly #company: KnownCompany;
  readonly #options: PeopleOptions;
  readonly #columns: PeopleColumns;
  readonly #newId: () => string;
  readonly #byNumber: Map<string, CurrentPerson>;
  readonly #byEmail = new Map<string, CurrentPerson>();
  readonly #near = new Map<string, CurrentPerson>();
  readonly #departments: DepartmentNames;
  readonly #sites: PlaceNames;
  readonly #entities: PlaceNames;
  readonly #siteById: Map<string, Pick<KnownSite, "id" | "entityId">>;
  readonly #problems: Map<PersonRow, Problem[]>;
  readonly #ids = new Map<PersonRow, string>();
  readonly #managers = new Map<PersonRow, string | null>();
  readonly #unknown = {
    departments: new Map<string, UnknownPlace>(),
    sites: new Map<string, UnknownPlace>(),
    entities: new Map<string, UnknownPlace>(),
  };
  near = 0;
  /** Administrators whom a file that lists everybody does not name: they stay. */
  kept = 0;

  constructor(
    rows: readonly PersonRow[],
    company: KnownCompany,
    options: PeopleOptions,
    columns: PeopleColumns,
    newId: () => string,
  ) {
    this.#rows = rows;
    this.#company = company;
    this.#options = options;
    this.#columns = columns;
    this.#newId = newId;
    this.#byNumber = new Map(company.people.map((person) => [person.employeeNumber, person]));
    for (const person of company.people) {
      if (person.email !== null) this.#byEmail.set(person.email, person);
      this.#near.set(withoutZeros(person.employeeNumber), person);
    }
    const { places } = options;
    this.#departments = new DepartmentNames(company.departments);
    this.#sites = new PlaceNames(company.sites);
    this.#entities = new PlaceNames(company.entities);
    this.#siteById = new Map([...company.sites, ...places.newSites].map((site) => [site.id, site]));
    this.#problems = new Map(rows.map((row) => [row, [...row.problems]]));
  }

  #add(row: PersonRow, problem: Problem): void {
    this.#problems.get(row)?.push(problem);
  }

  #isOut(row: PersonRow): boolean {
    return actionOfProblems(this.#problems.get(row) ?? []) !== null;
  }

  /** Whom a row is about, of those known. */
  #known(row: PersonRow): CurrentPerson | undefined {
    const exact = this.#byNumber.get(row.number);
    if (exact || this.#options.nearNumbers !== "same") return exact;
    return this.#near.get(withoutZeros(row.number));
  }

  /** Plans every row, and who leaves because the file does not name them. */
  async plan(breathe: Breathe): Promise<PlannedRow[]> {
    this.#compareNumbers();
    this.#compareEmails();
    const wanted = new Map<PersonRow, Wanted>();
    for (const [place, row] of this.#rows.entries()) {
      this.#ids.set(row, this.#known(row)?.id ?? this.#newId());
      wanted.set(row, this.#wantedOf(row));
      if (place % often === 0) await breathe();
    }
    await this.#findManagers(breathe);
    this.#refuseCircles();
    let planned: PlannedRow[] = [];
    for (const [place, row] of this.#rows.entries()) {
      planned.push(this.#planned(row, wanted.get(row)));
      if (place % often === 0) await breathe();
    }
    planned = this.#keepAnAdministrator(planned);
    if (this.#options.everybody) planned.push(...this.#missing());
    return planned;
  }

  /** Names of places that nobody knows and nothing was decided about. */
  unknown(): Record<"departments" | "sites" | "entities", UnknownPlace[]> {
    const list = (places: Map<string, UnknownPlace>) => [...places.values()].sort((a, b) => b.rows - a.rows);
    return {
      departments: list(this.#unknown.departments),
      sites: list(this.#unknown.sites),
      entities: list(this.#unknown.entities),
    };
  }

  #compareNumbers(): void {
    const column = this.#columns.number ?? null;
    const numbered = grouped(this.#rows, (row) => row.number || null);
    for (const [number, rows] of numbered) {
      if (rows.length < 2) continue;
      const lines = rows.map((row) => row.line);
      for (const row of rows)
        this.#add(row, { column, code: "number-twice", value: number, lines: lines.slice(0, 10) });
    }
    for (const row of this.#rows) {
      if (row.number === "" || this.#byNumber.has(row.number)) continue;
      const near = this.#near.get(withoutZeros(row.number));
      // Whoever is named by their own number in another row is not meant by this one.
      if (!near || numbered.has(near.employeeNumber)) continue;
      this.near += 1;
      if (this.#options.nearNumbers !== "ask") continue;
      this.#add(row, { column, code: "number-nearly", value: row.number, known: near.employeeNumber });
    }
  }

  #compareEmails(): void {
    const column = this.#columns.email ?? null;
    for (const [email, rows] of grouped(this.#rows, (row) => row.email ?? null)) {
      const lines = rows.map((row) => row.line).slice(0, 10);
      if (rows.length > 1) for (const row of rows) this.#add(row, { column, code: "email-twice", value: email, lines });
      const owner = this.#byEmail.get(email);
      for (const row of rows) {
        if (!owner || owner === this.#known(row)) continue;
        this.#add(row, { column, code: "email-taken", value: email, known: owner.employeeNumber });
      }
    }
  }

  #place(
    row: PersonRow,
    field: "department" | "site" | "entity",
    text: string | undefined,
    find: (text: string) => Found,
  ): string | undefined {
    if (text === undefined) return undefined;
    const column = this.#columns[field] ?? null;
    const kind = ({ department: "departments", site: "sites", entity: "entities" } as const)[field];
    const found = find(text);
    if (found.kind === "known") return found.id;
    const value = text.slice(0, 120);
    if (found.kind === "own-parent") {
      this.#add(row, { column, code: "department-own-parent", value });
      return undefined;
    }
    const choice = this.#options.places[kind][folded(text)];
    if (choice?.as === "refused") this.#add(row, { column, code: `${field}-refused`, value });
    else if (choice) return choice.id;
    else {
      this.#add(row, { column, code: `${field}-unknown`, value });
      const before = this.#unknown[kind].get(folded(text));
      this.#unknown[kind].set(folded(text), { text: before?.text ?? text, rows: (before?.rows ?? 0) + 1 });
    }
    return undefined;
  }

  /** Where somebody works: what the row says, else what is known of them, else the only one there is. */
  #workplace(row: PersonRow): Pick<Partial<Employment>, "entityId" | "siteId"> {
    const before = this.#known(row)?.employments.at(-1)?.value;
    const entityId = this.#place(row, "entity", row.entity, (text) => this.#entities.find(text));
    const siteId = this.#place(row, "site", row.site, (text) => this.#sites.find(text));
    if ((row.entity !== undefined && entityId === undefined) || (row.site !== undefined && siteId === undefined))
      return {};
    if (siteId !== undefined) {
      const owner = this.#siteById.get(siteId)?.entityId;
      if (entityId !== undefined && owner !== entityId) {
        this.#add(row, { column: this.#columns.site ?? null, code: "site-elsewhere", value: row.site ?? "" });
        return {};
      }
      return owner === undefined ? { siteId } : { siteId, entityId: owner };
    }
    if (entityId !== undefined) {
      if (before?.entityId === entityId) return { entityId };
      const own = [...this.#siteById.values()].filter((site) => site.entityId === entityId);
      const only = own.length === 1 ? own[0] : undefined;
      if (!only) this.#add(row, { column: this.#columns.site ?? null, code: "site-missing" });
      return only ? { entityId, siteId: only.id } : {};
    }
    if (before) return {};
    const only = this.#siteById.size === 1 ? [...this.#siteById.values()][0] : undefined;
    if (!only) this.#add(row, { column: this.#columns.site ?? null, code: "site-missing" });
    return only ? { siteId: only.id, entityId: only.entityId } : {};
  }

  #wantedOf(row: PersonRow): Wanted {
    const known = this.#known(row);
    const departmentId = this.#place(row, "department", row.department, (text) => this.#departments.find(text));
    if (row.department === undefined && !known?.memberships.length) {
      this.#add(row, { column: this.#columns.department ?? null, code: "department-missing" });
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
        ...this.#workplace(row),
        ...(title === undefined ? {} : { title }),
        ...(kind === undefined ? {} : { kind }),
      },
      ...(departmentId === undefined ? {} : { departmentId }),
    };
  }

  async #findManagers(breathe: Breathe): Promise<void> {
    const column = this.#columns.manager ?? null;
    const byNumber = new Map(this.#rows.map((row) => [row.number, row]));
    const byEmail = new Map(this.#rows.flatMap((row) => (row.email ? [[row.email, row] as const] : [])));
    for (const [place, row] of this.#rows.entries()) {
      if (place % often === 0) await breathe();
      if (row.manager === undefined) continue;
      if (row.manager === null) {
        this.#managers.set(row, null);
        continue;
      }
      const key = row.manager.toLowerCase();
      const inFile = byNumber.get(row.manager) ?? byEmail.get(key);
      const value = row.manager.slice(0, 80);
      if (inFile === row) {
        this.#add(row, { column, code: "manager-self", value });
        continue;
      }
      const known =
        (inFile && this.#known(inFile)) ??
        this.#byNumber.get(row.manager) ??
        this.#byEmail.get(key) ??
        (this.#options.nearNumbers === "same" ? this.#near.get(withoutZeros(row.manager)) : undefined);
      const isComing = inFile !== undefined && !this.#isOut(inFile);
      const managerId = isComing ? this.#ids.get(inFile) : known?.id;
      if (managerId !== undefined) this.#managers.set(row, managerId);
      // A manager whose own row cannot be taken does not keep out everybody under them.
      else if (inFile) this.#add(row, { column, code: "manager-left-out", value, lines: [inFile.line] });
      else this.#add(row, { column, code: "manager-unknown", value });
    }
  }

  /** Refuses the rows by which somebody would report to themself over others. */
  #refuseCircles(): void {
    const column = this.#columns.manager ?? null;
    const above = new Map<string, string | null>();
    for (const person of this.#company.people) {
      const last = person.employments.at(-1);
      if (last) above.set(person.id, last.value.managerId);
    }
    const rowOf = new Map<string, PersonRow>();
    for (const [row, managerId] of this.#managers) {
      const id = this.#ids.get(row);
      if (id === undefined || this.#isOut(row)) continue;
      above.set(id, managerId);
      rowOf.set(id, row);
    }
    const seen = new Map<string, number>();
    let walk = 0;
    for (const start of rowOf.keys()) {
      walk += 1;
      let at: string | null | undefined = start;
      while (at && !seen.has(at)) {
        seen.set(at, walk);
        at = above.get(at);
      }
      if (!at || seen.get(at) !== walk) continue;
      const circle: PersonRow[] = [];
      let round: string | null | undefined = at;
      do {
        const row = round ? rowOf.get(round) : undefined;
        if (row) circle.push(row);
        round = round ? above.get(round) : null;
      } while (round && round !== at);
      const lines = circle.map((row) => row.line).slice(0, 10);
      for (const row of circle) this.#add(row, { column, code: "manager-circle", value: row.manager ?? "", lines });
    }
  }

  #planned(row: PersonRow, said: Wanted | undefined): PlannedRow {
    const problems = this.#problems.get(row) ?? [];
    const known = this.#known(row);
    const personId = known?.id ?? this.#ids.get(row) ?? null;
    const out = actionOfProblems(problems);
    const left = { line: row.line, wanted: null, plan: null, problems };
    if (out !== null || said === undefined || personId === null) {
      return { ...left, action: out ?? "refused", personId: known?.id ?? null };
    }
    const managerId = this.#managers.get(row);
    const wanted = managerId === undefined ? said : { ...said, employment: { ...said.employment, managerId } };
    if (known) {
      const plan = changesOf(known, wanted);
      return { line: row.line, action: plan.action, personId, wanted, plan, problems };
    }
    const whole = { ...wanted, person: this.#description(row) };
    const plan = newcomer(personId, whole);
    return { line: row.line, action: plan.action, personId, wanted: whole, plan, problems };
  }

  /** Refuses the rows that would end whoever administers, where nobody would be left who does. */
  #keepAnAdministrator(planned: PlannedRow[]): PlannedRow[] {
    const { administrators } = this.#company;
    const ends = ({ personId, plan }: PlannedRow) =>
      personId !== null && administrators.has(personId) && plan?.changes.some((change) => change.type === "leaves");
    const ending = new Set(planned.filter(ends).map((row) => row.personId));
    if (ending.size === 0 || ending.size < administrators.size) return planned;
    const problem: Problem = { column: this.#columns.lastDay ?? null, code: "last-administrator" };
    return planned.map((row) =>
      ends(row) ? { ...row, action: "refused", wanted: null, plan: null, problems: [...row.problems, problem] } : row,
    );
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
    for (const row of this.#rows) {
      const nearly = this.#options.nearNumbers === "different" ? undefined : this.#near.get(withoutZeros(row.number));
      const known = this.#known(row) ?? nearly;
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
