import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import type { Reader } from "#db/connect";
import { findRevisions } from "#db/queries/modules";
import type { DraftState } from "../drafts/draft-state.server";
import { textsOf } from "../drafts/draft-state.server";
import { openReview } from "../drafts/review-draft.server";
import type { ModuleHead } from "../studio/editor-view";
import { moduleHead } from "../studio/module-head.server";
import { compareTexts, type Passage } from "./compare-texts";

export interface ComparedFile {
  readonly path: string;
  readonly language: string;
  /** Where it is at all. */
  readonly only: "from" | "to" | null;
  readonly passages: readonly Passage[];
}

export interface ComparisonView {
  readonly module: ModuleHead;
  readonly mayWrite: boolean;
  /** `draft`, or the number of a revision. */
  readonly from: string;
  readonly to: string;
  readonly choices: readonly string[];
  readonly files: readonly ComparedFile[];
}

/** The texts of a side of a comparison: of the draft, or of a revision by its number. */
async function sideOf(db: Reader, state: DraftState, side: string): Promise<ReadonlyMap<string, string>> {
  if (side === "draft") return new Map(state.files.map((file) => [file.path, file.text]));
  const revision = (await findRevisions(db, state.moduleId)).find(({ number }) => String(number) === side);
  if (!revision) throw new DomainError("not-found", `There is no revision ${side} of ${state.moduleId}`);
  return await textsOf(db, revision.id);
}

/** Every file in which two sides differ. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ComparedFile[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({
      path,
      language: /\.([a-z]{2,3})\.mdx$/.exec(path)?.[1] ?? "",
      only: before.has(path) ? (after.has(path) ? null : "from") : "to",
      passages: compareTexts(before.get(path) ?? "", after.get(path) ?? ""),
    }));
}

/**
 * A comparison of two revisions, or of one and the draft.
 *
 * @throws DomainError forbidden, not-found
 */
export async function readComparison(
  deps: Pick<Deps, "db">,
  actor: Actor,
  wanted: {
    readonly moduleId: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly language: Language;
  },
): Promise<ComparisonView> {
  const db = deps.db.read;
  const { state, mayWrite, isAsked } = await openReview(db, actor, wanted.moduleId);
  if (!mayWrite && !isAsked) throw new DomainError("forbidden", `${actor.personId} is not asked`);
  const numbers = (await findRevisions(db, wanted.moduleId)).map(({ number }) => String(number));
  const choices = state.draft ? ["draft", ...numbers] : numbers;
  const to = wanted.to ?? choices[0] ?? "draft";
  const usual = state.draft ? String(state.draft.base_number) : (numbers[1] ?? numbers[0] ?? "draft");
  const from = wanted.from ?? usual;
  const before = from === "0" ? new Map<string, string>() : await sideOf(db, state, from);
  const files = differences(before, await sideOf(db, state, to));
  return {
    module: moduleHead(state, wanted.language),
    mayWrite,
    from,
    to,
    choices,
    files,
  };
}
