import { createHash } from "node:crypto";
import type { LessonContext } from "./lesson-context";
import { markdownHtml } from "./markdown-html";
import { prepareLesson } from "./prepare-lesson";
import type { QuestionKey } from "./question";
import type { CheckedQuestion } from "./read-questions";
import { type LessonNode, plainText } from "./tree";

/**
 * The key of one checked question.
 *
 * Ids of choices are made of what they say and not of where they stand: everything that goes into them is what every
 * reader sees anyway, so that neither the right answer nor the right order can be computed from them.
 */
export function questionKey(question: CheckedQuestion, context: LessonContext): QuestionKey {
  const html = (nodes: readonly LessonNode[], part: string) => {
    const tree = prepareLesson({ type: "root", children: [...nodes] }, context, `term.${question.id}.${part}`);
    return markdownHtml(tree.children ?? []);
  };
  const promptText = plainText({
    type: "root",
    children: [{ type: "paragraph", children: [...question.prompt] }, ...question.detail],
  });
  return {
    id: question.id,
    kind: question.kind,
    ...(question.objective === undefined ? {} : { objective: question.objective }),
    ...(question.audience ? { audience: question.audience } : {}),
    promptText,
    promptHtml: html(question.prompt, "prompt"),
    ...(question.detail.length ? { detailHtml: html(question.detail, "detail") } : {}),
    choices: question.choices.map((choice) => {
      const id = choiceId(context.module, question.id, choice.text);
      return {
        id,
        text: choice.text,
        html: html(choice.content, id),
        right: question.kind === "order" || choice.right,
        ...(choice.feedback ? { feedbackHtml: html(choice.feedback, `${id}.feedback`) } : {}),
      };
    }),
    ...(question.feedback ? { feedbackHtml: html(question.feedback, "feedback") } : {}),
  };
}

/** Sixteen hex digits: enough that no two choices of a question ever share one. */
function choiceId(module: string, question: string, text: string): string {
  const said = text.normalize("NFC").toLowerCase();
  return createHash("sha256")
    .update(JSON.stringify([module, question, said]))
    .digest("hex")
    .slice(0, 16);
}
