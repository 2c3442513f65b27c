/** So long may a word be without a place to break it, in letters. */
const longest = 14;
const vowel = "aeiouyåäöéü";
const consonant = "bcdfghjklmnpqrstvwxz";
/** Between two consonants that vowels stand around: no syllable begins or ends elsewhere more rarely. */
const place = new RegExp(`(?<=[${vowel}][${consonant}]{1,2})(?=[${consonant}][${vowel}])`, "giu");
/** At least so many letters stand before and after a hyphen. */
const apart = 3;

/**
 * Text whose long words can be broken with a hyphen where a column is narrow: browsers know few languages' hyphenation,
 * and else break a word anywhere without one. The hyphens are soft (U+00AD): seen only where a word is broken.
 */
export function softHyphens(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length <= longest) return word;
    return word.replace(place, (_, at: number) => (at >= apart && word.length - at >= apart ? "\u00ad" : ""));
  });
}
