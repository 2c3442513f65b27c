import { capitalised, swedishNumeral } from "../numerals";

/** Legal entities and sites, in Swedish. */
export const sv = {
  title: "Bolag och platser",
  summary: (entities: number, sites: number) =>
    `${capitalised(swedishNumeral(entities, "neuter"))} bolag med ${swedishNumeral(sites)} ${sites === 1 ? "plats" : "platser"}.`,
  lead: "Platsens tidszon avgör när en dag börjar och slutar. Landet går att använda i krav.",
  noSites: "Inga platser än.",
  people: (count: number) => (count === 1 ? "1 medarbetare" : `${count} medarbetare`),
  closed: (day: string) => `avslutad ${day}`,
  newEntity: "Nytt bolag",
  newSite: "Ny plats",
  name: "Namn",
  country: "Land",
  countryHint: "Två bokstäver, till exempel SE eller FI.",
  siteCountry: "Land, om ett annat än bolagets",
  zone: "Tidszon",
  zoneHint: "Till exempel Europe/Stockholm.",
  entity: "Bolag",
  createEntity: "Lägg till bolaget",
  createSite: "Lägg till platsen",
  change: "Ändra",
  changeEntity: "Namn och land",
  changeSite: "Namn, bolag, tidszon och land",
  close: "Avsluta",
  closeText: "Det går när ingen är eller ska vara anställd här. Historiken finns kvar.",
  submitChange: "Spara",
  submitClose: "Avsluta",
  sites: "Platser",
  entitySentence: (sites: number) =>
    sites === 0
      ? "Bolaget har inga öppna platser."
      : `Bolaget har ${swedishNumeral(sites)} ${sites === 1 ? "öppen plats" : "öppna platser"}.`,
  siteSentence: (people: number, country: string, zone: string) =>
    `${people === 0 ? "Ingen arbetar" : people === 1 ? "En medarbetare arbetar" : `${capitalised(swedishNumeral(people))} medarbetare arbetar`} här, i ${country}, med tidszonen ${zone}.`,
  isClosed: (day: string) => `Avslutad från ${day}.`,
  changeText:
    "Byter platsen tidszon eller land räknas dagarna och kraven om för dem som arbetar här. Byter den bolag följer de som arbetar här med, från i dag.",
  holidays: "Lediga dagar",
  holidaysNote: (count: number) => (count === 0 ? "inga" : count === 1 ? "en dag" : `${swedishNumeral(count)} dagar`),
  years: "År",
  noHolidays: (year: number) => `Inga lediga dagar är inlagda för ${year}.`,
  editHolidays: "Skriv eller klistra in",
  days: "En dag på varje rad",
  daysHint: (year: number) =>
    `Datum och namn, till exempel ${year}-12-24 Julafton. En rad som tas bort försvinner ur listan.`,
  saveHolidays: "Spara dagarna",
  copyHolidays: (year: number) => `Ta med dagarna från ${year}`,
  copyText: "Datumen blir samma dag i månaden. Rätta sedan de helger som flyttar sig, som påsk.",
};
