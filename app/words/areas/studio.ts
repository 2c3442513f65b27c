/** The words of the studio. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./studio-en";
import { sv } from "./studio-sv";

export const studioWords: Record<Language, typeof sv> = { sv, en };

export function useStudioWords(): typeof sv {
  return studioWords[useLanguage()];
}
