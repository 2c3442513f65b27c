import type { Language } from "./language";
import type { Words } from "./words";

/** Loads one catalogue as a chunk of its own, so that a reader never downloads the others. */
export async function loadWords(language: Language): Promise<Words> {
  return language === "sv" ? (await import("./sv")).sv : (await import("./en")).en;
}
