import type { QuestionKind } from "#app/domain/grading";
import { say } from "#app/words/areas/problems";
import { freeId, removeAttribute, replaceId } from "./edits";
import { audienceOf, type PassageAudience } from "./passage-audience";
import type { Report } from "./problem";
import type { SourceText } from "./source-text";
import { attributeNode, attributeOf, idsOf, isNamed, type LessonNode, placeOf, plainText, textOf } from "./tree";

/** A question as its author wrote it, answers and all. For the server only. */
export interface CheckedQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  /** Id of what the question tests; questions with the same one stand in for each other. */
  readonly objective?: string;
  /** Who is asked, where that is not everybody. */
  readonly audience?: PassageAudience;
  readonly line: number;
  readonly column: number;
  /** The question itself: one paragraph's content. */
  readonly prompt: readonly LessonNode[];
  /** Whatever follows the first paragraph, before the choices. */
  readonly detail: readonly LessonNode[];
  /** In the order of the source. */
  readonly choices: readonly CheckedChoice[];
  readonly feedback?: readonly LessonNode[];
}

export interface CheckedChoice {
  readonly content: readonly LessonNode[];
  readonly text: string;
  readonly right: boolean;
  readonly feedback?: readonly LessonNode[];
}

/** Reads every `Check` of an arranged tree, in order, and reports what makes one impossible to ask or to grade. */
export function readQuestions(tree: LessonNode, report: Report, source: SourceText): CheckedQuestion[] {
  const questions: CheckedQuestion[] = [];
  const seen = new Map<string, number>();
  const ids = idsOf(tree);
  const step = (node: LessonNode, audience: PassageAudience | undefined) => {
    if (isNamed(node, "Check")) {
      const question = readQuestion(node, audience, report, source);
      if (!question) return;
      const earlier = seen.get(question.id);
      if (earlier !== undefined) {
        const free = freeId(question.id, ids);
        report(placeOf(node), "question-id-repeated", say("questionIdTwice", { id: question.id, line: earlier }), {
          fix: free,
          edit: free === undefined ? undefined : replaceId(source, placeOf(node), question.id, free),
        });
        return;
      }
      seen.set(question.id, question.line);
      questions.push(question);
      return;
    }
    const inner = audienceOf(node) ?? audience;
    for (const child of node.children ?? []) step(child, inner);
  };
  step(tree, undefined);
  return questions;
}

function readQuestion(
  node: LessonNode,
  audience: PassageAudience | undefined,
  report: Report,
  source: SourceText,
): CheckedQuestion | undefined {
  const place = placeOf(node);
  const kind = (textOf(node, "kind") ?? "one") as QuestionKind;
  const children = node.children ?? [];
  const first = children.findIndex((child) => isNamed(child, "Choice") || isNamed(child, "Feedback"));
  const before = first < 0 ? children : children.slice(0, first);
  for (const child of first < 0 ? [] : children.slice(first)) {
    if (isNamed(child, "Choice") || isNamed(child, "Feedback")) continue;
    report(placeOf(child), "content-misplaced", say("promptFirst"));
  }
  const [prompt, ...detail] = before;
  if (!prompt || plainText(prompt) === "") {
    report(place, "question-prompt", say("noPrompt"));
  } else if (prompt.type !== "paragraph") {
    report(placeOf(prompt), "question-prompt", say("promptParagraph"));
  }
  const choices = children.filter((child) => isNamed(child, "Choice")).map((child) => readChoice(child, report));
  checkChoices(node, kind, choices, report, source);
  const feedback = readFeedback(node, report);
  const id = textOf(node, "id");
  if (id === undefined) return undefined;
  const objective = textOf(node, "objective");
  return {
    id,
    kind,
    ...(objective === undefined ? {} : { objective }),
    ...(audience ? { audience } : {}),
    line: place.line,
    column: place.column,
    prompt: prompt?.children ?? [],
    detail,
    choices: choices.map(({ node: _, ...choice }) => choice),
    ...(feedback ? { feedback } : {}),
  };
}

type PlacedChoice = CheckedChoice & { readonly node: LessonNode };

function readChoice(node: LessonNode, report: Report): PlacedChoice {
  const content = (node.children ?? []).filter((child) => !isNamed(child, "Feedback"));
  const [paragraph, ...more] = content;
  if (!paragraph || plainText({ type: "root", children: content }) === "") {
    report(placeOf(node), "choice-content", say("choiceEmpty"));
  } else if (paragraph.type !== "paragraph" || more.length > 0) {
    report(
      placeOf(paragraph.type !== "paragraph" ? paragraph : (more[0] ?? node)),
      "choice-content",
      say("choiceParagraph"),
    );
  }
  const feedback = readFeedback(node, report);
  return {
    node,
    content: paragraph?.children ?? [],
    text: paragraph ? plainText(paragraph) : "",
    right: attributeOf(node, "right") === true,
    ...(feedback ? { feedback } : {}),
  };
}

function readFeedback(node: LessonNode, report: Report): readonly LessonNode[] | undefined {
  const [first, second] = (node.children ?? []).filter((child) => isNamed(child, "Feedback"));
  if (second) report(placeOf(second), "content-misplaced", say("oneFeedback", { name: node.name ?? "" }));
  return first?.children;
}

function checkChoices(
  node: LessonNode,
  kind: QuestionKind,
  choices: readonly PlacedChoice[],
  report: Report,
  source: SourceText,
): void {
  const place = placeOf(node);
  const right = choices.filter((choice) => choice.right);
  const seen = new Set<string>();
  for (const choice of choices) {
    const text = choice.text.normalize("NFC").toLowerCase();
    if (text && seen.has(text)) {
      report(placeOf(choice.node), "question-choices", say("choicesAlike", { text: choice.text.slice(0, 40) }));
    }
    seen.add(text);
  }
  if (kind === "order") {
    if (choices.length < 2) report(place, "question-choices", say("orderChoices"));
    for (const choice of right) {
      report(placeOf(choice.node), "question-choices", say("orderRight"), {
        edit: removeAttribute(source, attributeNode(choice.node, "right")),
      });
    }
    return;
  }
  if (right.length === 0) {
    report(place, "question-without-right-answer", say("noRight"));
  }
  if (kind === "text") return;
  if (choices.length < 2) report(place, "question-choices", say("fewChoices"));
  if (kind === "one" && right.length > 1) {
    const second = right[1];
    report(second ? placeOf(second.node) : place, "question-choices", say("severalRight"));
  }
}
