/** The imports of both kinds, the newest first. */
import { DomainError } from "#app/domain/errors";
import { type Actor, can, company } from "#app/domain/permissions";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { countImports, findImports } from "#db/queries/imports";
import { findOrganisation } from "#db/queries/organisation";
import type { ImportState } from "./import-state";
import { readInbox } from "./inbox.server";

const importsOnPage = 30;

export interface ImportListView {
  /** What waits in the folder of the operator; null where there is none. */
  readonly inbox: {
    readonly isClosed: boolean;
    readonly files: readonly { readonly name: string; readonly bytes: number; readonly day: string }[];
    readonly more: number;
  } | null;
  readonly mayPeople: boolean;
  readonly mayHistory: boolean;
  readonly page: number;
  readonly total: number;
  readonly size: number;
  readonly rows: readonly {
    readonly id: string;
    readonly kind: "people" | "history";
    readonly state: ImportState;
    readonly file: string;
    readonly bytes: number;
    readonly by: string | null;
    readonly day: string;
    /** Rows of the file; null: not known. */
    readonly rows: number | null;
    /** How many rows come to what, for files of people. */
    readonly counts: Readonly<Record<string, number>>;
  }[];
}

/** @throws DomainError forbidden for whoever may bring in neither kind */
export async function readImports(
  deps: Pick<Deps, "db" | "env">,
  actor: Actor,
  wanted: number,
): Promise<ImportListView> {
  const mayPeople = can(actor, "manage-people", company);
  const mayHistory = can(actor, "import-history", company);
  if (!mayPeople && !mayHistory) throw new DomainError("forbidden", `${actor.personId} may not see imports`);
  const db = deps.db.read;
  const total = await countImports(db);
  const page = Math.max(1, Math.min(wanted, Math.ceil(total / importsOnPage)));
  const zone = (await findOrganisation(db))?.zone ?? "UTC";
  const rows = await findImports(db, (page - 1) * importsOnPage, importsOnPage);
  const inbox = await readInbox(deps);
  return {
    inbox: inbox && {
      ...inbox,
      files: inbox.files.map(({ name, bytes, writtenAt }) => ({ name, bytes, day: dayIn(zone, new Date(writtenAt)) })),
    },
    mayPeople,
    mayHistory,
    page,
    total,
    size: importsOnPage,
    rows: rows.map((row) => {
      const summary = JSON.parse(row.summary) as { rows?: number; counts?: Record<string, number> } | null;
      return {
        id: row.id,
        kind: row.kind,
        state: row.state,
        file: row.file_name,
        bytes: row.file_bytes,
        by: row.given_name === null ? null : `${row.given_name} ${row.family_name}`.trim(),
        day: dayIn(zone, new Date(row.created_at)),
        rows: summary?.rows ?? null,
        counts: summary?.counts ?? {},
      };
    }),
  };
}
