/** The codes that are printed on slips: how they are written and read. */

/** Characters that look like no other one, on paper and in any hand. */
const alphabet = "2346789CDFGHJKMNPQRTVWXY";
const codeLength = 8;
/** What somebody may read another character as: those on the left are in no code. */
const readAs: Readonly<Record<string, string>> = { B: "8", Z: "2", U: "V" };

/** Days that a code can be used for. */
export const codeDays = 14;

/**
 * A code, such as `K7MP-9RWX`: eight characters with at least one letter, so that no code is a PIN.
 *
 * @param below gives a whole number from 0 to below its argument, each as likely as the others
 */
export function makeCode(below: (limit: number) => number): string {
  for (;;) {
    const text = Array.from({ length: codeLength }, () => alphabet[below(alphabet.length)]).join("");
    if (/\D/.test(text)) return `${text.slice(0, 4)}-${text.slice(4)}`;
  }
}

/**
 * A typed code as it is written, whatever its capitals, spaces and dashes; null for what is no code at all.
 *
 * @returns in the form of `makeCode`
 */
export function readCode(typed: string): string | null {
  const text = [...typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, "")]
    .map((character) => readAs[character] ?? character)
    .join("");
  if (text.length !== codeLength || ![...text].every((character) => alphabet.includes(character))) return null;
  return /\D/.test(text) ? `${text.slice(0, 4)}-${text.slice(4)}` : null;
}
