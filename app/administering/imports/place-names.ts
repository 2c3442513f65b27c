/** Departments, sites and entities as files name them: by code, by name, or by a path from above. */
import { folded } from "#app/domain/folded";

export interface KnownDepartment {
  readonly id: string;
  readonly parentId: string | null;
  /** In every language. */
  readonly names: readonly string[];
}

export interface KnownSite {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly country: string | null;
}

export interface KnownEntity {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}

/** What a name stands for. */
export type Found =
  | { readonly kind: "known"; readonly id: string }
  | { readonly kind: "unknown" | "ambiguous" | "own-parent" };

const unknown: Found = { kind: "unknown" };

/** The parts of a path such as `Butik / Malmö` or `Butik > Malmö`. */
export function pathParts(text: string): string[] {
  return text
    .split(/\s*[/>\\]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Finds departments by what files call them. */
export class DepartmentNames {
  readonly #byId: Map<string, KnownDepartment>;
  readonly #byName = new Map<string, KnownDepartment[]>();

  constructor(departments: readonly KnownDepartment[]) {
    this.#byId = new Map(departments.map((department) => [department.id, department]));
    for (const department of departments) {
      for (const name of new Set(department.names.map(folded))) {
        const own = this.#byName.get(name);
        if (own) own.push(department);
        else this.#byName.set(name, [department]);
      }
    }
  }

  #standsUnder(department: KnownDepartment, above: readonly string[]): boolean {
    let at: KnownDepartment | undefined = department;
    for (const name of [...above].reverse()) {
      at = at.parentId === null ? undefined : this.#byId.get(at.parentId);
      if (!at?.names.some((own) => folded(own) === folded(name))) return false;
    }
    return true;
  }

  find(text: string): Found {
    if (this.#byId.has(text)) return { kind: "known", id: text };
    const whole = this.#byName.get(folded(text)) ?? [];
    if (whole.length === 1 && whole[0]) return { kind: "known", id: whole[0].id };
    if (whole.length > 1) return { kind: "ambiguous" };
    const parts = pathParts(text);
    if (new Set(parts.map(folded)).size < parts.length) return { kind: "own-parent" };
    const last = parts.at(-1);
    if (parts.length < 2 || last === undefined) return unknown;
    const fitting = (this.#byName.get(folded(last)) ?? []).filter((one) => this.#standsUnder(one, parts.slice(0, -1)));
    if (fitting.length > 1) return { kind: "ambiguous" };
    return fitting[0] ? { kind: "known", id: fitting[0].id } : unknown;
  }
}

/** Finds sites or entities by code or name. */
export class PlaceNames {
  readonly #ids = new Set<string>();
  readonly #byName = new Map<string, string[]>();

  constructor(places: readonly { readonly id: string; readonly name: string }[]) {
    for (const { id, name } of places) {
      this.#ids.add(id);
      const own = this.#byName.get(folded(name));
      if (own) own.push(id);
      else this.#byName.set(folded(name), [id]);
    }
  }

  find(text: string): Found {
    if (this.#ids.has(text)) return { kind: "known", id: text };
    const found = this.#byName.get(folded(text)) ?? [];
    if (found.length > 1) return { kind: "ambiguous" };
    return found[0] === undefined ? unknown : { kind: "known", id: found[0] };
  }
}
