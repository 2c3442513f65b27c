import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Formats, formatsFor } from "./format";
import type { Language } from "./language";
import type { Words } from "./words";

interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly format: Formats;
}

const SpeechContext = createContext<Speech | null>(null);

/** Gives everything below it one language: its catalogue and its forms of dates and numbers. */
export function WordsProvider(props: { language: Language; words: Words; children: ReactNode }) {
  const { language, words } = props;
  const speech = useMemo(() => ({ language, words, format: formatsFor(language) }), [language, words]);
  return <SpeechContext.Provider value={speech}>{props.children}</SpeechContext.Provider>;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("WordsProvider is missing above this component");
  return speech;
}

/** The catalogue of the reader's language: `useWords().home.title`. */
export function useWords(): Words {
  return useSpeech().words;
}

/** Dates and numbers as the reader's language writes them. */
export function useFormat(): Formats {
  return useSpeech().format;
}

export function useLanguage(): Language {
  return useSpeech().language;
}
