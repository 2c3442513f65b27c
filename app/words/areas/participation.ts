/** The words of sessions for those who take part, and of what people are told. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./participation-en";
import { sv } from "./participation-sv";

export type { NoticeFacts } from "./notice-words";

export const participationWords: Record<Language, typeof sv> = { sv, en };

export function useParticipationWords(): typeof sv {
  return participationWords[useLanguage()];
}
