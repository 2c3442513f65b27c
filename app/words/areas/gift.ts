/** The words of bringing questions in. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./gift-en";
import { sv } from "./gift-sv";

export const giftWords: Record<Language, typeof sv> = { sv, en };

export function useGiftWords(): typeof sv {
  return giftWords[useLanguage()];
}
