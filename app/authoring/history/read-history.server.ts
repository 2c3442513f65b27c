import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDiscardedDrafts, findRecentVersions } from "#db/queries/drafts";
import { findRevisions } from "#db/queries/modules";
import { findPeopleNames } from "#db/queries/people";
import { openModule } from "../drafts/draft-state.server";
import type { ModuleHead } from "../studio/editor-view";
import { moduleHead } from "../studio/module-head.server";

export interface HistoryView {
  readonly module: ModuleHead;
  readonly hasDraft: boolean;
  readonly live: number | null;
  readonly revisions: readonly {
    readonly number: number;
    readonly on: string;
    readonly change: "minor" | "major" | "critical";
    readonly note: string;
    readonly by: string | null;
  }[];
  readonly saves: readonly {
    readonly draftId: string;
    readonly path: string;
    readonly number: number;
    readonly at: string;
    readonly by: string;
    readonly kind: "saved" | "aside" | "removed";
    readonly isCurrent: boolean;
  }[];
  /** `at`: UTC ISO. */
  readonly discarded: readonly { readonly id: string; readonly at: string }[];
}

/** So many saves are shown, the newest first. */
const savesAtMost = 60;

async function namesOf(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const people = await findPeopleNames(db, known);
  return new Map(people.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
}

/**
 * Who changed a module, when and why.
 *
 * @throws DomainError forbidden, not-found
 */
export async function readModuleHistory(
  deps: Pick<Deps, "db">,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly language: Language },
): Promise<HistoryView> {
  const db = deps.db.read;
  const state = await openModule(db, actor, wanted.moduleId);
  const revisions = await findRevisions(db, wanted.moduleId);
  const saves = await findRecentVersions(db, state.moduleId, savesAtMost);
  const names = await namesOf(db, [
    ...revisions.map(({ published_by: by }) => by),
    ...saves.map(({ saved_by: by }) => by),
  ]);
  const current = new Map(state.files.map(({ path, version }) => [path, version]));
  return {
    module: moduleHead(state, wanted.language),
    hasDraft: state.draft !== null,
    live: state.newest?.number ?? null,
    revisions: revisions.map((row) => ({
      number: row.number,
      on: row.published_on,
      change: row.change,
      note: inLanguage(JSON.parse(row.note) as Localised, wanted.language),
      by: row.published_by === null ? null : (names.get(row.published_by) ?? null),
    })),
    saves: saves.map((row) => ({
      draftId: row.draft_id,
      path: row.path,
      number: row.number,
      at: row.saved_at,
      by: row.saved_by === null ? "" : (names.get(row.saved_by) ?? ""),
      kind: row.aside === 1 ? "aside" : row.is_removed === 1 ? "removed" : "saved",
      isCurrent: row.draft_id === state.draft?.id && current.get(row.path) === row.number,
    })),
    discarded: (await findDiscardedDrafts(db, wanted.moduleId)).map((row) => ({
      id: row.id,
      at: row.ended_at ?? row.created_at,
    })),
  };
}
