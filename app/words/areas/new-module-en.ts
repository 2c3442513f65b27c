import type { sv } from "./new-module-sv";

/** Beginning a module, in English. */
export const en: typeof sv = {
  title: "New module",
  lead: "Choose something to begin from. What is to be written stands in brackets, and nobody sees anything until you publish.",
  notTaken: "Something has to be put right before the module can begin.",
  template: "Begin from",
  templates: {
    procedure: {
      name: "A procedure",
      text: "Something that is done the same way each time: the steps, the mistake that must not happen, and what to do when it is not as usual.",
    },
    policy: {
      name: "A policy to confirm",
      text: "Rules that everybody reads and confirms, with a situation in which they are not obvious.",
    },
    product: {
      name: "Product knowledge",
      text: "What customers ask, with answers that can be shown and an honest word on what the product cannot do.",
    },
    scenario: {
      name: "A scenario",
      text: "One situation, followed from its first minute to afterwards, with a choice at each stage.",
    },
    empty: { name: "An empty lesson", text: "When you know already what it should look like." },
  },
  titles: "The module's title",
  inLanguage: (language: string, optional: boolean) => `In ${language}${optional ? " (can wait)" : ""}`,
  id: "The module's id",
  idHint: (made: string) =>
    `Stands in addresses and never changes. Left empty it will be ${made === "" ? "the title's, in a to z and hyphens" : made}.`,
  course: "Course",
  newCourse: "A new course",
  aboutNewCourse: "About the new course",
  courseTitles: "The course's title",
  courseOwner: "You are named as the one who answers for the course.",
  submit: "Begin writing",
  after:
    "When the module comes back, and that it is to be reviewed in a year, is filled in already. You can change both in the settings.",
  faults: {
    "title-missing": "Write what the module is called.",
    "title-long": "Use at most 200 characters.",
    "course-title-missing": "Write what the course is called.",
    "course-unknown": "Choose a course from the list.",
    "id-form": "Use lower-case letters a to z, digits and hyphens, at most 64 characters.",
    "id-taken": "There is a module with that id already. Choose another.",
    "id-missing": "The title has no letters a to z. Write an id.",
    "no-email":
      "Whoever answers for a course needs an e-mail address, and you have none in Repris. Ask whoever keeps the personal records to enter it.",
  },
};
