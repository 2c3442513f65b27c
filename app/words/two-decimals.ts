import { type Language, locales } from "./language";

const forms = new Map<Language, Intl.NumberFormat>();

/** `0.41`, in Swedish `0,41`; below zero with a minus sign. */
export function twoDecimals(value: number, language: Language): string {
  let form = forms.get(language);
  if (!form) {
    form = new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    forms.set(language, form);
  }
  // Less than half a hundredth is no negative nought.
  const rounded = Math.round(value * 100) / 100 || 0;
  return form.format(rounded).replace("-", "\u2212");
}
