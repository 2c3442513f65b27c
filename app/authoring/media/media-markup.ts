/** How a lesson shows a file: the line that is written into it. */
import { typedLine } from "#app/domain/typed";
import type { MediaKind } from "#app/lessons/media";

/** A text between quotes. */
function quoted(text: string): string {
  return typedLine(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/**
 * The line that shows a file.
 *
 * @param said what a picture shows; what a video or a document is called. Empty: it is still to be written
 * @param captions path of a video's captions, where there are any
 */
export function markupOf(kind: MediaKind, name: string, said = "", captions: string | null = null): string {
  switch (kind) {
    case "picture":
      return `<Figure src="${name}" alt="${quoted(said)}" />`;
    case "video":
      return `<Video src="${name}" title="${quoted(said)}" captions="${captions ?? ""}" />`;
    case "captions":
      return `captions="${name}"`;
    case "document":
      return `<Attachment src="${name}" title="${quoted(said)}" />`;
  }
}

/** The captions that belong to a video by their name: `media/answer.vtt` to `media/answer.mp4`. */
export function captionsBeside(name: string, captions: readonly string[]): string | null {
  const wanted = name.replace(/\.[^.]+$/, ".vtt");
  return captions.includes(wanted) ? wanted : null;
}

/** Whether a text shows a file. */
export function shows(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[a-z0-9._-]/.test(text[at + name.length] ?? "") && !/[a-z0-9._/-]/.test(text[at - 1] ?? "")) return true;
  }
  return false;
}
