/** Whom a requirement is for, in English: parts that `audience-sentence.ts` puts together. */
import type { sv } from "./audience-sv";

const and = (items: readonly string[]) => joined(items, "and");
const or = (items: readonly string[]) => joined(items, "or");

function joined(items: readonly string[], word: string): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** The negation of what several people do; of the verbs below, those that begin with a form of "to be" go without "do". */
function negated(does: string): string {
  const being = /^(are|were) /.exec(does)?.[0];
  return being === undefined ? `do not ${does}` : `${being}not ${does.slice(being.length)}`;
}

export const en: typeof sv = {
  everyone: "everyone",
  everyoneWho: "all",
  nobody: "nobody",
  those: "those",
  all: (noun) => `all ${noun}`,
  everyoneBut: (others) => `everyone except ${others}`,
  who: (does) => `who ${does}`,
  but: (others) => `except ${others}`,
  not: negated,
  and,
  or,
  either: (items) => `either ${or(items)}`,
  both: (items) => (items.length === 2 ? `both ${and(items)}` : and(items)),
  andWord: "and",
  more: (count) => `${count} more`,
  roles: {
    manager: "managers",
    trainer: "trainers",
    hr: "HR staff",
    administrator: "administrators",
    auditor: "auditors",
  },
  employments: { employee: "permanent staff", temporary: "temporary staff", contractor: "contractors" },
  inDepartments: (names, below) => (below ? `in ${names} with what lies under it` : `directly in ${names}`),
  inPlaces: (names) => `in ${names}`,
  does: {
    department: (names, below) =>
      below ? `belong to ${names} with what lies under it` : `belong directly to ${names}`,
    are: (nouns) => `are ${nouns}`,
    title: (names) => `work as ${names}`,
    place: (names) => `work in ${names}`,
    entity: (names) => `are employed by ${names}`,
    employed: "are employed",
    employedFrom: (day) => `were employed on ${day} or later`,
    employedUntil: (day) => `were employed on ${day} or earlier`,
    employedBetween: (from, until) => `were employed between ${from} and ${until}`,
    employedOn: (day) => `were employed on ${day}`,
    manager: (names) => `have ${names} as their manager`,
    responsibility: (names, deputies) => (deputies ? `answer for or stand in for ${names}` : `answer for ${names}`),
  },
  because: {
    everyone: "works here",
    roles: {
      manager: "is a manager",
      trainer: "is a trainer",
      hr: "works in HR",
      administrator: "is an administrator",
      auditor: "is an auditor",
    },
    employments: {
      employee: "is permanent staff",
      temporary: "is temporary staff",
      contractor: "is a contractor",
    },
    department: (name) => `belongs to ${name}`,
    title: (name) => `works as ${name}`,
    place: (name) => `works in ${name}`,
    entity: (name) => `is employed by ${name}`,
    employed: (day) => `was employed on ${day}`,
    manager: (name) => `has ${name} as their manager`,
    responsibility: (name) => `answers for ${name}`,
    standsIn: (name) => `stands in for ${name}`,
  },
};
