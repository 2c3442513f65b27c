/** What the checker finds in folders, YAML files, components and pictures, in English. */
import type { sv } from "./file-problems-sv";

const didYouMean = (meant: string | undefined) => (meant === undefined ? "" : ` Did you mean ${meant}?`);
const changed = (files: readonly string[]) => (files.length > 0 ? files.join(", ") : "pictures or components");

export const en: typeof sv = {
  noFolder: "There is no such folder. Write the folder that holds organisation.yaml.",
  noLinks: "Only files and folders belong here, no links. Copy the file.",
  fileUnreadable: "The file cannot be read. Look at its permissions.",
  fileTooLarge: ({ kilobytes }) => `The file is larger than ${kilobytes} kB. Split it.`,
  fileEncoding: "The file is not UTF-8. Save it as UTF-8.",
  onlyOrganisation: "Only organisation.yaml stands here. Lessons stand in <course>/<module>/.",
  onlyCourse: "Only course.yaml stands here. Lessons stand in <module>/.",
  courseFolderName: "A course's folder is its id: lower-case letters a to z, digits and hyphens.",
  courseYamlMissing: "The course has no course.yaml. Write one with title, summary and owner.",
  moduleTwice: ({ course, id }) =>
    `The course ${course} has a module ${id} already, and ids are used once in all courses. Rename the folder.`,
  moduleFolderName: "A module's folder is its id: lower-case letters a to z, digits and hyphens.",
  moduleFolders: ({ meant }) => `A module has the folders refreshers, questions and media.${didYouMean(meant)}`,
  moduleFileUnused: "Nothing reads this file here. A lesson ends in .mdx, the module's fields stand in module.yaml.",
  moduleYamlMissing: "The module has no module.yaml. Write one with title, minutes, audience, policy and revisions.",
  noLesson: "The module has no lesson. Write one as 01-name.sv.mdx beside module.yaml.",
  notMdx: "Nothing reads this file here: its name does not end in .mdx.",
  lessonFileName: ({ file, numbered, language }) =>
    `The file is called ${file}. Call it ${numbered ? "01-name" : "name"}.${language}.mdx, in lower-case letters a to z, digits and hyphens.`,
  fileLanguage: ({ language, languages }) =>
    `The organisation has no language ${language}. Its languages are ${languages.join(", ")}.`,
  numberTaken: ({ number, name }) =>
    `Number ${number} belongs to ${name}. Give this one a number of its own, or the same name as its translation.`,
  mediaFolders: "Pictures lie directly in media/, without folders.",
  mediaFileName: "Names of pictures are lower-case letters a to z, digits, points, hyphens and underscores.",
  componentFolders: "Components lie directly in components/, without folders.",
  componentFileName: "Only components are kept here, as Name.tsx, and what they import, as name.ts.",
  componentTaken: ({ name }) => `${name} is a component of every lesson already. Choose another name.`,
  componentBroken: ({ fault }) => `The component cannot be bundled: ${fault}`,
  bundleStopped: ({ fault }) => fault,
  sourcesChanged: ({ revision, files }) =>
    `The sources have changed since revision ${revision} (${changed(files)}). Add revision ${revision + 1} with its change and note, or undo the change.`,
  settingsParted: ({ names }) =>
    `These settings were changed in the studio and are other here: ${names.join(", ")}. Write the studio's out with courses:export, or publish a new revision from here to take these instead.`,
  publishedSince: ({ revision, newest, files }) =>
    `Revision ${revision} has been published here since, and this folder ends with ${newest}. Bring that revision's files in first, or write revision ${revision + 1} to publish these instead (${changed(files)}).`,

  organisationMissing: "The folder has no organisation.yaml. Write one with languages and departments.",
  departmentTwice: ({ id }) => `The department ${id} is written twice.`,
  departmentLoop: ({ id }) => `The department ${id} lies under itself.`,

  pictureTooLarge: ({ megabytes }) => `The picture is larger than ${megabytes} MB. Scale it down.`,
  pictureKind: "Pictures are PNG, JPEG, WebP or SVG. Save it as one of them.",
  pictureSize: "The picture's size cannot be read. Save it anew.",
  pictureEmpty: "The picture is empty.",
  pictureTooWide: ({ pixels }) => `The picture is wider or higher than ${pixels} pixels. Scale it down.`,
  svgSize: "The SVG says no size. Give its <svg> a width and a height, or a viewBox.",
  svgEncoding: "The SVG is not UTF-8. Save it as UTF-8.",
  svgHolds: ({ what }) =>
    `The SVG holds ${what}, and could run or fetch something. Save it as a plain drawing without.`,
  svgDeclarations: "a DOCTYPE, entities or CDATA",
  svgInstruction: "a processing instruction",
  svgElement: ({ name }) => `<${name}>`,
  svgHandler: "an event handler",
  svgReference: "a reference to something outside it",
  svgAddress: "an import or an address that runs",

  fenceOther: "Front matter is YAML between lines of ---. Write --- here.",
  frontMatterMissing:
    "The lesson has no front matter. Begin the file with a line of ---, then title: ..., then a line of ---.",
  frontMatterLanguage: ({ fence }) =>
    `Front matter is only ever YAML, and "${fence}" asks for something else. Write --- alone on the line.`,
  frontMatterOpen: "The front matter is not closed. End it with a line of --- alone.",
  frontMatterEmpty: "The front matter is empty. Write title: and the lesson's title.",

  yamlTooLarge: ({ most }) => `The file is larger than ${most} characters. Split it.`,
  yamlFault: ({ fault }) => `This is not plain YAML: ${fault}`,
  yamlAlias: "Aliases (*name) are not used here. Write the value out.",
  yamlUnread: "This is not plain YAML. Write keys and values only.",
  fieldUnknown: ({ where, key, meant, known, isEmpty }) =>
    `${where ? `${where}: ` : ""}"${key}" is not a field here.${didYouMean(meant)}${
      known.length ? ` The fields are ${known.join(", ")}.` : ""
    }${isEmpty ? " If the text holds a comma, put it in quotes." : ""}`,
  inField: ({ where, reason }) => (where ? `${where}: ${reason}` : reason),
  otherValue: ({ fault }) => fault,
  policy: ({ path, message }) => `${path}: ${message}`,

  writeId: "write an id",
  idTooLong: "an id is at most 64 characters",
  idLetters: "an id is lower-case letters a to z, digits and hyphens",
  objectiveIdLetters: "an id is lower-case letters, digits and hyphens",
  languageLetters: "a language is two or three letters, such as sv",
  writeText: "write a text",
  textTooLong: ({ longest }) => `at most ${longest} characters`,
  writeEmail: "write an e-mail address",
  writeDate: "write a date as YYYY-MM-DD",
  dateExists: "write a date that exists, as YYYY-MM-DD",
  writeMinutes: "write a whole number of minutes",
  fewestMinutes: "at least 1 minute",
  mostMinutes: "at most 600 minutes; split the module",
  writeInLanguages: ({ language }) => `write the text in each language, as { ${language}: ... }`,
  languagesList: "write the languages as a list, the fallback first: [sv, en]",
  oneLanguage: "write at least one language",
  languageTwice: "a language is written twice",
  departmentForm: "a department is { id, name }, and parent where it lies under another",
  departmentsList: "write the departments as a list",
  oneDepartmentLeast: "write at least one department",
  organisationForm: "organisation.yaml has languages and departments",
  reviewersList: "write the reviewers' addresses as a list",
  responsibilitiesList: "write the responsibilities' ids as a list",
  courseForm: "course.yaml has title, summary, owner, reviewers and responsibilities",
  writeRevisionNumber: "write the revision's number, from 1",
  revisionsFromOne: "revisions count from 1",
  writeChange: "write minor, major or critical",
  writePeriod: "write a period of whole days, weeks, months or years, such as P30D",
  revisionForm: "a revision is { number, change, note }, and within or on where wanted",
  writeAudience: "write everyone, or { departments: [...] }",
  writePolicy: "write the policy; an empty one is {}",
  writePassMark: "write the pass mark as a share, such as 0.8",
  passMarkPositive: "the pass mark is more than 0",
  passMarkMost: "the pass mark is a share of at most 1, such as 0.8",
  pointForm: "a point is { figure, text }",
  onePoint: "write at least one point",
  threePoints: "at most three points: choose the strongest",
  whyForm: "why is a list of { department, points }",
  revisionsList: "write the revisions as a list, from number 1",
  oneRevision: "write at least revision 1",
  revisionOrder: ({ number }) => `revisions count 1, 2, 3 in order; this one should be ${number}`,
  moduleForm: "module.yaml holds the module's fields",
  writeTitle: "write the lesson's title",
  writeSummary: "write one sentence about the lesson",
  writeObjective: "write what the learner will be able to do",
  objectivesForm: "objectives is a list of { id, text }",
  frontMatterForm: "the front matter is a list of fields, such as title: Answering in public",
};
