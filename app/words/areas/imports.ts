/** The words of files of people on their way in. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./imports-en";
import { sv } from "./imports-sv";

export const importsWords: Record<Language, typeof sv> = { sv, en };

export function useImportsWords(): typeof sv {
  return importsWords[useLanguage()];
}
