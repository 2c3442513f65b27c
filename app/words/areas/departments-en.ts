import { capitalised, englishNumeral } from "../numerals";
import type { sv } from "./departments-sv";

/** Departments, in English. */
export const en: typeof sv = {
  title: "Departments",
  summary: (departments, people) =>
    departments === 0
      ? "There are no departments yet. Create the first, and there is somewhere to belong."
      : `${capitalised(englishNumeral(departments))} ${departments === 1 ? "department" : "departments"} with ${englishNumeral(people)} people today.`,
  tree: "How they hang together",
  treeNote: "The number counts those underneath too.",
  inIt: (people) => (people === 1 ? "1 person" : `${people} people`),
  led: (names) => `Manager: ${names}`,
  noManager: "No manager",
  closed: (count) =>
    count === 1 ? "One closed department" : `${capitalised(englishNumeral(count))} closed departments`,
  closedOn: (day) => `closed ${day}`,
  mergedInto: (name) => `merged into ${name}`,
  create: "New department",
  nameSv: "Name in Swedish",
  nameEn: "Name in English",
  under: "Lies under",
  top: "None, it stands at the top",
  submitCreate: "Create the department",
  one: {
    sentence: (people, children) =>
      `${people === 0 ? "Nobody belongs" : people === 1 ? "One person belongs" : `${capitalised(englishNumeral(people))} people belong`} here today${children === 0 ? "" : children === 1 ? ", with one department underneath" : `, with ${englishNumeral(children)} departments underneath`}.`,
    closed: (day) => `The department is closed from ${day}.`,
    closedInto: (day, name) => `The department was merged into ${name} from ${day}.`,
    merging: (left, name) =>
      left === 0 ? `Being merged into ${name}. Nearly done.` : `Being merged into ${name}. ${left} left to move.`,
    mergingText: "You can leave the page. The work goes on, and here you see when it is done.",
    refresh: "Refresh",
    people: "Show the people",
    managers: "Managers",
    noManagers: "Nobody manages it. Whoever manages a department above it sees it all the same.",
    children: "Departments underneath",
    noChildren: "No departments lie under this one.",
    change: "Change",
    rename: "Rename",
    submitRename: "Rename",
    move: "Move",
    moveText:
      "Everything underneath comes along. The figures of the overview follow the new place, also back in time. Requirements hold where the department stood on each day.",
    moveTo: "New place",
    submitMove: "Move the department",
    merge: "Merge into another",
    mergeText: (people, children) =>
      `${people === 0 ? "Nobody" : people === 1 ? "One person" : `${capitalised(englishNumeral(people))} people`} and ${children === 0 ? "no department" : children === 1 ? "one department" : `${englishNumeral(children)} departments`} will be moved. This department is then closed, and roles of managers over it end the day before.`,
    mergeRequired: (modules) => `Requirements that name this very department do not come along: ${modules}.`,
    mergeInto: "Becomes part of",
    submitMerge: "Merge",
    close: "Close",
    closeText: "Possible when nobody is or will be here and no open department lies under it. The history stays.",
    submitClose: "Close the department",
  },
};
