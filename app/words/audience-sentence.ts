/**
 * Whom a requirement is for, in a sentence. A group of people is named by what they are ("alla chefer"), then where
 * ("i Malmö"), then what else holds of them ("som ansvarar för Kassan"), and at last who is left out ("utom inhyrda").
 */
import type { AudiencePhrases } from "./areas/audience";
import {
  type Not,
  opposite,
  type Part,
  type Simple,
  simplified,
  type ToldAudience,
  type ToldCondition,
} from "./audience-told";
import type { Formats } from "./format";
import { type Language, locales } from "./language";
import { capitalised } from "./numerals";

/** Names by id. An id without a name stands for itself. */
export interface AudienceNames {
  readonly departments: Readonly<Record<string, string>>;
  readonly sites: Readonly<Record<string, string>>;
  readonly entities: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly responsibilities: Readonly<Record<string, string>>;
}

export interface AudienceTelling {
  readonly language: Language;
  readonly phrases: AudiencePhrases;
  readonly format: Formats;
  readonly names: AudienceNames;
}

/** So many names are listed; of the rest, only their number is told. */
const mostNames = 8;

/** `Alla i Butik med det som ligger under, utom inhyrda.` */
export function audienceSentence(audience: ToldAudience, telling: AudienceTelling): string {
  return `${capitalised(audiencePhrase(audience, telling))}.`;
}

/** The same within another sentence: `alla i Butik med det som ligger under, utom inhyrda`. */
export function audiencePhrase(audience: ToldAudience, telling: AudienceTelling): string {
  return new Teller(telling).people(simplified(audience), "all").text;
}

/** The name of a country in a language; the code where nobody knows it. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(locales[language], { type: "region" }).of(code) ?? code;
}

/** Some people, as a part of a sentence; with commas in it, it has to be kept apart from what follows. */
interface Said {
  readonly text: string;
  readonly hasCommas: boolean;
}

function said(text: string): Said {
  return { text, hasCommas: text.includes(",") };
}

type Listing = (names: readonly string[]) => string;

class Teller {
  readonly #telling: AudienceTelling;
  readonly #phrases: AudiencePhrases;

  constructor(telling: AudienceTelling) {
    this.#telling = telling;
    this.#phrases = telling.phrases;
  }

  /** Some people, all of them or only `those`: as what is left out of others. */
  people(audience: Simple, which: "all" | "those"): Said {
    const says = this.#phrases;
    if (audience === "everyone") return said(says.everyone);
    if (audience === "nobody") return said(says.nobody);
    if ("any" in audience) return this.#several(audience.any.map((part) => this.people(part, which)));
    return said(this.#group("all" in audience ? audience.all : [audience], which));
  }

  /** Groups of people one after another. */
  #several(groups: readonly Said[]): Said {
    const texts = groups.map(({ text }) => text);
    if (groups.every(({ hasCommas }) => !hasCommas)) return said(this.#phrases.and(texts));
    const word = this.#phrases.andWord;
    if (texts.length === 2) return said(texts.join(`, ${word} `));
    return said(`${texts.slice(0, -1).join("; ")}; ${word} ${texts.at(-1)}`);
  }

  /** People of whom everything in `parts` holds. */
  #group(parts: readonly Part[], which: "all" | "those"): string {
    const says = this.#phrases;
    const rest = parts.filter((part): part is Exclude<Part, Not> => !("not" in part));
    const noun = take(rest, "role") ?? take(rest, "employment");
    const place = take(rest, "department") ?? take(rest, "site") ?? take(rest, "country");
    const does = rest.map((part) => this.#does(part, 0));
    const others = parts.filter((part): part is Not => "not" in part).map(({ not }) => this.#leftOut(not));
    if (parts.length === others.length && which === "all") return says.everyoneBut(says.and(others));
    const who = noun ? this.#nouns(noun, says.and) : null;
    const everyone = does.length > 0 ? says.everyoneWho : says.everyone;
    const named = which === "all" ? (who === null ? everyone : says.all(who)) : (who ?? says.those);
    const described = [named, place ? this.#where(place) : "", does.length > 0 ? says.who(says.and(does)) : ""]
      .filter((text) => text !== "")
      .join(" ");
    return others.length === 0 ? described : `${described}, ${says.but(says.and(others))}`;
  }

  #leftOut(part: Not["not"]): string {
    const { text, hasCommas } = this.people(part, "those");
    return hasCommas ? `(${text})` : text;
  }

  #listed(names: readonly string[], list: Listing): string {
    if (names.length <= mostNames + 1) return list(names);
    return list([...names.slice(0, mostNames), this.#phrases.more(names.length - mostNames)]);
  }

  #nouns(condition: ToldCondition, list: Listing): string {
    const { roles, employments } = this.#phrases;
    if ("role" in condition)
      return this.#listed(
        condition.role.map((role) => roles[role]),
        list,
      );
    if ("employment" in condition)
      return this.#listed(
        condition.employment.map((kind) => employments[kind]),
        list,
      );
    return "";
  }

