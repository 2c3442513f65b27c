import { sessionWords } from "#app/words/areas/sessions";
import { catalogues } from "#app/words/catalogues";
import type { Language } from "#app/words/language";

/** The title of a page of sessions: what it is, then the product. */
export function pageTitle(language: Language, ...parts: readonly string[]): string {
  return [...(parts.length > 0 ? parts : [sessionWords[language].title]), catalogues[language].product.name].join(
    " · ",
  );
}
