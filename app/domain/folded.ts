/** Letters that no accent makes of another, as people without them on their keyboard write them. */
const written: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** A text as it is searched by: lower case, without accents. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łđøæœßðþı]/g, (letter) => written[letter] ?? letter);
}

/** After z, in the order of the Swedish alphabet. */
const last: Readonly<Record<string, string>> = { å: "~a", ä: "~b", æ: "~b", ö: "~c", ø: "~c" };

/**
 * A text as names are sorted by, character by character: as the Swedish alphabet has it, in which å, ä and ö are letters
 * of their own after z, and other accents make no difference.
 */
export function sortedBy(text: string): string {
  return [...text.normalize("NFC").toLowerCase()].map((letter) => last[letter] ?? folded(letter)).join("");
}
