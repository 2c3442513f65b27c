/** Text as people type it into fields: without what nobody sees, which comes along from other programs. */

/** Control characters, halves of characters, what is no character, and signs that turn the writing around. */
const controls = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Whether a text holds anything that no field keeps; tabs and line ends are not among it. */
export function hasControls(text: string): boolean {
  return text.search(controls) >= 0;
}

/**
 * What was typed where there is room for several lines, without white space at its ends; lines end in `\n`.
 *
 * @example typedText("One\u0000\r\n\r\ntwo ") // "One\n\ntwo"
 */
export function typedText(text: string): string {
  return text
    .replace(controls, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .trim();
}

/**
 * What was typed on one line, such as a title: white space is one space, and none at its ends. A space that keeps a
 * number with its unit stays what it is.
 *
 * @example typedLine(" Close\u0000 the\ttill ") // "Close the till"
 */
export function typedLine(text: string): string {
  return typedText(text).replace(/[^\S\u00a0\u202f]+/g, " ");
}
