import { say } from "#app/words/areas/problems";
import { placeOfAddress, unusedDefinitions } from "./arrange";
import type { LessonContext } from "./lesson-context";
import { nearest } from "./nearest";
import type { Report } from "./problem";
import { readUrl } from "./read-url";
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
): void {
  for (const definition of unusedDefinitions(tree)) checkAddress(definition, anchors, context, report);
  walk(tree, (node) => {
    if (node.type === "link") {
      if (plainText(node) === "") report(placeOf(node), "link-empty", say("linkWithoutText"));
      checkAddress(node, anchors, context, report);
    } else if (node.type === "image") {
      checkPicture(node, context, report);
    }
  });
}

function checkAddress(node: LessonNode, anchors: ReadonlySet<string>, context: LessonContext, report: Report): void {
  const url = node.url ?? "";
  const place = placeOfAddress(node);
  if (url === "") {
    report(place, "link-empty", say("linkWithoutAddress"));
    return;
  }
  const target = readUrl(url, context.module);
  if (target.kind === "refused") {
    report(place, "url", target.reason);
  } else if (target.kind === "media") {
    report(place, "url", say("linkToPicture", { path: target.path }));
  } else if (target.kind === "anchor" && !anchors.has(target.anchor)) {
    report(
      place,
      "anchor-unknown",
      say("anchorUnknown", { anchor: target.anchor, meant: nearest(target.anchor, anchors) }),
      { severity: "warning", ...fixFor(target.anchor, anchors) },
    );
  } else if (target.kind === "lesson" && context.lessons) {
    const lessons = context.lessons.get(target.module);
    if (!lessons) {
      report(
        place,
        "link-target",
        say("linkModuleUnknown", { module: target.module, meant: nearest(target.module, context.lessons.keys()) }),
        fixFor(target.module, context.lessons.keys()),
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
        fixFor(target.lesson, lessons),
      );
    }
  }
}

function fixFor(word: string, known: Iterable<string>): { fix: string } | undefined {
  const fix = nearest(word, known);
  return fix === undefined ? undefined : { fix };
}

function checkPicture(node: LessonNode, context: LessonContext, report: Report): void {
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
      fixFor(target.path, context.media.keys()),
    );
  }
}
