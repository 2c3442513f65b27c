/** Tries a file of GIFT on a module, and adds its questions to the draft. */
import { isDomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { typedLine } from "#app/domain/typed";
import { checkLesson } from "#app/lessons/check-lesson";
import type { Deps } from "#app/platform/deps";
import { giftWords } from "#app/words/areas/gift";
import { isLanguage } from "#app/words/language";
import type { Converter } from "../converting/converter";
import { whyStopped } from "../converting/stopped";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { draftPath, idFrom } from "../drafts/draft-path";
import { type DraftFile, openModule } from "../drafts/draft-state.server";
import { changeFiles } from "../drafts/write-draft.server";
import { longestGift } from "./gift-blocks";
import { type Carried, type GiftOptions, type GiftResult, questionFile } from "./gift-to-checks";
import type { GiftFault, GiftForm, GiftTried } from "./gift-view";

type Needed = Pick<Deps, "db" | "clock" | "log"> & { readonly converter: Converter };

/** Ids of the questions of some files; what stands in them is not read further. */
function idsIn(files: readonly DraftFile[]): Set<string> {
  return new Set(
    files.flatMap(({ text }) =>
      [...text.matchAll(/<Check\b[^>]{0,400}?\sid="([^"]{1,64})"/g)].map(([, id = ""]) => id),
    ),
  );
}

/**
 * The same questions with the ids that they have in another language; undefined where they are not the same number of
 * the same kinds, each with as many choices.
 */
function asTranslationOf(file: DraftFile, carried: readonly Carried[]): Carried[] | undefined {
  const context = { path: file.path, language: file.language, module: "", departments: [], media: new Map() };
  const { questions } = checkLesson(file.text, { ...context, purpose: "questions" });
  if (questions.length !== carried.length) return undefined;
  const paired: Carried[] = [];
  for (const [index, question] of questions.entries()) {
    const own = carried[index];
    if (!own || own.kind !== question.kind || own.choices !== question.choices.length) return undefined;
    const source = own.source.replace(`<Check id="${own.id}"`, `<Check id="${question.id}"`);
    paired.push({ ...own, id: question.id, source });
  }
  return paired;
}

interface Worked {
  readonly tried: GiftTried;
  readonly path: string;
  readonly text: string;
}

const nothing: GiftResult = { carried: [], left: [] };

async function readWithin(deps: Needed, gift: string, options: GiftOptions): Promise<GiftResult | "gift-slow"> {
  try {
    return await deps.converter.gift(gift, options);
  } catch (error) {
    whyStopped(error, deps.log);
    return "gift-slow";
  }
}

async function work(deps: Needed, actor: Actor, moduleId: string, typed: GiftForm): Promise<Worked> {
  const state = await openModule(deps.db.read, actor, moduleId);
  const { languages } = await readOrganisationSource(deps.db.read);
  const faults: Partial<Record<keyof GiftForm, GiftFault>> = {};
  const title = typedLine(typed.title);
  const name = idFrom(title);
  const path = draftPath({ kind: "question", name, language: typed.language });
  if (name === "") faults.title = "title-missing";
  if (!languages.includes(typed.language)) faults.language = "language-unknown";
  if (state.files.some((file) => file.path === path)) faults.title = "title-taken";
  if (typed.gift.trim() === "") faults.gift = "gift-missing";
  else if (typed.gift.length > longestGift) faults.gift = "gift-long";
  const isRead = faults.gift === undefined;
  const { answers } = giftWords[isLanguage(typed.language) ? typed.language : "en"];
  const read = isRead ? await readWithin(deps, typed.gift, { taken: idsIn(state.files), words: answers }) : nothing;
  if (read === "gift-slow") faults.gift = read;
  const result = read === "gift-slow" ? nothing : read;
  if (isRead && read !== "gift-slow" && result.carried.length === 0) faults.gift = "nothing-carried";
  const sibling = state.files.find((file) => file.kind === "question" && file.name === name && file.path !== path);
  const paired = sibling && result.carried.length > 0 ? asTranslationOf(sibling, result.carried) : result.carried;
  if (paired === undefined) faults.title ??= "not-a-translation";
  const carried = paired ?? result.carried;
  return {
    tried: { typed, faults, result: { carried: carried.map(({ source: _, ...rest }) => rest), left: result.left } },
    path,
    text: questionFile(title, carried),
  };
}

/**
 * What would become of each question. Nothing is changed.
 *
 * @throws DomainError forbidden, not-found
 */
export async function tryGift(deps: Needed, actor: Actor, moduleId: string, typed: GiftForm): Promise<GiftTried> {
  return (await work(deps, actor, moduleId, typed)).tried;
}

/**
 * Adds what can be carried over to the draft, as a file of questions.
 *
 * @returns the file's path, or what is wrong with the form
 * @throws DomainError forbidden, not-found; conflict while the draft is being published
 */
export async function addGift(
  deps: Needed,
  actor: Actor,
  moduleId: string,
  typed: GiftForm,
): Promise<{ readonly path: string } | { readonly refused: GiftTried }> {
  const { tried, path, text } = await work(deps, actor, moduleId, typed);
  if (Object.keys(tried.faults).length > 0) return { refused: tried };
  try {
    await changeFiles(deps, actor, moduleId, new Map([[path, text]]));
  } catch (error) {
    if (!isDomainError(error) || error.code !== "invalid") throw error;
    return { refused: { ...tried, faults: { title: "no-more-files" } } };
  }
  return { path };
}
