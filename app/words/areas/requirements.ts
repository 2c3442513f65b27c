/** The words of requirements, which only those who decide about them load. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./requirements-en";
import { sv } from "./requirements-sv";

export const requirementsWords: Record<Language, typeof sv> = { sv, en };

export function useRequirementsWords(): typeof sv {
  return requirementsWords[useLanguage()];
}
