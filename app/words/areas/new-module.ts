/** The words of beginning a module in the studio. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./new-module-en";
import { sv } from "./new-module-sv";

export const newModuleWords: Record<Language, typeof sv> = { sv, en };

export function useNewModuleWords(): typeof sv {
  return newModuleWords[useLanguage()];
}
