import { say } from "#app/words/areas/problems";
import { replaceInAttribute, spanOf } from "./edits";
import type { LessonContext } from "./lesson-context";
import type { Edit, Report } from "./problem";
import { placeAfter, type SourceText } from "./source-text";
import { attributeNode, isComponent, isNamed, type LessonNode, placeOf, plainText, textOf, walk } from "./tree";
import { type ComponentRule, vocabulary } from "./vocabulary";

/** What a heading may stand in; elsewhere it would break the order of the page. */
const headingHolders = new Set(["page", "ForDepartment", "Changed"]);

/** Markdown that makes no sense in a question, which is shown by itself. */
const notInQuestions = new Map<string, "headings" | "footnotes" | "rules">([
  ["heading", "headings"],
  ["footnoteReference", "footnotes"],
  ["footnoteDefinition", "footnotes"],
  ["thematicBreak", "rules"],
]);

/** Checks that every component and heading stands where it may, and holds what it may. */
export function checkStructure(tree: LessonNode, context: LessonContext, report: Report, source: SourceText): void {
  let lastDepth = 1;
  const depths = depthsAfter(tree);

  const step = (node: LessonNode, holder: string, inQuestion: boolean) => {
    const rule = isComponent(node) ? vocabulary.get(node.name ?? "") : undefined;
    if (isComponent(node)) checkComponent(node, rule, holder, inQuestion, report);
    if (isNamed(node, "Changed")) checkSince(node, context, report, source);
    if (node.type === "heading") {
      if (!inQuestion && checkHeading(node, lastDepth, depths.get(node) ?? 2, holder, report, source))
        lastDepth = node.depth ?? lastDepth;
    }
    const unwanted = inQuestion ? notInQuestions.get(node.type) : undefined;
    if (unwanted) report(placeOf(node), "content-misplaced", say("questionHolds", { unwanted }));

    const name = node.type === "root" ? "page" : isComponent(node) ? (node.name ?? "") : node.type;
    for (const child of node.children ?? []) step(child, name, inQuestion || isNamed(node, "Check"));
  };
  step(tree, "", false);
}

function checkComponent(
  node: LessonNode,
  rule: ComponentRule | undefined,
  holder: string,
  inQuestion: boolean,
  report: Report,
): void {
  const place = placeOf(node);
  const name = node.name ?? "";
  const partOfQuestion = name === "Choice" || name === "Feedback";
  if (inQuestion && !partOfQuestion && !rule?.inQuestions) {
    report(place, "place", say("notInQuestion", { name }));
    return;
  }
  if (!rule) return;
  if (rule.inside && !rule.inside.includes(holder)) {
    report(place, "place", say("cannotStandHere", { name, homes: rule.inside }));
  } else if (rule.stands === "block" && node.type === "mdxJsxTextElement") {
    report(place, "place", say("notInSentence", { name }));
  } else if (rule.stands === "inline" && node.type === "mdxJsxFlowElement") {
    report(place, "place", say("belongsInSentence", { name }));
  }
  const children = node.children ?? [];
  if (rule.empty && children.length > 0) {
    report(placeOf(children[0] ?? node), "content-misplaced", say("holdsNothing", { name }));
  }
  if (!rule.empty && !rule.mayBeEmpty && children.length === 0) {
    report(place, "content-misplaced", say("isEmpty", { name }));
  }
  if (rule.holds) {
    for (const child of children) {
      if (isComponent(child) && rule.holds.includes(child.name ?? "")) continue;
      report(placeOf(child), "content-misplaced", say("holdsOnly", { name, wanted: rule.holds }));
    }
  }
}

function checkSince(node: LessonNode, context: LessonContext, report: Report, source: SourceText): void {
  const since = Number(textOf(node, "since") ?? 0);
  if (since > 0 && context.revision !== undefined && since >= context.revision) {
    report(placeOf(node), "since", say("since", { since, newest: context.revision }), {
      severity: "warning",
      edit:
        context.revision > 1
          ? replaceInAttribute(source, attributeNode(node, "since"), String(since), String(context.revision - 1))
          : undefined,
    });
  }
}

/** Of each heading of the page, the depth of the one that follows: what is one step below one may not be below another. */
function depthsAfter(tree: LessonNode): ReadonlyMap<LessonNode, number> {
  const headings: LessonNode[] = [];
  walk(tree, (node) => {
    if (node.type === "heading" && (node.depth ?? 2) > 1) headings.push(node);
  });
  return new Map(headings.map((node, index) => [node, headings[index + 1]?.depth ?? 2]));
}

/** As many # before a heading as its depth; nothing for one that is underlined. */
function writeDepth(node: LessonNode, depth: number, source: SourceText): Edit | undefined {
  const span = spanOf(node);
  const written = "#".repeat(node.depth ?? 2);
  if (!span || !new RegExp(`^${written}(\\s|$)`).test(source.between(span))) return undefined;
  return { from: span.from, to: placeAfter(span.from, written), insert: "#".repeat(depth) };
}

/** @returns whether the heading takes part in the order of the page */
function checkHeading(
  node: LessonNode,
  lastDepth: number,
  nextDepth: number,
  holder: string,
  report: Report,
  source: SourceText,
): boolean {
  const place = placeOf(node);
  const depth = node.depth ?? 2;
  if (!headingHolders.has(holder)) {
    report(place, "content-misplaced", say("headingMisplaced"));
    return false;
  }
  if (plainText(node) === "") {
    report(place, "heading-empty", say("headingEmpty"));
  }
  if (depth === 1) {
    report(place, "heading-order", say("headingTitle"), { edit: writeDepth(node, 2, source) });
    return false;
  }
  if (depth > lastDepth + 1) {
    report(place, "heading-order", say("headingLevel", { depth, before: lastDepth }), {
      fix: "#".repeat(lastDepth + 1),
      edit: nextDepth <= lastDepth + 2 ? writeDepth(node, lastDepth + 1, source) : undefined,
    });
  }
  return true;
}
