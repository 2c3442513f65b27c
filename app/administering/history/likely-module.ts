/** Which module a name of another system probably means. */
import { folded } from "#app/domain/folded";

export interface KnownModule {
  readonly id: string;
  /** Its titles and short titles in every language. */
  readonly names: readonly string[];
}

/** Words that say nothing of what a course is about. */
const empty = new Set([
  "kurs",
  "kursen",
  "utbildning",
  "course",
  "training",
  "modul",
  "module",
  "i",
  "och",
  "and",
  "in",
  "for",
  "the",
  "av",
  "en",
  "om",
  "repetition",
  "2020",
  "2021",
  "2022",
  "2023",
  "2024",
  "2025",
  "2026",
]);

function plain(text: string): string {
  return folded(text.replaceAll("\u00ad", ""))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Pairs of letters of the words that matter. */
function pairs(text: string): Map<string, number> {
  const words = plain(text).split(" ");
  const telling = words.filter((word) => !empty.has(word));
  const found = new Map<string, number>();
  for (const word of telling.length > 0 ? telling : words) {
    const padded = ` ${word} `;
    for (let at = 0; at + 1 < padded.length; at += 1) {
      const pair = padded.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
  }
  return found;
}

/** Dice's coefficient over pairs of letters: 0 (nothing alike) to 1 (the same letters in a row). */
function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [pair, n] of a) {
    shared += Math.min(n, b.get(pair) ?? 0);
    all += n;
  }
  for (const n of b.values()) all += n;
  return all === 0 ? 0 : (2 * shared) / all;
}

const likeEnough = 0.6;

/**
 * The module that a name means: by its id or its very name, or else the most alike, if it is alike enough and no other
 * is nearly as alike. Null: nobody can tell but a person.
 */
export function likelyModule(name: string, modules: readonly KnownModule[]): { id: string; isSure: boolean } | null {
  const wanted = plain(name);
  const same = modules.find(
    (module) => plain(module.id) === wanted || module.names.some((own) => plain(own) === wanted),
  );
  if (same) return { id: same.id, isSure: true };
  const own = pairs(name);
  const ranked = modules
    .map((module) => ({
      id: module.id,
      like: Math.max(...[...module.names, module.id].map((other) => likeness(own, pairs(other)))),
    }))
    .sort((a, b) => b.like - a.like);
  const [first, second] = ranked;
  if (!first || first.like < likeEnough || (second && second.like > first.like - 0.1)) return null;
  return { id: first.id, isSure: false };
}
