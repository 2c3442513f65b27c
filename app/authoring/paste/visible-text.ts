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
