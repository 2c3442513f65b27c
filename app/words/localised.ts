/** A text by language. */
export type Localised = Readonly<Record<string, string>>;

/** A text in a language, or in whichever it is written in. */
export function inLanguage(text: Localised, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}
