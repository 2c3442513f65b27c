import type { LessonContext } from "./lesson-context";
import type { Report } from "./problem";
import { isComponent, isNamed, type LessonNode, placeOf, walk } from "./tree";

/** A refresher is a handful of questions. */
const refresherQuestions = { least: 3, most: 5 };

/** What the text before a refresher's questions cannot hold, because it is shown without a lesson around it. */
const notInOpening = new Map([
  ["heading", "headings"],
  ["footnoteReference", "footnotes"],
  ["footnoteDefinition", "footnotes"],
]);

/**
 * Checks what only holds for refreshers and files of questions: their questions are shown one at a time, so that
 * nothing else in them would ever be seen but the text with which a refresher opens.
 */
export function checkQuestionFile(tree: LessonNode, questions: number, context: LessonContext, report: Report): void {
  const { purpose } = context;
  if (purpose !== "refresher" && purpose !== "questions") return;
  const start = { line: 1, column: 1 };
  if (purpose === "questions" && questions === 0) {
    report(start, "questions-missing", "The file holds no question. Write at least one <Check>.");
    return;
  }
  const { least, most } = refresherQuestions;
  if (purpose === "refresher" && (questions < least || questions > most)) {
    const message = `A refresher asks ${least} to ${most} questions, and this one asks ${questions}.`;
    report(start, "questions-missing", message, { severity: questions === 0 ? "error" : "warning" });
  }
  let opening = purpose === "refresher";
  for (const node of tree.children ?? []) {
    if (isNamed(node, "Check")) {
      opening = false;
    } else if (isNamed(node, "ForDepartment")) {
      opening = false;
      for (const child of node.children ?? []) if (!isNamed(child, "Check")) refuse(child, false, report);
    } else if (!opening) refuse(node, purpose === "refresher", report);
    else checkOpening(node, report);
  }
}

function refuse(node: LessonNode, opened: boolean, report: Report): void {
  const where = opened ? "Move it before the first question, or into one." : "Move it into a question.";
  report(placeOf(node), "content-misplaced", `Only questions are shown here, so nobody would see this. ${where}`);
}

function checkOpening(opening: LessonNode, report: Report): void {
  walk(opening, (node) => {
    const unwanted =
      notInOpening.get(node.type) ?? (isComponent(node) && !isPlain(node) ? `<${node.name}>` : undefined);
    if (unwanted === undefined) return;
    report(
      placeOf(node),
      "content-misplaced",
      `A refresher opens with text, pictures and terms, without ${unwanted}. Write a plain paragraph.`,
    );
  });
}

function isPlain(node: LessonNode): boolean {
  return isNamed(node, "Figure") || isNamed(node, "Term");
}
