/** The words of pictures, videos and documents in the studio. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./media-en";
import { sv } from "./media-sv";

export const mediaWords: Record<Language, typeof sv> = { sv, en };

export function useMediaWords(): typeof sv {
  return mediaWords[useLanguage()];
}
