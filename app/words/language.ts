/** The languages the product speaks. A third one is one more catalogue beside `sv.ts` and `en.ts`, named here. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

/** The language when nothing else decides: the organisation's first. */
export const fallbackLanguage: Language = "sv";

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && (languages as readonly string[]).includes(value);
}

/** BCP 47 tags for `Intl`: day before month in both. */
export const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };
