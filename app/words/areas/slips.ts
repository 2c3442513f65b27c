/** The words of what is printed to let people in: slips with a code, and posters that lead to a module. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./slips-en";
import { sv } from "./slips-sv";

export const slipsWords: Record<Language, typeof sv> = { sv, en };

export function useSlipsWords(): typeof sv {
  return slipsWords[useLanguage()];
}
