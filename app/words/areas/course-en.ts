import type { sv } from "./course-sv";

/** A course in the studio, in English. */
export const en: typeof sv = {
  intro: "What stands here holds for the whole course, and shows as soon as it is saved.",
  saved: "Saved",
  changedMeanwhile: (now) =>
    `Somebody else has changed this since you opened the page. It now says: ${now}. Save again if yours is to hold.`,
  refused: "Something has to be put right before it can be saved.",
  words: "Name and owner",
  titleIn: (language) => `Title in ${language}`,
  summaryIn: (language) => `What the course is about, in ${language}`,
  owner: "Who answers for the course (e-mail)",
  ownerHint: (name) =>
    name === null
      ? "Stands on the course's pages, so that whoever wonders knows whom to ask. Nobody here has that address."
      : `${name}. Stands on the course's pages, so that whoever wonders knows whom to ask.`,
  save: "Save",
  board: "Reviewers",
  boardNote: "Those who are asked before anything in the course is published. Choose some from other departments too.",
  noBoard: "Nobody is chosen. Only others who write in the course can be asked.",
  notHere: "does not work here, is not asked",
  remove: "Remove",
  removeNamed: (name) => `Remove ${name} from the reviewers`,
  reviewer: "Add a reviewer (e-mail)",
  reviewerHint: "Whoever reviews reads and answers, but cannot change the text. No role is needed.",
  add: "Add",
  boardFaults: {
    form: "Write an e-mail address.",
    nobody: "Nobody who works here has that address.",
    "there-already": "That address is among the reviewers already.",
  },
  modules: "Modules",
  modulesNote: "In the order in which they are shown.",
  noModules: "The course has no modules yet.",
  up: (title) => `Move ${title} up`,
  down: (title) => `Move ${title} down`,
  archived: "The course is archived.",
  archive: "Archive the course",
  archiveText:
    "All modules of the course are archived. From tomorrow none of them is required, and they cannot be changed. What people did, and every version, stays.",
  submitArchive: "Archive the course with all its modules",
  archiveOpen:
    "The course cannot be archived while something in it is being changed. Publish or discard the drafts first:",
  restore: "Bring the course back",
  restoreText:
    "The course shows in the studio again. Its modules are brought back one by one, on the page that arranges their files.",
};
