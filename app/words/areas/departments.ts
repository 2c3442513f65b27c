/** The words of the pages of departments. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./departments-en";
import { sv } from "./departments-sv";

export const departmentsWords: Record<Language, typeof sv> = { sv, en };

export function useDepartmentsWords(): typeof sv {
  return departmentsWords[useLanguage()];
}
