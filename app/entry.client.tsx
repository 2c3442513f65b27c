import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { WordsProvider } from "./words/context";
import { fallbackLanguage, isLanguage } from "./words/language";
import { loadWords } from "./words/load";

const said = document.documentElement.lang;
const language = isLanguage(said) ? said : fallbackLanguage;

/**
 * Remix decodes the page's data while it renders, suspending outside any boundary. A click or a key in that time makes
 * React give the page up, and its script never starts: so the data is decoded before React begins.
 */
async function readData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

Promise.all([loadWords(language), readData()]).then(([words]) => {
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
