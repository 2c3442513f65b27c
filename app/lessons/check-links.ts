import { say } from "#app/words/areas/problems";
import { placeOfAddress, unusedDefinitions } from "./arrange";
import { replaceWord, spanOf } from "./edits";
import type { LessonContext } from "./lesson-context";
import { kindOf } from "./media";
import { shownWith } from "./media-path";
import { nearest } from "./nearest";
import type { Edit, Remedy, Report } from "./problem";
import { readUrl } from "./read-url";
import type { SourceText, Span } from "./source-text";
import { type LessonNode, placeOf, plainText, walk } from "./tree";

/**
 * Checks every address and every picture of an arranged tree.
 *
 * @param anchors ids of the lesson's own headings
 */
export function checkLinks(
  tree: LessonNode,
  anchors: ReadonlySet<string>,
  context: LessonContext,
  report: Report,
  source: SourceText,
): void {
  for (const definition of unusedDefinitions(tree)) checkAddress(definition, anchors, context, report, source);
  // A definition is wrong once, however many links refer to it.
  const definitions = new Set<string>();
  walk(tree, (node) => {
    if (node.type === "link") {
      if (plainText(node) === "") report(placeOf(node), "link-empty", say("linkWithoutText"));
      const { line, column } = placeOfAddress(node);
      const isKnown = node.data?.definition !== undefined && definitions.has(`${line}:${column}`);
      definitions.add(`${line}:${column}`);
      if (!isKnown) checkAddress(node, anchors, context, report, source);
    } else if (node.type === "image") {
      checkPicture(node, context, report, source);
    }
  });
}

function checkAddress(
  node: LessonNode,
  anchors: ReadonlySet<string>,
  context: LessonContext,
  report: Report,
  source: SourceText,
): void {
  const url = node.url ?? "";
  const place = placeOfAddress(node);
  if (url === "") {
    report(place, "link-empty", say("linkWithoutAddress"));
    return;
  }
  const target = readUrl(url, context.module);
  if (target.kind === "refused") {
    report(place, "url", target.reason, { edit: encrypted(node, context.module, source) });
  } else if (target.kind === "media") {
    const media = context.media.get(target.path);
    report(place, "url", say("linkToMedia", { shown: shownWith(media ? kindOf(media) : "picture", target.path) }));
  } else if (target.kind === "anchor" && !anchors.has(target.anchor)) {
    report(
      place,
      "anchor-unknown",
      say("anchorUnknown", { anchor: target.anchor, meant: nearest(target.anchor, anchors) }),
      { severity: "warning", ...remedy(node, target.anchor, anchors, source, "#") },
    );
  } else if (target.kind === "lesson" && context.lessons) {
    const lessons = context.lessons.get(target.module);
    if (!lessons) {
      report(
        place,
        "link-target",
        say("linkModuleUnknown", { module: target.module, meant: nearest(target.module, context.lessons.keys()) }),
        remedy(node, target.module, context.lessons.keys(), source),
      );
    } else if (target.lesson !== undefined && !lessons.has(target.lesson)) {
      report(
        place,
        "link-target",
        say("linkLessonUnknown", {
          lesson: target.lesson,
          module: target.module === context.module ? null : target.module,
          meant: nearest(target.lesson, lessons),
          lessons: [...lessons],
        }),
        remedy(node, target.lesson, lessons, source),
      );
    }
  }
}

/** The known word that was meant, put into the address where that is written with the link itself. */
function remedy(node: LessonNode, word: string, known: Iterable<string>, source: SourceText, before = ""): Remedy {
  const fix = nearest(word, known);
  if (fix === undefined) return {};
  return { fix, edit: replaceWord(source, addressSpan(node), before + word, before + fix, "](") };
}

function addressSpan(node: LessonNode): Span | undefined {
  return node.data?.definition === undefined && node.type !== "definition" ? spanOf(node) : undefined;
}

/** `https:` where an address says `http:`, says no scheme, or begins with www. */
function encrypted(node: LessonNode, module: string, source: SourceText): Edit | undefined {
  const span = addressSpan(node);
  const url = node.url ?? "";
  const secure = url.startsWith("//") ? `https:${url}` : url.replace(/^http:/i, "https:");
  if (!span || secure === url || readUrl(secure, module).kind !== "external") return undefined;
  const written = source.between(span);
  if (written === url || `http://${written}` === url) return { ...span, insert: secure };
  return replaceWord(source, span, `](${url}`, `](${secure}`);
}

function checkPicture(node: LessonNode, context: LessonContext, report: Report, source: SourceText): void {
  const place = placeOf(node);
  if (!node.alt?.trim()) {
    report(place, "alt-missing", say("pictureWithoutAlt"));
  }
  const target = readUrl(node.url ?? "", context.module);
  if (target.kind === "refused") {
    report(placeOfAddress(node), "url", target.reason);
  } else if (target.kind !== "media") {
    report(placeOfAddress(node), "picture-elsewhere", say("pictureElsewhere"));
  } else if (!context.media.has(target.path)) {
    report(
      placeOfAddress(node),
      "media-missing",
      say("mediaMissing", { path: target.path, meant: nearest(target.path, context.media.keys()) }),
      remedy(node, target.path, context.media.keys(), source),
    );
  } else {
    const media = context.media.get(target.path);
    const kind = media ? kindOf(media) : "picture";
    if (kind === "picture") return;
    report(
      placeOfAddress(node),
      "media-kind",
      say("noPicture", { path: target.path, shown: shownWith(kind, target.path) }),
    );
  }
}
