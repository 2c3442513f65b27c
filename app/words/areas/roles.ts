/** The words of the page of roles and responsibilities. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./roles-en";
import { sv } from "./roles-sv";

export const rolesWords: Record<Language, typeof sv> = { sv, en };

export function useRolesWords(): typeof sv {
  return rolesWords[useLanguage()];
}
