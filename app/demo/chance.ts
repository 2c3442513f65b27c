/** The demonstration's only source of chance: everything it decides is a function of a seed and of what is decided. */
import { ulid } from "ulid";

/** What a decision is about: the same words give the same answer, whatever was decided before. */
export type About = readonly (string | number)[];

export interface Chance {
  /** A number from 0 up to 1. */
  share(...about: About): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number, ...about: About): number;
  /** One of some items. */
  pick<T>(items: readonly T[], ...about: About): T;
  /** The items in an order of their own. */
  shuffled<T>(items: readonly T[], ...about: About): T[];
}

/** FNV-1a over UTF-16 code units, mixed so that texts that differ by one letter have nothing in common. */
function hashed(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

export function createChance(seed: string): Chance {
  const share = (...about: About) => hashed(`${seed}\n${about.join("\n")}`) / 2 ** 32;
  return {
    share,
    whole: (low, high, ...about) => low + Math.floor(share(...about) * (high - low + 1)),
    pick<T>(items: readonly T[], ...about: About): T {
      const item = items[Math.floor(share(...about) * items.length)];
      if (item === undefined) throw new RangeError("There is nothing to pick from");
      return item;
    },
    shuffled: (items, ...about) =>
      items
        .map((item, at) => ({ item, order: share(...about, at) }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
}

/** Makes the id of something that is recorded at an instant. */
export type NewId = (at: Date) => string;

/** ULIDs whose time is the simulated instant and whose random part comes from the seed and their number. */
export function createIds(seed: string): NewId {
  let made = 0;
  return (at) => {
    made += 1;
    let drawn = 0;
    return ulid(at.getTime(), () => {
      drawn += 1;
      return hashed(`${seed}\nid\n${made}\n${drawn}`) / 2 ** 32;
    });
  };
}
