/** The files of a module's draft: what they are, and where they are shown. */
import type { Actor } from "#app/domain/permissions";
import { extensionOf, isMediaType, kindOf } from "#app/lessons/media";
import { addressOfMedia, variantPath, widthsOf } from "#app/lessons/picture-sizes";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage } from "#app/words/localised";
import { type DraftState, openModule } from "../drafts/draft-state.server";
import { shows } from "./media-markup";
import type { MediaEntry, MediaView } from "./media-view";

function entryOf(file: DraftState["media"][number], state: DraftState): MediaEntry[] {
  const { name, hash, type, bytes, width, height, seconds } = file;
  if (!isMediaType(type)) return [];
  const [smallest] = widthsOf({ type, width });
  const kind = kindOf({ type });
  const href = addressOfMedia({ hash, type });
  return [
    {
      name,
      kind,
      form: extensionOf(type).toUpperCase(),
      href,
      thumbnail: kind === "picture" ? (smallest ? variantPath(hash, smallest) : href) : null,
      bytes,
      width,
      height,
      seconds,
      usedIn: state.files.filter(({ text }) => shows(text, name)).map(({ path }) => path),
    },
  ];
}

/** @throws DomainError forbidden, not-found */
export async function readMediaList(
  deps: Pick<Deps, "db">,
  actor: Actor,
  wanted: { readonly moduleId: string; readonly language: Language },
): Promise<MediaView> {
  const state = await openModule(deps.db.read, actor, wanted.moduleId);
  const files = state.media.flatMap((file) => entryOf(file, state));
  return {
    module: { id: state.moduleId, title: inLanguage(state.fields.title, wanted.language) },
    files,
    lessons: state.files.filter(({ kind }) => kind === "lesson").map(({ path }) => path),
    captions: files.filter(({ kind }) => kind === "captions").map(({ name }) => name),
  };
}
