/**
 * The words of administration. What only some people open stands in catalogues of its own, so that nobody else's browser
 * loads them.
 */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./administration-en";
import { sv } from "./administration-sv";

export const administrationWords: Record<Language, typeof sv> = { sv, en };

export function useAdministrationWords(): typeof sv {
  return administrationWords[useLanguage()];
}
