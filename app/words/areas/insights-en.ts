import { englishInterval, intervalOf } from "../interval";
import { capitalised, englishNumeral } from "../numerals";
import type { sv } from "./insights-sv";

const quoted = (text: string) => (/^["“”»]/.test(text) ? text : `“${text}”`);
const answers = (count: number, shown: string) => (count === 1 ? "1 answer" : `${shown} answers`);
const questions = (count: number) => `${englishNumeral(count)} ${count === 1 ? "question" : "questions"}`;
const span = (days: number) => (days < 21 ? (days === 1 ? "1 day" : `${days} days`) : `${Math.floor(days / 7)} weeks`);
const list = (parts: readonly string[]) =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** Insights in English. */
export const en: typeof sv = {
  title: "Insights",
  eyebrow: "Questions, memory, freshness",
  crumbs: "Where you are",
  filter: {
    label: "Choose a course or module",
    all: "All modules",
    wholeCourse: (course) => `All of ${course}`,
    show: "Show",
  },
  summary: {
    none: "Nobody has answered a question yet. The figures come once somebody has taken a module.",
    few: "Too few have answered so far for anything to be said about the questions.",
    well: "Nothing about the questions stands out.",
    doubtful: (count) =>
      count === 1
        ? "one question has an answer key or a choice that looks wrong"
        : `${questions(count)} have an answer key or a choice that looks wrong`,
    weak: (count) => `${questions(count)} ${count === 1 ? "does" : "do"} not tell those who know from those who do not`,
    tooHard: (count) => `${questions(count)} ${count === 1 ? "is" : "are"} too hard`,
    tooEasy: (count) => `${questions(count)} ${count === 1 ? "is" : "are"} too easy`,
    sentence: (parts) => `${capitalised(list(parts))}.`,
    forgotten: (title, day, every) => ({
      linked: `${title} is forgotten after ${span(day)}`,
      after: ` but asked ${englishInterval(intervalOf(every))}.`,
    }),
  },
  questions: {
    title: "Questions",
    tableLabel: "How the questions do",
    question: "Question",
    answers: "Answers",
    difficulty: "Difficulty",
    difficultyNote: "share right first time",
    discrimination: "Discrimination",
    discriminationNote: "do strong learners get it right?",
    wrong: "Most common wrong answer",
    verdict: "Verdict",
    good: "good range",
    inside: "inside",
    outside: "outside",
    ofAnswers: (share) => `${share} of answers`,
    none: "None",
    noFigure: "–",
    fewTitle: "Too few answers",
    few: (count, needed) => `${answers(count, String(count))} of the ${needed} it takes`,
    edit: "Open in the studio",
    editOf: (question) => `Open in the studio: ${question}`,
    shown: (from, to, total) => `${from}–${to} of ${total} questions`,
    pages: "Pages of questions",
    previous: "Previous",
    next: "Next",
    empty: "There are no questions here",
    emptyWhy: "The modules chosen have no questions yet.",
  },
  verdicts: {
    "too-few": "Too few answers",
    reversed: "Reversed: check the answer key",
    "misleading-choice": "A choice misleads",
    "tells-nobody-apart": "Weak: strong learners miss it too",
    "too-hard": "Too hard",
    "too-easy": "Too easy to tell anyone apart",
    unsure: "Outside, but too few answers to be sure",
    works: "Works",
  },
  mistakes: {
    chosen: (text) => quoted(text),
    missed: (text) => `Left out: ${quoted(text)}`,
    put: (text, step) => `${quoted(text)} as step ${step}`,
    "dont-know": "I don’t know",
    "other-words": "Other words",
  },
  formula: {
    summary: "How the figures are worked out",
    points: (few) => [
      [
        "Answers",
        `Only the first answer of each attempt counts, and only in attempts that are finished. “I don’t know” is an answer. When a question’s words change, counting begins anew. Below ${few} answers nothing is said.`,
      ],
      ["Difficulty", "The share of first answers that were right. The good range is 40 to 90 percent."],
      [
        "Discrimination",
        "How getting the question right goes with the share right of the attempt’s other questions (corrected point-biserial correlation, −1 to 1). From 0.20 on it tells those who know from those who do not. Near zero it says nothing, and below zero those who know the rest get it wrong more often.",
      ],
      [
        "Flags",
        "A question is flagged only when the 95% interval of a figure lies wholly outside the good range. So a figure can lie outside without a flag: then there are too few answers to be sure.",
      ],
      [
        "Misleads",
        "A wrong choice is made at least as often as the question is answered right, or those who make it do as well in the rest as those who were right.",
      ],
      ["Whose answers", "Nobody’s: there are only sums here, never people."],
    ],
    formula:
      "r = (mean(x·y) − mean(x)·mean(y)) ÷ (s(x)·s(y)), where x is 1 for right and 0 for wrong, y is the share right of the other questions, and s is the standard deviation.",
  },
  memory: {
    title: "How fast each module is forgotten",
    note: "share right on first try, by days since last time",
    curve: "smoothed",
    interval: "95% interval",
    goal: "dotted: the 80% goal",
    days: "d",
    day: (day) => `day ${day}`,
    head: (every, fixed, shown) => {
      const often = fixed ? "fixed days" : every === null ? "does not come back" : englishInterval(intervalOf(every));
      return `${often} · ${shown} answers`;
    },
    label: (title, verdict) => `${title}: ${verdict}`,
    verdict: {
      "too-few": "Too few refreshers for anything to be said.",
      unsure: (day) => `Below 80% at day ${day}, but the interval is wide. Wait for more answers.`,
      "too-early": (day) =>
        `Above 80% as long as anybody has waited, day ${day}. Too early to judge the whole interval.`,
      holds: (day) => `Above 80% still at day ${day}. The interval works.`,
      fallsInTime: (day) => `Above 80% until day ${day}, after it is asked. The interval works.`,
      falls: (day, early) =>
        `Below 80% from day ${day}, ${span(early)} before it is asked again. Ask after ${span(day)}.`,
      already: (day) => `Below 80% already at day ${day}, as early as anybody was asked. The interval is too long.`,
      fallsOnce: (day) => `Below 80% from day ${day}. The module does not come back.`,
    },
    asTable: "As a table",
    tableLabel: (title) => `What is left of ${title}`,
    since: "Days since last time",
    answers: "Answers",
    right: "Right",
    between: "95% interval",
    range: (low, high) => `${low}–${high}`,
    none: "No refreshers have been taken yet",
    noneWhy: "The curves are drawn from the first answers of refreshers in the last twelve months.",
    leftOut: (count) =>
      count === 1
        ? "One more module has refreshers. Choose it above to see it."
        : `${capitalised(englishNumeral(count))} more modules have refreshers. Choose one of them above to see it.`,
  },
  content: {
    title: "Content to look over",
    note: "each module has a review date",
    tableLabel: "Content to look over",
    module: "Module",
    published: "Last published",
    daysAgo: (days) => (days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`),
    why: "Why look now",
    status: "Status",
    action: "Action",
    version: (number) => `v${number}`,
    flagged: (count, total) => `${count} of ${total} questions flagged`,
    forgotten: "Forgotten before it comes back",
    date: "The review date is near",
    past: "The review date has passed",
    states: {
      overdue: (date) => `Should have been reviewed ${date}`,
      now: (date) => `Review now, by ${date}`,
      soon: (date) => `By ${date}`,
      flagged: "Questions to repair",
    },
    open: "Open",
    openOf: (title) => `Open ${title} in the studio`,
    look: "Show the questions",
    lookOf: (title) => `Show the questions of ${title}`,
    none: "Nothing needs looking over",
    noneWhy: "Modules whose review date is within three months stand here, and those with flagged questions.",
  },
  depth: {
    version: (number) => `version ${number}`,
    memory: "What is left",
    questions: "The questions in order",
    noQuestions: "The module has no questions.",
    inLesson: (lesson) => `In ${lesson}`,
    months: "Share right, month by month",
    monthsLabel: (question, parts) => `${question} Share right by month: ${parts}.`,
    noMonths: (few) => `None of the last twelve months has ${few} answers.`,
    month: "Month",
    revisions: "Version by version",
    revision: "Version",
    same: "same words as now",
    other: "other words",
    mistakes: "What was wrong",
    noMistakes: "No wrong answer has been given.",
    share: "Share of answers",
    details: "The figures as tables",
  },
};
