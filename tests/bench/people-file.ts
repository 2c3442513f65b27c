/** A file of people, as a personnel system of a large company would export it. */
import { chanceFrom } from "#tests/support/company";

const given = ["Anna", "Erik", "Åsa", "Lars", "Maria", "Örjan", "Sara", "Nils", "Ebba", "Ali", "Fatima", "Li"];
const family = ["Andersson", "Berg", "Öberg", "Lund", "Nguyen", "Svensson", "Ek", "Håkansson", "Haddad", "Wallin"];
const titles = ["Säljare", "Butikschef", "Handläggare", "Tekniker", "Kundtjänstmedarbetare"];

/** Where the people of the file work. */
export interface FilePlaces {
  readonly departments: readonly string[];
  readonly sites: readonly string[];
}

/**
 * A file of so many people, semicolons between its cells. One in fifty leads those who follow, and reports to the first.
 *
 * @param moved in a hundred people have another department and title than with 0
 */
export function peopleFile(people: number, { departments, sites }: FilePlaces, moved = 0): string {
  const chance = chanceFrom(11);
  const of = <Item>(items: readonly Item[], place: number) => items[place % items.length] as Item;
  const lines = ["Anställningsnr;Förnamn;Efternamn;E-post;Avdelning;Befattning;Arbetsplats;Chef;Anställd från"];
  for (let place = 0; place < people; place += 1) {
    const number = 100_000 + place;
    const moves = moved > 0 && place % 100 < moved ? 1 : 0;
    const chief = place === 0 ? "" : place % 50 === 0 ? 100_000 : 100_000 + place - (place % 50);
    const day = `${2005 + (place % 20)}-${String(1 + (place % 12)).padStart(2, "0")}-${String(1 + (place % 28)).padStart(2, "0")}`;
    lines.push(
      [
        number,
        of(given, Math.floor(chance() * 97)),
        of(family, Math.floor(chance() * 89)),
        `p${number}@stor.example`,
        of(departments, place + moves),
        of(titles, Math.floor(place / 7) + moves),
        of(sites, place),
        chief,
        day,
      ].join(";"),
    );
  }
  return `${lines.join("\r\n")}\r\n`;
}
