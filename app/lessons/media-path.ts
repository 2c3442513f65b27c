import { type ProblemSaid, say } from "#app/words/areas/problems";
import type { LessonContext } from "./lesson-context";
import { kindOf, type MediaKind } from "./media";
import { nearest } from "./nearest";
import type { ProblemCode } from "./problem";
import { readUrl } from "./read-url";

/** How a file of a kind is shown, where somebody showed it as another. */
export function shownWith(kind: MediaKind, path: string): string {
  switch (kind) {
    case "picture":
      return `<Figure src="${path}" alt="..." />`;
    case "video":
      return `<Video src="${path}" title="..." captions="media/name.vtt" />`;
    case "captions":
      return `<Video src="media/name.mp4" title="..." captions="${path}" />`;
    case "document":
      return `<Attachment src="${path}" title="..." />`;
  }
}

/**
 * Checks an attribute that names a file of the module.
 *
 * @returns the path, or undefined when it was refused
 */
export function readMediaPath(
  name: string,
  value: string,
  kind: MediaKind,
  context: LessonContext,
  refuse: (code: ProblemCode, said: ProblemSaid, fix?: string, faulty?: string) => void,
): string | undefined {
  const target = readUrl(value, context.module);
  if (target.kind === "refused") {
    refuse("url", say("attributeAddress", { name, reason: target.reason }));
    return undefined;
  }
  if (target.kind !== "media") {
    if (kind === "picture") refuse("picture-elsewhere", say("attributePictureElsewhere", { name }));
    else refuse("media-elsewhere", say("attributeMediaElsewhere", { name, media: kind }));
    return undefined;
  }
  const found = context.media.get(target.path);
  if (!found) {
    const known = [...context.media].flatMap(([path, media]) => (kindOf(media) === kind ? [path] : []));
    const meant = nearest(target.path, known);
    refuse("media-missing", say("mediaMissing", { path: target.path, meant }), meant, target.path);
    return undefined;
  }
  const is = kindOf(found);
  if (is === kind) return target.path;
  refuse(
    "media-kind",
    say("mediaKind", { name, path: target.path, media: kind, is, shown: shownWith(is, target.path) }),
  );
  return undefined;
}
