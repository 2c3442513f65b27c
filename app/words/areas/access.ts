/** The words of coming in: by number and PIN, with a code, on a shared device; and of one's own way of signing in. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./access-en";
import { sv } from "./access-sv";

export const accessWords: Record<Language, typeof sv> = { sv, en };

export function useAccessWords(): typeof sv {
  return accessWords[useLanguage()];
}
