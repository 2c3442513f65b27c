/** The parts of sentences that say whom a requirement is for; see `audience-sentence.ts`. */
import type { Language } from "../language";
import { en } from "./audience-en";
import { sv } from "./audience-sv";

export type AudiencePhrases = typeof sv;

export const audiencePhrases: Record<Language, AudiencePhrases> = { sv, en };
