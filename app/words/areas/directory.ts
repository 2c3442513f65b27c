/** The words that the pages of the organisation share: what is wrong with a form, receipts, history. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./directory-en";
import { sv } from "./directory-sv";

export const directoryWords: Record<Language, typeof sv> = { sv, en };

export function useDirectoryWords(): typeof sv {
  return directoryWords[useLanguage()];
}
