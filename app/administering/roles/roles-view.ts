/** What the page of roles and responsibilities shows. Plain data, fit for JSON. */
import type { Option } from "../fields";

export const rolesPath = "/admin/roles";

/** Somebody who has a role, or a responsibility, or stands in. */
export interface Held {
  /** Of the grant or the holding. */
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly deputy: boolean;
  readonly from: string;
  /** Last day; null: without end. */
  readonly to: string | null;
  /** A trainer's course; null: none of its own. */
  readonly course: string | null;
}

export interface ManagedBranch {
  readonly id: string;
  readonly name: string;
  readonly managers: readonly Held[];
  readonly children: readonly ManagedBranch[];
}

export interface RolesView {
  /** Of everything but departments, by role. */
  readonly roles: readonly {
    readonly role: "administrator" | "hr" | "trainer" | "auditor";
    readonly held: readonly Held[];
  }[];
  /** Managers of the whole company. */
  readonly company: readonly Held[];
  readonly departments: readonly ManagedBranch[];
  /** Open departments that have no manager of their own. */
  readonly unled: number;
  readonly responsibilities: readonly {
    readonly id: string;
    readonly name: string;
    readonly names: { readonly sv: string; readonly en: string };
    readonly held: readonly Held[];
  }[];
  readonly choices: {
    readonly departments: readonly Option[];
    readonly courses: readonly Option[];
  };
  /** Of which grant, holding or responsibility a form is open; null: none. */
  readonly chosen: string | null;
  readonly today: string;
  readonly canGiveRoles: boolean;
  readonly canGiveResponsibilities: boolean;
}