  #where(condition: ToldCondition): string {
    const says = this.#phrases;
    if ("department" in condition) {
      return says.inDepartments(this.#namesOf(condition, says.and), condition.below !== false);
    }
    return says.inPlaces(this.#namesOf(condition, says.and));
  }

  #namesOf(condition: ToldCondition, list: Listing): string {
    const { names, language } = this.#telling;
    const by = (ids: readonly string[], known: Readonly<Record<string, string>>) =>
      this.#listed(
        ids.map((id) => known[id] ?? id),
        list,
      );
    if ("department" in condition) return by(condition.department, names.departments);
    if ("site" in condition) return by(condition.site, names.sites);
    if ("entity" in condition) return by(condition.entity, names.entities);
    if ("manager" in condition) return by(condition.manager, names.people);
    if ("responsibility" in condition) return by(condition.responsibility, names.responsibilities);
    if ("country" in condition) {
      return this.#listed(
        condition.country.map((code) => countryName(code, language)),
        list,
      );
    }
    return "title" in condition ? this.#listed(condition.title, list) : "";
  }

  /** What people do of whom something holds: what follows "who". */
  #does(part: Part, depth: number): string {
    const says = this.#phrases;
    if ("not" in part) {
      const { not } = part;
      return "all" in not || "any" in not ? this.#does(opposite(not), depth) : says.not(this.#meets(not));
    }
    if (!("all" in part) && !("any" in part)) return this.#meets(part);
    const isAll = "all" in part;
    const texts = (isAll ? part.all : part.any).map((each) => this.#does(each, depth + 1));
    const text = isAll ? says.both(texts) : says.either(texts);
    return depth > 0 ? `(${text})` : text;
  }

  #meets(condition: ToldCondition): string {
    const { does, or } = this.#phrases;
    const names = this.#namesOf(condition, or);
    if ("department" in condition) return does.department(names, condition.below !== false);
    if ("role" in condition || "employment" in condition) return does.are(this.#nouns(condition, or));
    if ("title" in condition) return does.title(names);
    if ("site" in condition || "country" in condition) return does.place(names);
    if ("entity" in condition) return does.entity(names);
    if ("manager" in condition) return does.manager(names);
    if ("responsibility" in condition) return does.responsibility(names, condition.deputies === true);
    return this.#employed(condition.employed);
  }

  #employed({ from, until }: { readonly from?: string; readonly until?: string }): string {
    const { does } = this.#phrases;
    const day = (date: string) => this.#telling.format.dayAndMonth(date, "0001-01-01");
    if (from !== undefined && until !== undefined) {
      return from === until ? does.employedOn(day(from)) : does.employedBetween(day(from), day(until));
    }
    if (from !== undefined) return does.employedFrom(day(from));
    return until === undefined ? does.employed : does.employedUntil(day(until));
  }
}

/** Takes the first condition of a kind out of a list. */
function take(parts: Part[], kind: "role" | "employment" | "department" | "site" | "country"): ToldCondition | null {
  const place = parts.findIndex((part) => kind in part);
  if (place < 0) return null;
  const [found] = parts.splice(place, 1);
  return found === undefined || "all" in found || "any" in found || "not" in found ? null : found;
}

/** What holds of one person, of what a rule asks: `hör till Butik och är chef`. */
export function groundsPhrase(
  grounds: readonly ToldCondition[],
  { phrases, names, language, format }: AudienceTelling,
): string {
  const { because } = phrases;
  const named = (ids: readonly string[], known: Readonly<Record<string, string>>) =>
    phrases.and(ids.map((id) => known[id] ?? id));
  const texts = grounds.map((ground) => {
    if ("department" in ground) return because.department(named(ground.department, names.departments));
    if ("role" in ground) return phrases.and(ground.role.map((role) => because.roles[role]));
    if ("employment" in ground) return phrases.and(ground.employment.map((kind) => because.employments[kind]));
    if ("title" in ground) return because.title(phrases.and(ground.title));
    if ("site" in ground) return because.place(named(ground.site, names.sites));
    if ("country" in ground)
      return because.place(phrases.and(ground.country.map((code) => countryName(code, language))));
    if ("entity" in ground) return because.entity(named(ground.entity, names.entities));
    if ("manager" in ground) return because.manager(named(ground.manager, names.people));
    if ("responsibility" in ground) {
      const responsibilities = named(ground.responsibility, names.responsibilities);
      return ground.deputies === true ? because.standsIn(responsibilities) : because.responsibility(responsibilities);
    }
    return because.employed(format.dayAndMonth(ground.employed.from ?? "", "0001-01-01"));
  });
  return texts.length === 0 ? because.everyone : phrases.and([...new Set(texts)]);
}
