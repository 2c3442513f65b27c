import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { WordsProvider } from "./words/context";
import { fallbackLanguage, isLanguage } from "./words/language";
import { loadWords } from "./words/load";

const said = document.documentElement.lang;
const language = isLanguage(said) ? said : fallbackLanguage;

loadWords(language).then((words) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider language={language} words={words}>
          <RemixBrowser />
        </WordsProvider>
      </StrictMode>,
    );
  });
});
