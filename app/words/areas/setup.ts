/** The words of the first run: from an empty database to a company that has something to learn. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./setup-en";
import { sv } from "./setup-sv";

export const setupWords: Record<Language, typeof sv> = { sv, en };

export function useSetupWords(): typeof sv {
  return setupWords[useLanguage()];
}
