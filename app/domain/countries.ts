const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** Whether a text is a country code of ISO 3166-1 alpha-2, in capitals. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
}

/** Countries that a company can be in, ISO 3166-1 alpha-2: those of Europe, and a few more. */
export const countries = [
  "SE",
  "NO",
  "DK",
  "FI",
  "IS",
  "AT",
  "BE",
  "BG",
  "CA",
  "CH",
  "CY",
  "CZ",
  "DE",
  "EE",
  "ES",
  "FR",
  "GB",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SI",
  "SK",
  "UA",
  "US",
] as const;
