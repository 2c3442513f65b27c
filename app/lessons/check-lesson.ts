import { say } from "#app/words/areas/problems";
import { arrange } from "./arrange";
import { checkLinks } from "./check-links";
import { checkQuestionFile } from "./check-question-file";
import { checkStructure } from "./check-structure";
import { freeId, replaceId } from "./edits";
import { type FrontMatter, readFrontMatter, splitFrontMatter } from "./front-matter";
import type { LessonContext } from "./lesson-context";
import { minutesOf, type OutlineEntry, outlineOf, searchTextOf } from "./outline";
import { parseLesson } from "./parse-lesson";
import { audienceOf, type PassageAudience } from "./passage-audience";
import { inReadingOrder, type Problem, type Report, reporterFor } from "./problem";
import { type CheckedQuestion, readQuestions } from "./read-questions";
import { refuseCode } from "./refuse-code";
import { SourceText } from "./source-text";
import { idsOf, isComponent, isNamed, type LessonNode, placeOf, plainText, textOf, walk } from "./tree";
import { vocabulary } from "./vocabulary";

/** A statement that readers confirm. */
export interface Confirmation {
  readonly id: string;
  /** Word for word. */
  readonly text: string;
  /** Who is asked, where that is not everybody. */
  readonly audience?: PassageAudience;
  readonly line: number;
  readonly column: number;
}

/** A question to think about, answered in free text for oneself. */
export interface Reflection {
  readonly id: string;
  readonly prompt: string;
  readonly audience?: PassageAudience;
  readonly line: number;
  readonly column: number;
}

/** What is known about a lesson once it has been read. */
export interface LessonCheck {
  readonly path: string;
  readonly language: string;
  /** In reading order. With an error among them the lesson cannot be compiled. */
  readonly problems: readonly Problem[];
  /** Absent when it could not be read. */
  readonly frontMatter?: FrontMatter;
  readonly outline: readonly OutlineEntry[];
  /** With their answers: for the server only. */
  readonly questions: readonly CheckedQuestion[];
  readonly confirmations: readonly Confirmation[];
  readonly reflections: readonly Reflection[];
  /** Minutes to read and answer, not rounded. */
  readonly minutes: number;
  /** Plain text for search, without the questions. */
  readonly text: string;
  /** Names of the course's own components that the lesson uses, sorted. */
  readonly components: readonly string[];
  /** The tree, free of code; absent when the source could not be parsed. Answers are still in it. */
  readonly tree?: LessonNode;
}

/**
 * Parses and checks one lesson, refresher or file of questions. Never runs anything in it, and never throws for
 * anything that its author can have written.
 */
export function checkLesson(source: string, context: LessonContext): LessonCheck {
  const problems: Problem[] = [];
  const report = reporterFor(context.path, problems);
  const { yaml, body } = splitFrontMatter(source.replace(/^\uFEFF/, ""), report);
  const frontMatter = yaml === undefined ? undefined : readFrontMatter(yaml, report);
  const base = { path: context.path, language: context.language, ...(frontMatter ? { frontMatter } : {}) };

  const parsed = parseLesson(body, report);
  if (!parsed) {
    return {
      ...base,
      problems: inReadingOrder(problems),
      outline: [],
      questions: [],
      confirmations: [],
      reflections: [],
      minutes: 0,
      text: "",
      components: [],
    };
  }
  const own = new Set(context.components ?? []);
  const text = new SourceText(body);
  const tree = arrange(refuseCode(parsed, context, report, text), own, report);
  checkStructure(tree, context, report, text);
  const outline = outlineOf(tree);
  checkLinks(tree, new Set(outline.map((entry) => entry.id)), context, report, text);
  const questions = readQuestions(tree, report, text);

  const { confirmations, reflections } = readThingsToDo(tree, report, text);

  checkQuestionFile(tree, questions.length, context, report);
  const minutes = minutesOf(tree, context.media);
  if (context.minutes !== undefined && context.purpose !== "questions" && minutes > context.minutes * 1.5) {
    report(
      { line: 1, column: 1 },
      "minutes",
      say("lessonMinutes", { takes: Math.ceil(minutes), stated: context.minutes }),
      { fix: String(Math.ceil(minutes)) },
    );
  }
  return {
    ...base,
    problems: inReadingOrder(problems),
    outline,
    questions,
    confirmations,
    reflections,
    minutes,
    text: searchTextOf(tree),
    components: ownComponentsOf(tree),
    tree,
  };
}

function ownComponentsOf(tree: LessonNode): string[] {
  const names = new Set<string>();
  walk(tree, (node) => {
    if (isComponent(node) && node.name && !vocabulary.has(node.name)) names.add(node.name);
  });
  return [...names].sort();
}

function readThingsToDo(
  tree: LessonNode,
  report: Report,
  source: SourceText,
): { confirmations: Confirmation[]; reflections: Reflection[] } {
  const confirmations: Confirmation[] = [];
  const reflections: Reflection[] = [];
  const add = <T extends { readonly id: string }>(
    list: T[],
    kind: "Confirm" | "Reflect",
    one: T & { line: number; column: number },
  ) => {
    if (list.some(({ id }) => id === one.id)) {
      const free = freeId(one.id, idsOf(tree));
      report(one, "id-repeated", say("idUsedByAnother", { id: one.id, kind }), {
        fix: free,
        edit: free === undefined ? undefined : replaceId(source, one, one.id, free),
      });
    } else list.push(one);
  };
  const step = (node: LessonNode, audience: PassageAudience | undefined) => {
    const inner = audienceOf(node) ?? audience;
    const id = textOf(node, "id");
    if (id !== undefined) {
      const one = { id, ...(inner ? { audience: inner } : {}), ...placeOf(node) };
      if (isNamed(node, "Confirm")) add(confirmations, "Confirm", { ...one, text: plainText(node) });
      if (isNamed(node, "Reflect")) add(reflections, "Reflect", { ...one, prompt: textOf(node, "prompt") ?? "" });
    }
    for (const child of node.children ?? []) step(child, inner);
  };
  step(tree, undefined);
  return { confirmations, reflections };
}
