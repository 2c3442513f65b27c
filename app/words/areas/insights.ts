/** The words of insights: how questions do, what is remembered, what is to be looked over. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./insights-en";
import { sv } from "./insights-sv";

export const insightWords: Record<Language, typeof sv> = { sv, en };

export function useInsightWords(): typeof sv {
  return insightWords[useLanguage()];
}
