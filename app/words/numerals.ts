/** Whole numbers in running text: words up to twelve, figures beyond. */

const swedish = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
const english = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `fyra`, `14`; one is `en` or `ett` by the gender of what is counted. */
export function swedishNumeral(count: number, gender: "common" | "neuter" = "common"): string {
  if (count === 1 && gender === "neuter") return "ett";
  return swedish[count] ?? new Intl.NumberFormat("sv-SE").format(count);
}

/** `four`, `14`. */
export function englishNumeral(count: number): string {
  return english[count] ?? new Intl.NumberFormat("en-GB").format(count);
}

/** The same beginning a sentence. */
export function capitalised(text: string): string {
  const [first = "", ...rest] = [...text];
  return first.toLocaleUpperCase("sv") + rest.join("");
}

export function swedishMinutes(minutes: number): string {
  return minutes === 1 ? "en minut" : `${swedishNumeral(minutes)} minuter`;
}

export function englishMinutes(minutes: number): string {
  return minutes === 1 ? "one minute" : `${englishNumeral(minutes)} minutes`;
}
