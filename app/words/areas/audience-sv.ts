/** Whom a requirement is for, in Swedish: parts that `audience-sentence.ts` puts together. */

const and = (items: readonly string[]) => joined(items, "och");
const or = (items: readonly string[]) => joined(items, "eller");

function joined(items: readonly string[], word: string): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

export const sv = {
  everyone: "alla",
  /** Before "who". */
  everyoneWho: "alla",
  nobody: "ingen",
  those: "de",
  all: (noun: string) => `alla ${noun}`,
  everyoneBut: (others: string) => `alla utom ${others}`,
  who: (does: string) => `som ${does}`,
  but: (others: string) => `utom ${others}`,
  not: (does: string) => `inte ${does}`,
  and,
  or,
  either: (items: readonly string[]) => `antingen ${or(items)}`,
  both: (items: readonly string[]) => (items.length === 2 ? `både ${and(items)}` : and(items)),
  andWord: "och",
  more: (count: number) => `${count} till`,
  /** People by what they are. */
  roles: {
    manager: "chefer",
    trainer: "utbildare",
    hr: "HR-medarbetare",
    administrator: "administratörer",
    auditor: "revisorer",
  },
  employments: { employee: "fast anställda", temporary: "tillfälligt anställda", contractor: "inhyrda" },
  /** People by where they are. */
  inDepartments: (names: string, below: boolean) =>
    below ? `i ${names} med det som ligger under` : `direkt i ${names}`,
  inPlaces: (names: string) => `i ${names}`,
  /** What they do. */
  does: {
    department: (names: string, below: boolean) =>
      below ? `hör till ${names} med det som ligger under` : `hör direkt till ${names}`,
    are: (nouns: string) => `är ${nouns}`,
    title: (names: string) => `arbetar som ${names}`,
    place: (names: string) => `arbetar i ${names}`,
    entity: (names: string) => `är anställda av ${names}`,
    employed: "är anställda",
    employedFrom: (day: string) => `anställdes den ${day} eller senare`,
    employedUntil: (day: string) => `anställdes senast den ${day}`,
    employedBetween: (from: string, until: string) => `anställdes mellan den ${from} och den ${until}`,
    employedOn: (day: string) => `anställdes den ${day}`,
    manager: (names: string) => `har ${names} som chef`,
    responsibility: (names: string, deputies: boolean) =>
      deputies ? `ansvarar för eller är ersättare för ${names}` : `ansvarar för ${names}`,
  },
  /** Why one person is among them. */
  because: {
    everyone: "arbetar här",
    roles: {
      manager: "är chef",
      trainer: "är utbildare",
      hr: "är HR-medarbetare",
      administrator: "är administratör",
      auditor: "är revisor",
    },
    employments: { employee: "är fast anställd", temporary: "är tillfälligt anställd", contractor: "är inhyrd" },
    department: (name: string) => `hör till ${name}`,
    title: (name: string) => `arbetar som ${name}`,
    place: (name: string) => `arbetar i ${name}`,
    entity: (name: string) => `är anställd av ${name}`,
    employed: (day: string) => `anställdes den ${day}`,
    manager: (name: string) => `har ${name} som chef`,
    responsibility: (name: string) => `ansvarar för ${name}`,
    standsIn: (name: string) => `är ersättare för ${name}`,
  },
};
