/** Where the rows of a file say that somebody works. Pure. */
import { folded } from "#app/domain/folded";
import type { Employment } from "#app/ledger/careers";
import type { FilePeople } from "./file-people";
import type { PeopleOptions, UnknownPlace } from "./people-options";
import type { PersonRow } from "./people-row";
import {
  DepartmentNames,
  type Found,
  type KnownDepartment,
  type KnownEntity,
  type KnownSite,
  PlaceNames,
} from "./place-names";

/** The places that there are; departments: open ones. */
export interface KnownPlaces {
  readonly departments: readonly KnownDepartment[];
  readonly sites: readonly KnownSite[];
  readonly entities: readonly KnownEntity[];
}

/** Finds the places of a file's rows, and notes those that nobody knows. */
export class FilePlaces {
  readonly #file: FilePeople;
  readonly #options: Pick<PeopleOptions, "places">;
  readonly #departments: DepartmentNames;
  readonly #sites: PlaceNames;
  readonly #entities: PlaceNames;
  readonly #siteById: ReadonlyMap<string, Pick<KnownSite, "id" | "entityId">>;
  readonly #unknown = {
    departments: new Map<string, UnknownPlace>(),
    sites: new Map<string, UnknownPlace>(),
    entities: new Map<string, UnknownPlace>(),
  };

  constructor(file: FilePeople, known: KnownPlaces, options: Pick<PeopleOptions, "places">) {
    this.#file = file;
    this.#options = options;
    this.#departments = new DepartmentNames(known.departments);
    this.#sites = new PlaceNames(known.sites);
    this.#entities = new PlaceNames(known.entities);
    this.#siteById = new Map([...known.sites, ...options.places.newSites].map((site) => [site.id, site]));
  }

  /** Names of places that nobody knows and nothing was decided about, the most frequent first. */
  unknown(): Record<"departments" | "sites" | "entities", UnknownPlace[]> {
    const list = (places: Map<string, UnknownPlace>) => [...places.values()].sort((a, b) => b.rows - a.rows);
    return {
      departments: list(this.#unknown.departments),
      sites: list(this.#unknown.sites),
      entities: list(this.#unknown.entities),
    };
  }

  /** The department that a row says, or undefined where it says none that can be taken. */
  departmentOf(row: PersonRow): string | undefined {
    return this.#place(row, "department", row.department, (text) => this.#departments.find(text));
  }

  #place(
    row: PersonRow,
    field: "department" | "site" | "entity",
    text: string | undefined,
    find: (text: string) => Found,
  ): string | undefined {
    if (text === undefined) return undefined;
    const column = this.#file.columns[field] ?? null;
    const kind = ({ department: "departments", site: "sites", entity: "entities" } as const)[field];
    const found = find(text);
    if (found.kind === "known") return found.id;
    const value = text.slice(0, 120);
    if (found.kind === "own-parent") {
      this.#file.add(row, { column, code: "department-own-parent", value });
      return undefined;
    }
    const choice = this.#options.places[kind][folded(text)];
    if (choice?.as === "refused") this.#file.add(row, { column, code: `${field}-refused`, value });
    else if (choice) return choice.id;
    else {
      this.#file.add(row, { column, code: `${field}-unknown`, value });
      const before = this.#unknown[kind].get(folded(text));
      this.#unknown[kind].set(folded(text), { text: before?.text ?? text, rows: (before?.rows ?? 0) + 1 });
    }
    return undefined;
  }

  /** Where somebody works: what the row says, else what is known of them, else the only one there is. */
  workplaceOf(row: PersonRow): Pick<Partial<Employment>, "entityId" | "siteId"> {
    const before = this.#file.known(row)?.employments.at(-1)?.value;
    const entityId = this.#place(row, "entity", row.entity, (text) => this.#entities.find(text));
    const siteId = this.#place(row, "site", row.site, (text) => this.#sites.find(text));
    if ((row.entity !== undefined && entityId === undefined) || (row.site !== undefined && siteId === undefined))
      return {};
    if (siteId !== undefined) {
      const owner = this.#siteById.get(siteId)?.entityId;
      if (entityId !== undefined && owner !== entityId) {
        this.#file.add(row, { column: this.#file.columns.site ?? null, code: "site-elsewhere", value: row.site ?? "" });
        return {};
      }
      return owner === undefined ? { siteId } : { siteId, entityId: owner };
    }
    if (entityId !== undefined) {
      if (before?.entityId === entityId) return { entityId };
      const own = [...this.#siteById.values()].filter((site) => site.entityId === entityId);
      const only = own.length === 1 ? own[0] : undefined;
      if (!only) this.#file.add(row, { column: this.#file.columns.site ?? null, code: "site-missing" });
      return only ? { entityId, siteId: only.id } : {};
    }
    if (before) return {};
    const only = this.#siteById.size === 1 ? [...this.#siteById.values()][0] : undefined;
    if (!only) this.#file.add(row, { column: this.#file.columns.site ?? null, code: "site-missing" });
    return only ? { siteId: only.id, entityId: only.entityId } : {};
  }
}
