import { placeOfAddress, unusedDefinitions } from "./arrange";
import type { LessonContext } from "./lesson-context";
import { didYouMean, nearest } from "./nearest";
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
      if (plainText(node) === "")
        report(placeOf(node), "link-empty", "The link has no text. Write [what it leads to](address).");
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
    report(place, "link-empty", "The link leads nowhere. Write [text](address).");
    return;
  }
  const target = readUrl(url, context.module);
  if (target.kind === "refused") {
    report(place, "url", target.reason);
  } else if (target.kind === "media") {
    report(place, "url", `A link cannot lead to a picture. Show it with <Figure src="${target.path}" alt="..." />.`);
  } else if (target.kind === "anchor" && !anchors.has(target.anchor)) {
    report(
      place,
      "anchor-unknown",
      `No heading here has the anchor #${target.anchor}.${didYouMean(target.anchor, anchors)}`,
      { severity: "warning", ...fixFor(target.anchor, anchors) },
    );
  } else if (target.kind === "lesson" && context.lessons) {
    const lessons = context.lessons.get(target.module);
    if (!lessons) {
      report(
        place,
        "link-target",
        `The course has no module ${target.module}.${didYouMean(target.module, context.lessons.keys())}`,
        fixFor(target.module, context.lessons.keys()),
      );
    } else if (target.lesson !== undefined && !lessons.has(target.lesson)) {
      report(
        place,
        "link-target",
        `There is no lesson ${target.lesson} in ${target.module === context.module ? "this module" : target.module}.${didYouMean(target.lesson, lessons) || ` Its lessons are ${[...lessons].join(", ")}.`}`,
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
    report(place, "alt-missing", "The picture has no alt. Write ![what the picture shows](media/name.png).");
  }
  const target = readUrl(node.url ?? "", context.module);
  if (target.kind === "refused") {
    report(placeOfAddress(node), "url", target.reason);
  } else if (target.kind !== "media") {
    report(
      placeOfAddress(node),
      "picture-elsewhere",
      "Pictures are part of the module. Put the file in its media folder and write ![what it shows](media/name.png).",
    );
  } else if (!context.media.has(target.path)) {
    report(
      placeOfAddress(node),
      "media-missing",
      `There is no ${target.path} in the module.${didYouMean(target.path, context.media.keys())}`,
      fixFor(target.path, context.media.keys()),
    );
  }
}
