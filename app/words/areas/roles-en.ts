import { capitalised, englishNumeral } from "../numerals";
import type { sv } from "./roles-sv";

/** Roles and responsibilities, in English. */
export const en: typeof sv = {
  title: "Roles and responsibilities",
  summary: (unled) =>
    unled === 0
      ? "Every department has a manager of its own."
      : `${capitalised(englishNumeral(unled))} ${unled === 1 ? "department has no manager of its" : "departments have no manager of their"} own. The manager above sees ${unled === 1 ? "it" : "them"} all the same.`,
  roles: "Roles",
  managers: "Managers by department",
  may: {
    manager: "sees their department and all under it",
    administrator: "looks after the company, roles and settings",
    hr: "looks after people, requirements and evidence, sees everybody",
    trainer: "is responsible for courses and holds sessions",
    auditor: "sees everything, changes nothing",
  },
  nobody: "Nobody",
  unled: "No manager of its own",
  give: "Give a role",
  person: "Who",
  role: "Role",
  department: "Department",
  departmentHint: "For managers. Everything underneath is included.",
  course: "Course",
  courseHint: "For trainers.",
  everyCourse: "All courses",
  deputy: "As a deputy",
  last: "Last day",
  lastHint: "Up to and including that day.",
  toHint: "Leave empty for until further notice.",
  submitGive: "Give from the day",
  since: (day) => `since ${day}`,
  until: (from, to) => `${from} to ${to}`,
  end: "End",
  endOf: (name) => `End for ${name}`,
  submitEnd: "Save the last day",
  responsibilities: "Responsibilities",
  responsibilitiesNote: "what somebody answers for, with or without a title",
  noResponsibilities:
    "No responsibilities have been entered. One may be the company's channels, a system or the crisis desk.",
  nobodyHolds: "Nobody holds it",
  change: "Change",
  changeOf: (name) => `Change ${name}`,
  newResponsibility: "New responsibility",
  createResponsibility: "Add the responsibility",
  nameSv: "Name in Swedish",
  nameEn: "Name in English",
  hold: "Give the responsibility",
  rename: "Rename",
  close: "Close",
  closeText: "Possible when nobody holds it.",
  submitClose: "Close the responsibility",
};
