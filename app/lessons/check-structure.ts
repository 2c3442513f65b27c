import type { LessonContext } from "./lesson-context";
import type { Report } from "./problem";
import { isComponent, isNamed, type LessonNode, placeOf, plainText, textOf } from "./tree";
import { type ComponentRule, vocabulary } from "./vocabulary";

/** What a heading may stand in; elsewhere it would break the order of the page. */
const headingHolders = new Set(["page", "ForDepartment", "Changed"]);

/** Markdown that makes no sense in a question, which is shown by itself. */
const notInQuestions = new Map([
  ["heading", "headings"],
  ["footnoteReference", "footnotes"],
  ["footnoteDefinition", "footnotes"],
  ["thematicBreak", "rules"],
]);

/** Checks that every component and heading stands where it may, and holds what it may. */
export function checkStructure(tree: LessonNode, context: LessonContext, report: Report): void {
  let lastDepth = 1;

  const step = (node: LessonNode, holder: string, inQuestion: boolean) => {
    const rule = isComponent(node) ? vocabulary.get(node.name ?? "") : undefined;
    if (isComponent(node)) checkComponent(node, rule, holder, inQuestion, report);
    if (isNamed(node, "Changed")) checkSince(node, context, report);
    if (node.type === "heading") {
      if (!inQuestion && checkHeading(node, lastDepth, holder, report)) lastDepth = node.depth ?? lastDepth;
    }
    const unwanted = inQuestion ? notInQuestions.get(node.type) : undefined;
    if (unwanted) report(placeOf(node), "content-misplaced", `Questions hold no ${unwanted}. Write plain paragraphs.`);

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
    report(place, "place", `${name} cannot stand in a question. Questions hold text, pictures and terms.`);
    return;
  }
  if (!rule) return;
  if (rule.inside && !rule.inside.includes(holder)) {
    const homes = rule.inside.map((home) => (home === "page" ? "in the lesson itself" : `in ${home}`));
    report(place, "place", `${name} cannot stand here. Write it directly ${homes.join(" or ")}.`);
  } else if (rule.stands === "block" && node.type === "mdxJsxTextElement") {
    report(place, "place", `${name} cannot stand in a sentence or a heading. Write it on lines of its own.`);
  } else if (rule.stands === "inline" && node.type === "mdxJsxFlowElement") {
    report(place, "place", `${name} belongs in a sentence. Write it on the same line as the words around it.`);
  }
  const children = node.children ?? [];
  if (rule.empty && children.length > 0) {
    report(placeOf(children[0] ?? node), "content-misplaced", `${name} holds nothing. Write it as <${name} ... />.`);
  }
  if (!rule.empty && children.length === 0) {
    report(place, "content-misplaced", `${name} is empty. Write its content between <${name}> and </${name}>.`);
  }
  if (rule.holds) {
    for (const child of children) {
      if (isComponent(child) && rule.holds.includes(child.name ?? "")) continue;
      const wanted = rule.holds.map((inner) => `<${inner}>`).join(" and ");
      report(placeOf(child), "content-misplaced", `${name} holds only ${wanted}. Move this out, or into one of them.`);
    }
  }
}

function checkSince(node: LessonNode, context: LessonContext, report: Report): void {
  const since = Number(textOf(node, "since") ?? 0);
  if (since > 0 && context.revision !== undefined && since >= context.revision) {
    report(
      placeOf(node),
      "since",
      `since="${since}" marks the passage for ever, because the newest revision is ${context.revision}. Write the number of the last revision that was without the change.`,
      { severity: "warning" },
    );
  }
}

/** @returns whether the heading takes part in the order of the page */
function checkHeading(node: LessonNode, lastDepth: number, holder: string, report: Report): boolean {
  const place = placeOf(node);
  const depth = node.depth ?? 2;
  if (!headingHolders.has(holder)) {
    report(
      place,
      "content-misplaced",
      "A heading cannot stand here. Write it in the lesson itself, or make the words bold.",
    );
    return false;
  }
  if (plainText(node) === "") {
    report(place, "heading-empty", "The heading has no words. Write them, or remove it.");
  }
  if (depth === 1) {
    report(place, "heading-order", "The title of a lesson stands in its front matter. Headings begin with ##.");
    return false;
  }
  if (depth > lastDepth + 1) {
    report(
      place,
      "heading-order",
      `A heading of level ${depth} follows one of level ${lastDepth}. Write ${"#".repeat(lastDepth + 1)}, one level at a time.`,
      { fix: "#".repeat(lastDepth + 1) },
    );
  }
  return true;
}
