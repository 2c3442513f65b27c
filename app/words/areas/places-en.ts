import { capitalised, englishNumeral } from "../numerals";
import type { sv } from "./places-sv";

/** Legal entities and sites, in English. */
export const en: typeof sv = {
  title: "Entities and sites",
  summary: (entities, sites) =>
    `${capitalised(englishNumeral(entities))} legal ${entities === 1 ? "entity" : "entities"} with ${englishNumeral(sites)} ${sites === 1 ? "site" : "sites"}.`,
  lead: "The time zone of a site says when a day begins and ends there. The country can be used in requirements.",
  noSites: "No sites yet.",
  people: (count) => (count === 1 ? "1 person" : `${count} people`),
  closed: (day) => `closed ${day}`,
  newEntity: "New legal entity",
  newSite: "New site",
  name: "Name",
  country: "Country",
  countryHint: "Two letters, such as SE or FI.",
  siteCountry: "Country, if another than the entity's",
  zone: "Time zone",
  zoneHint: "Such as Europe/Stockholm.",
  entity: "Legal entity",
  createEntity: "Add the entity",
  createSite: "Add the site",
  change: "Change",
  changeEntity: "Name and country",
  changeSite: "Name, entity, time zone and country",
  close: "Close",
  closeText: "Possible when nobody is or will be employed here. The history stays.",
  submitChange: "Save",
  submitClose: "Close",
  sites: "Sites",
  entitySentence: (sites) =>
    sites === 0
      ? "The entity has no open sites."
      : `The entity has ${englishNumeral(sites)} open ${sites === 1 ? "site" : "sites"}.`,
  siteSentence: (people, country, zone) =>
    `${people === 0 ? "Nobody works" : people === 1 ? "One person works" : `${capitalised(englishNumeral(people))} people work`} here, in ${country}, in the time zone ${zone}.`,
  isClosed: (day) => `Closed from ${day}.`,
  changeText:
    "If the site gets another time zone or country, days and requirements are worked out anew for those who work here. If it gets another entity, those who work here are employed by it from today.",
  holidays: "Holidays",
  holidaysNote: (count) => (count === 0 ? "none" : count === 1 ? "one day" : `${englishNumeral(count)} days`),
  years: "Year",
  noHolidays: (year) => `No holidays have been entered for ${year}.`,
  editHolidays: "Type or paste",
  days: "One day on each line",
  daysHint: (year) => `Date and name, such as ${year}-12-24 Christmas Eve. A line that is removed leaves the list.`,
  saveHolidays: "Save the days",
  copyHolidays: (year) => `Take over the days of ${year}`,
  copyText: "The dates become the same day of the month. Then correct the holidays that move, such as Easter.",
};
