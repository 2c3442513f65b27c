import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { choiceOrder } from "#app/domain/draw";
import type { Response } from "#app/domain/grading";
import { checkState } from "#app/lessons/check-state";
import { vocabularyComponents } from "#app/lessons/components/vocabulary";
import { evaluateLesson } from "#app/lessons/evaluate-lesson.server";
import { isMeant } from "#app/lessons/passage-audience";
import type { QuestionKey } from "#app/lessons/question";
import { type LessonReader, ReadingProvider } from "#app/lessons/reader";
import { catalogues } from "#app/words/catalogues";
import { WordsProvider } from "#app/words/context";
import type { Language } from "#app/words/language";

/** A reader of a lesson in the middle of an attempt. */
export function readerOf(
  key: readonly QuestionKey[],
  more: Partial<LessonReader> & { responses?: Readonly<Record<string, Response>> } = {},
): LessonReader {
  const { responses = {}, ...rest } = more;
  const departments = rest.departments ?? [];
  const asked = key.filter((question) => isMeant(question.audience, departments));
  return {
    departments,
    completed: null,
    attempt: "01JATTEMPT",
    checks: asked.map((question, index) =>
      checkState(
        question,
        { slot: question.id, order: choiceOrder(question, "01JATTEMPT"), number: index + 1, of: asked.length },
        Object.hasOwn(responses, question.id) ? (responses[question.id] ?? null) : null,
      ),
    ),
    confirmations: [],
    reflections: [],
    ...rest,
  };
}

/** The whole lesson rendered by React at once, as a browser would: what the renderer must equal. */
export function renderWhole(code: string, language: Language, reader: LessonReader): string {
  return renderToString(
    <WordsProvider language={language} words={catalogues[language]}>
      <ReadingProvider value={{ reader }}>
        {createElement(evaluateLesson(code), { components: vocabularyComponents })}
      </ReadingProvider>
    </WordsProvider>,
  );
}
