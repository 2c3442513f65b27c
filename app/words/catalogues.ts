import { en } from "./en";
import type { Language } from "./language";
import { sv } from "./sv";
import type { Words } from "./words";

/** Every catalogue at once. For the server and tests: a browser loads only the one it reads (`loadWords`). */
export const catalogues: Record<Language, Words> = { sv, en };
