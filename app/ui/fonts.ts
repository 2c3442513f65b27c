import newsreader from "@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2?url";
import schibsted from "@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2?url";

/** The two files that every page needs first, for `<link rel="preload" as="font" crossOrigin="anonymous">`. */
export const preloadedFonts: readonly string[] = [newsreader, schibsted];
