import { capitalised, swedishNumeral } from "../numerals";

/** Departments, in Swedish. */
export const sv = {
  title: "Avdelningar",
  summary: (departments: number, people: number) =>
    departments === 0
      ? "Här finns inga avdelningar än. Skapa den första, så finns det någonstans att höra hemma."
      : `${capitalised(swedishNumeral(departments))} ${departments === 1 ? "avdelning" : "avdelningar"} med ${swedishNumeral(people)} medarbetare i dag.`,
  tree: "Så hänger de ihop",
  treeNote: "Antalet räknar också dem som ligger under.",
  inIt: (people: number) => (people === 1 ? "1 medarbetare" : `${people} medarbetare`),
  led: (names: string) => `Chef: ${names}`,
  noManager: "Ingen chef",
  closed: (count: number) =>
    count === 1 ? "En avslutad avdelning" : `${capitalised(swedishNumeral(count))} avslutade avdelningar`,
  closedOn: (day: string) => `avslutad ${day}`,
  mergedInto: (name: string) => `slogs ihop med ${name}`,
  create: "Ny avdelning",
  nameSv: "Namn på svenska",
  nameEn: "Namn på engelska",
  under: "Ligger under",
  top: "Ingen, den står överst",
  submitCreate: "Skapa avdelningen",
  one: {
    sentence: (people: number, children: number) =>
      `${people === 0 ? "Ingen" : capitalised(swedishNumeral(people))} ${people === 1 ? "medarbetare hör" : people === 0 ? "hör" : "medarbetare hör"} hit i dag${children === 0 ? "" : children === 1 ? ", och en avdelning finns under" : `, med ${swedishNumeral(children)} avdelningar under`}.`,
    closed: (day: string) => `Avdelningen är avslutad från ${day}.`,
    closedInto: (day: string, name: string) => `Avdelningen slogs ihop med ${name} från ${day}.`,
    merging: (left: number, name: string) =>
      left === 0 ? `Slås ihop med ${name}. Snart klart.` : `Slås ihop med ${name}. ${left} kvar att flytta.`,
    mergingText: "Du kan lämna sidan. Arbetet fortsätter, och här ser du när det är klart.",
    refresh: "Uppdatera",
    people: "Visa medarbetarna",
    managers: "Chefer",
    noManagers: "Ingen är chef för den. Chefer för avdelningar ovanför ser den ändå.",
    children: "Avdelningar under",
    noChildren: "Inga avdelningar ligger under den här.",
    change: "Ändra",
    rename: "Byt namn",
    submitRename: "Byt namn",
    move: "Flytta",
    moveText:
      "Allt som ligger under följer med. Siffrorna i Läget följer den nya platsen, också bakåt i tiden. Kraven gäller där avdelningen stod varje dag.",
    moveTo: "Ny plats",
    submitMove: "Flytta avdelningen",
    merge: "Slå ihop med en annan",
    mergeText: (people: number, children: number) =>
      `${people === 0 ? "Ingen medarbetare" : people === 1 ? "En medarbetare" : `${capitalised(swedishNumeral(people))} medarbetare`} och ${children === 0 ? "ingen avdelning" : children === 1 ? "en avdelning" : `${swedishNumeral(children)} avdelningar`} flyttas. Sedan är den här avdelningen avslutad, och chefsroller över den slutar dagen före.`,
    mergeRequired: (modules: string) => `Krav som nämner just den här avdelningen följer inte med: ${modules}.`,
    mergeInto: "Blir en del av",
    submitMerge: "Slå ihop",
    close: "Avsluta",
    closeText:
      "Det går när ingen är eller ska vara här, och ingen öppen avdelning ligger under. Historiken finns kvar.",
    submitClose: "Avsluta avdelningen",
  },
};
