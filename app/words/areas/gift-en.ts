import type { sv } from "./gift-sv";

const questions = (n: number) => (n === 1 ? "one question" : `${n} questions`);

/** Bringing questions in, in English. */
export const en: typeof sv = {
  title: "Bring in questions",
  lead: "Paste questions in the format GIFT, which Moodle and many others can save. First you see what becomes of them. Nothing is added until you say so.",
  gift: "The questions",
  giftHint: "An empty line between questions. At most 150,000 characters and 200 questions at a time.",
  file: "Or read them from a file",
  fileRead: (name: string) => `${name} has been read in above.`,
  fileLarge: "The file is too large. Split it, and take one part at a time.",
  name: "What the questions are called",
  nameHint:
    "Becomes the name of the file in the question bank. For a translation: the name it has in the other language.",
  language: "Language",
  try: "Show what becomes of them",
  add: (n: number) => `Add ${questions(n)} to the draft`,
  notTaken: "Something has to be put right.",
  triedTitle: (carried: number, left: number) =>
    left === 0
      ? `Everything comes along: ${questions(carried)}.`
      : `This makes ${questions(carried)}. ${left === 1 ? "One thing does" : `${left} things do`} not come along.`,
  carriedTitle: (n: number) => `This becomes ${questions(n)}`,
  leftTitle: (n: number) => (n === 1 ? "One thing does not come along" : `${n} things do not come along`),
  line: (line: number, column: number | null) =>
    column === null ? `Line ${line}` : `Line ${line}, character ${column}`,
  kinds: {
    one: (n: number) => `One right answer of ${n}`,
    many: (n: number) => `Several right answers of ${n}`,
    order: (n: number) => `Put ${n} in order`,
    text: (n: number) => (n === 1 ? "Write the answer" : `Write the answer, ${n} are listed`),
  },
  notes: {
    "all-or-nothing": "Counts as right when all the right ones are chosen. There is no partial credit here.",
    comma: "The number is taken with a point and with a comma.",
    "catch-all": "The comment on all other answers does not come along.",
  },
  reasons: {
    syntax:
      "Cannot be read. Look at the braces, and that the signs ~ = # { } : have a \\ before them where they are only signs.",
    category: "A category. Questions are arranged in files here.",
    description: "A text without a question. Write it in the lesson instead.",
    essay: "A free answer cannot be graded. Use Reflect in the lesson.",
    matching: "There is no matching here. Make a question of each pair, or one of order.",
    "numerical-range": "A number within limits cannot be graded here. Ask for an exact number, or give choices.",
    "partial-weights": "There is no partial credit here. Decide which answers are right.",
    "several-right":
      "Several answers are wholly right by themselves. Leave one right, or give each a part of the credit.",
    "no-right-answer": "No answer is right.",
    wildcard: "Answers with * for anything cannot be graded here. Write the answers out.",
    "same-choices": "Two answers say the same.",
    "too-few-choices": "A question needs at least two answers to choose from.",
    "no-question": "Nothing is asked.",
    picture: "A picture belongs to it. Add the picture to the module and write the question here.",
    "too-long": "Too long. Shorten the question or its answers.",
    "too-many": "More than a file holds. Take the rest in another file.",
    refused: "The question cannot be rewritten safely. Write it here instead.",
  },
  faults: {
    "title-missing": "Write what the questions are called, with at least one letter or digit.",
    "title-taken": "There are questions by that name in that language already. Choose another.",
    "not-a-translation":
      "There are questions by that name in another language, and these are not the same. Choose another name.",
    "no-more-files": "The module has as many files as it can. Take one out first.",
    "language-unknown": "Choose one of the company's languages.",
    "gift-missing": "Paste at least one question.",
    "gift-long": "This is too much at a time. Split it.",
    "gift-slow":
      "Reading the questions took too long, and was stopped. Paste fewer at a time, to find the one that it stops at.",
    "nothing-carried": "None of the questions can come along. Why stands below.",
  },
  limits: {
    title: "What cannot come along",
    text: "Matching, numbers within limits, free answers, partial credit and pictures. Each question that is left is named with its line, so that you can rewrite it.",
  },
  answers: { yes: "True", no: "False" },
};
