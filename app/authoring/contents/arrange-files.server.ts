/** Adds, orders, renames and takes out the files of a module. */

import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { typedLine } from "#app/domain/typed";
import type { Deps } from "#app/platform/deps";
import { studioWords } from "#app/words/areas/studio";
import { fallbackLanguage, isLanguage } from "#app/words/language";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { draftPath, type FileKind, idFrom, numbered } from "../drafts/draft-path";
import { type DraftState, openModule } from "../drafts/draft-state.server";
import { changeFiles, type FileChange } from "../drafts/write-draft.server";

type Needed = Pick<Deps, "db" | "clock">;

/** Names of the files of a kind, without language, in order. */
function namesOf(state: DraftState, kind: FileKind): string[] {
  return [...new Set(state.files.filter((file) => file.kind === kind).map(({ name }) => name))];
}

function languagesOf(state: DraftState, kind: FileKind, name: string) {
  return state.files.filter((file) => file.kind === kind && file.name === name);
}

/** Gives every language of a file another name. */
function renamed(state: DraftState, kind: FileKind, from: string, to: string): FileChange {
  const change = new Map<string, string | null>();
  for (const file of languagesOf(state, kind, from)) {
    change.set(file.path, null);
    change.set(draftPath({ kind, name: to, language: file.language }), file.text);
  }
  return change;
}

/**
 * Adds a file that begins with a sample.
 *
 * @returns its path
 * @throws DomainError forbidden, not-found; invalid for a title without a letter; conflict for one that is there
 */
export async function addFile(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly kind: FileKind; readonly title: string; readonly language: string },
): Promise<string> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const title = typedLine(wanted.title).slice(0, 120).trim();
  const id = idFrom(title);
  if (id === "") throw new DomainError("invalid", "A title has a letter");
  await mustBeLanguage(deps, wanted.language);
  const names = namesOf(state, wanted.kind);
  const last = names.reduce((most, name) => Math.max(most, Number(/^\d{2}/.exec(name)?.[0] ?? 0)), 0);
  if (last >= 99) throw new DomainError("invalid", "Files are numbered 01 to 99");
  const name = wanted.kind === "question" ? id : numbered(last + 1, id);
  const path = draftPath({ kind: wanted.kind, name, language: wanted.language });
  if (names.some((other) => other.replace(/^\d{2}-/, "") === id)) {
    throw new DomainError("conflict", `There is a file ${name} already`);
  }
  const { sample } = studioWords[isLanguage(wanted.language) ? wanted.language : fallbackLanguage].contents;
  // In YAML a title may hold a colon or a quotation mark.
  const text = sample[wanted.kind](JSON.stringify(title), `${id}-1`);
  await changeFiles(deps, actor, wanted.moduleId, new Map([[path, text]]));
  return path;
}

async function mustBeLanguage(deps: Pick<Deps, "db">, language: string): Promise<void> {
  const { languages } = await readOrganisationSource(deps.db.read);
  if (!languages.includes(language)) throw new DomainError("invalid", `${language} is no language of the company`);
}

/** Copies a file so that it can be translated, under the same name in another language. */
export async function addTranslation(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly path: string; readonly language: string },
): Promise<string> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const source = state.files.find((file) => file.path === wanted.path);
  if (!source) throw new DomainError("not-found", `There is no ${wanted.path}`);
  const path = draftPath({ ...source, language: wanted.language });
  await mustBeLanguage(deps, wanted.language);
  await changeFiles(deps, actor, wanted.moduleId, new Map([[path, source.text]]));
  return path;
}

/** Moves a lesson or refresher one place up or down. */
export async function moveFile(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly kind: FileKind; readonly name: string; readonly by: -1 | 1 },
): Promise<void> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const names = namesOf(state, wanted.kind);
  const place = names.indexOf(wanted.name);
  const other = names[place + wanted.by];
  if (place < 0 || other === undefined || wanted.kind === "question") return;
  const number = (name: string) => Number(/^\d{2}/.exec(name)?.[0] ?? 0);
  const both = [
    ...renamed(state, wanted.kind, wanted.name, numbered(number(other), wanted.name)),
    ...renamed(state, wanted.kind, other, numbered(number(wanted.name), other)),
  ];
  // Of two that are called alike each takes the other's path: what is there afterwards counts, not what goes.
  const change = new Map([...both.filter(([, text]) => text === null), ...both.filter(([, text]) => text !== null)]);
  await changeFiles(deps, actor, wanted.moduleId, change, { overwrite: true });
}

/** Gives a file another name, in all its languages; its number stays. */
export async function renameFile(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly kind: FileKind; readonly name: string; readonly to: string },
): Promise<void> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const id = idFrom(wanted.to);
  if (id === "") throw new DomainError("invalid", "A name has a letter");
  const number = /^\d{2}/.exec(wanted.name)?.[0];
  const to = number === undefined ? id : numbered(Number(number), id);
  if (to === wanted.name) return;
  if (namesOf(state, wanted.kind).some((name) => name !== wanted.name && name.replace(/^\d{2}-/, "") === id)) {
    throw new DomainError("conflict", `There is a file ${id} already`);
  }
  await changeFiles(deps, actor, wanted.moduleId, renamed(state, wanted.kind, wanted.name, to));
}

/** Takes a file out of the draft in all its languages. Earlier revisions keep it. */
export async function removeFile(
  deps: Needed,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly kind: FileKind; readonly name: string },
): Promise<void> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const files = languagesOf(state, wanted.kind, wanted.name);
  if (files.length === 0) throw new DomainError("not-found", `There is no ${wanted.name}`);
  await changeFiles(deps, actor, wanted.moduleId, new Map(files.map(({ path }) => [path, null])));
}
