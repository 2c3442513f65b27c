/** Control characters, halves of characters, and marks without width; not the one that joins the parts of an emoji. */
const invisible =
  /(?![\n\t])[\p{Cc}\p{Cs}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

/** Text without what nobody sees; a space that keeps a number with its unit stays what it is. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(invisible, "")
    .replace(/(?<!\d)\u00a0|\u00a0(?![\p{L}\d%])/gu, " ");
}

const longestWords = 60;

/** The first words of a text, by which somebody finds the place; null where it says nothing. */
export function firstWords(text: string): string | null {
  const words = visible(text.slice(0, 10_000)).split(/\s+/).filter(Boolean);
  let said = "";
  for (const word of words) {
    if (said.length + word.length >= longestWords) return said === "" ? word.slice(0, longestWords) : said;
    said = said === "" ? word : `${said} ${word}`;
  }
  return said === "" ? null : said;
}
