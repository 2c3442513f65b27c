/** The page of `lesson-module.test.ts`, the same on the server and in the browser. */
import { useCallback, useState } from "react";
import { LessonArticle } from "#app/lessons/lesson-article";
import type { LessonReader } from "#app/lessons/reader";
import { WordsProvider } from "#app/words/context";
import type { Words } from "#app/words/words";

export interface PageState {
  readonly hash: string;
  readonly reader: LessonReader;
  /** Whether the page answers by itself; otherwise its forms post. */
  readonly scripted: boolean;
}

export function LessonPage(props: { state: PageState; words: Words }) {
  const { state, words } = props;
  const [reader, setReader] = useState(state.reader);
  const send = useCallback(async (what: object) => {
    const answer = await fetch("/did", { method: "POST", body: JSON.stringify(what) });
    setReader((await answer.json()) as LessonReader);
  }, []);
  const actions = state.scripted
    ? {
        onAnswer: (slot: string, question: string, response: object) =>
          void send({ did: "answer", slot, question, response }),
        onConfirm: (id: string) => void send({ did: "confirm", id }),
        onReflect: (id: string, text: string, share: boolean) => void send({ did: "reflect", id, text, share }),
      }
    : {};
  return (
    <WordsProvider language="sv" words={words}>
      <main id="main" className="LessonBody">
        <h1>Prov</h1>
        <LessonArticle hash={state.hash} lang="sv" reader={reader} {...actions} />
      </main>
    </WordsProvider>
  );
}
