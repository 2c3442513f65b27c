/** The words of evidence from elsewhere. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./evidence-en";
import { sv } from "./evidence-sv";

export const evidenceWords: Record<Language, typeof sv> = { sv, en };

export function useEvidenceWords(): typeof sv {
  return evidenceWords[useLanguage()];
}
