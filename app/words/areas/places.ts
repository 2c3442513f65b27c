/** The words of the pages of legal entities and sites. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./places-en";
import { sv } from "./places-sv";

export const placesWords: Record<Language, typeof sv> = { sv, en };

export function usePlacesWords(): typeof sv {
  return placesWords[useLanguage()];
}
