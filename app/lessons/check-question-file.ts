import { say } from "#app/words/areas/problems";
import type { LessonContext } from "./lesson-context";
import type { Report } from "./problem";
import { isComponent, isNamed, type LessonNode, placeOf, walk } from "./tree";

/** A refresher is a handful of questions. */
const refresherQuestions = { least: 3, most: 5 };

/** What the text before a refresher's questions cannot hold, because it is shown without a lesson around it. */
const notInOpening = new Map<string, "headings" | "footnotes">([
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
    report(start, "questions-missing", say("noQuestion"));
    return;
  }
  const { least, most } = refresherQuestions;
  if (purpose === "refresher" && (questions < least || questions > most)) {
    const said = say("refresherQuestions", { least, most, asked: questions });
    report(start, "questions-missing", said, { severity: questions === 0 ? "error" : "warning" });
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
  report(placeOf(node), "content-misplaced", say("onlyQuestionsShown", { opened }));
}

function checkOpening(opening: LessonNode, report: Report): void {
  walk(opening, (node) => {
    const unwanted =
      notInOpening.get(node.type) ??
      (isComponent(node) && !isPlain(node) ? (`<${node.name ?? ""}>` as const) : undefined);
    if (unwanted === undefined) return;
    report(placeOf(node), "content-misplaced", say("refresherOpening", { unwanted }));
  });
}

function isPlain(node: LessonNode): boolean {
  return isNamed(node, "Figure") || isNamed(node, "Term");
}
