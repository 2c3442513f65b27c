/** The form in which a company is described, the same at the first run and later. */
import { countries } from "#app/domain/countries";
import { isLanguage, type Language, languages, locales } from "#app/words/language";
import { isZone, zones } from "./local-time";

export interface CompanyInput {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly language: Language;
}

export interface CompanyChoices {
  readonly zones: readonly string[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly languages: readonly { readonly code: string; readonly name: string }[];
}

/** What can be chosen, in a language. */
export function companyChoices(language: Language): CompanyChoices {
  const regions = new Intl.DisplayNames(locales[language], { type: "region" });
  const spoken = new Intl.DisplayNames(locales[language], { type: "language" });
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    zones,
    countries: countries
      .map((code) => ({ code, name: regions.of(code) ?? code }))
      .sort((a, b) => a.name.localeCompare(b.name, locales[language])),
    languages: languages.map((code) => ({ code, name: capital(spoken.of(code) ?? code) })),
  };
}

/** Reads the form; what is wrong with it is named. */
export function readCompany(form: FormData): {
  readonly input: CompanyInput;
  readonly faults: readonly ("nameMissing" | "zoneUnknown")[];
} {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const language = text("language");
  const country = text("country");
  const input: CompanyInput = {
    name: text("name").slice(0, 120),
    zone: text("zone"),
    country: countries.find((code) => code === country) ?? "SE",
    language: isLanguage(language) ? language : "sv",
  };
  const known = isZone(input.zone);
  return {
    input,
    faults: [...(input.name === "" ? (["nameMissing"] as const) : []), ...(known ? [] : (["zoneUnknown"] as const))],
  };
}

/** Codes of a company's languages, the one that was chosen first. */
export function languagesFrom(first: Language): readonly Language[] {
  return [first, ...languages.filter((language) => language !== first)];
}
