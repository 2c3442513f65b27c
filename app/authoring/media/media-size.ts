import type { Formats } from "#app/words/format";

interface SizeWords {
  readonly bytes: (n: string) => string;
  readonly kilobytes: (n: string) => string;
  readonly megabytes: (n: string) => string;
}

/** How large a file is, in words. */
export function fileSize(bytes: number, words: SizeWords, format: Formats): string {
  if (bytes < 1000) return words.bytes(format.number(bytes));
  if (bytes < 1_000_000) return words.kilobytes(format.number(Math.round(bytes / 1000)));
  return words.megabytes(format.number(Math.round(bytes / 100_000) / 10));
}
