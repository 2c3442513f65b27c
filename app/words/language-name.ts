import { useLanguage } from "./context";

/** Names languages within a sentence of the reader's: `svenska`, in English `Swedish`. */
export function useLanguageName(): (language: string) => string {
  const names = new Intl.DisplayNames([useLanguage()], { type: "language" });
  return (language) => names.of(language) ?? language;
}
