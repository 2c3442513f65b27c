/** The words of the pages of people. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./people-en";
import { sv } from "./people-sv";

export const peopleWords: Record<Language, typeof sv> = { sv, en };

export function usePeopleWords(): typeof sv {
  return peopleWords[useLanguage()];
}
