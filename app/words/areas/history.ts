/** The words of files of completions. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./history-en";
import { sv } from "./history-sv";

export const historyWords: Record<Language, typeof sv> = { sv, en };

export function useHistoryWords(): typeof sv {
  return historyWords[useLanguage()];
}
