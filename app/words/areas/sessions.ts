/** The words of sessions in a room, for those who hold them. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./sessions-en";
import { sv } from "./sessions-sv";

export const sessionWords: Record<Language, typeof sv> = { sv, en };

export function useSessionWords(): typeof sv {
  return sessionWords[useLanguage()];
}
