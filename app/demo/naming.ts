/** Gives everybody a name of their own, and an address made of it. */
import type { Chance } from "./chance";
import { origins } from "./names";

export interface Name {
  readonly given: string;
  readonly family: string;
}

const total = origins.reduce((sum, origin) => sum + origin.weight, 0);

/** Makes names, each once; those already taken are never made. */
export function createNaming(chance: Chance, taken: Iterable<Name>): (key: string) => Name {
  const used = new Set<string>();
  for (const name of taken) used.add(`${name.given} ${name.family}`);
  return (key) => {
    for (let attempt = 0; ; attempt += 1) {
      let left = chance.share("origin", key, attempt) * total;
      const origin = origins.find(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      if (!origin) continue;
      // Some have one parent from here and one from elsewhere.
      const home = origins[0];
      const mixed = home !== undefined && chance.share("mixed", key, attempt) < 0.08;
      const name = {
        given: chance.pick((mixed ? home : origin).given, "given", key, attempt),
        family: chance.pick(origin.family, "family", key, attempt),
      };
      const full = `${name.given} ${name.family}`;
      if (used.has(full)) continue;
      used.add(full);
      return name;
    }
  };
}

/** Letters that are not a Latin letter with an accent. */
const plain: Readonly<Record<string, string>> = { ł: "l", ı: "i", ø: "o", æ: "ae", đ: "d", ß: "ss" };

/** A name as the part before the @ of an address. */
export function localPart(name: Name): string {
  const part = (text: string) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[łıøæđß]/gu, (letter) => plain[letter] ?? "")
      .replace(/[^a-z-]/g, "");
  return `${part(name.given)}.${part(name.family)}`;
}
