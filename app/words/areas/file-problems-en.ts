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
  orderUnknown: ({ id, meant }) => `The course has no module ${id}.${didYouMean(meant)}`,
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
  mediaFolders: "Files lie directly in media/, without folders.",
  mediaFileName: "Names of files are lower-case letters a to z, digits, points, hyphens and underscores.",
  componentFolders: "Components lie directly in components/, without folders.",
  componentFileName: "Only components are kept here, as Name.tsx, and what they import, as name.ts.",
  componentTaken: ({ name }) => `${name} is a component of every lesson already. Choose another name.`,
  componentBroken: ({ fault }) => `The component cannot be bundled: ${fault}`,
  bundleStopped: ({ fault }) => fault,
  sourcesChanged: ({ revision, files }) =>
    `The sources have changed since revision ${revision} (${changed(files)}). Add revision ${revision + 1} with its change and note, or undo the change.`,
  settingsParted: ({ names, isBehind }) =>
    isBehind
      ? `The studio has changed these settings since: ${names.join(", ")}. Write them out with courses:export.`
      : `These settings were changed both in the studio and here: ${names.join(", ")}. Write the studio's over them with courses:export -- --overwrite, set the same in the studio, or publish a new revision from here to take these.`,
  courseParted: ({ names, isBehind }) =>
    isBehind
      ? `The studio has changed this since: ${names.join(", ")}. Write it out with courses:export.`
      : `This was changed both in the studio and here: ${names.join(", ")}. Write the studio's over it with courses:export -- --overwrite, or set the same in the studio.`,
  moduleArchived: ({ number }) =>
    `Revision ${number} is not taken in: the module is archived in Repris. Take it out of the archive first, in the studio.`,
  publishedSince: ({ revision, newest, files }) =>
    `Revision ${revision} has been published here since, and this folder ends with ${newest}. Bring that revision's files in first, or write revision ${revision + 1} to publish these instead (${changed(files)}).`,

  organisationMissing: "The folder has no organisation.yaml. Write one with languages and departments.",
  departmentTwice: ({ id }) => `The department ${id} is written twice.`,
  departmentLoop: ({ id }) => `The department ${id} lies under itself.`,

  pictureCutOff: "The picture is cut off or broken. Save it anew.",
  pictureMoves: "The picture moves, and nobody can stop it. Save it as a still, or as a video.",
  picturePixels: ({ millions }) => `The picture has more than ${millions} million pixels. Scale it down.`,
  svgBroken: "The SVG is broken. Save it anew.",
  mediaEmpty: "The file is empty. Save it anew.",
  mediaUnknown:
    "Files are pictures (PNG, JPEG, WebP, AVIF, SVG), videos (MP4), captions (VTT) or documents (PDF). Save it as one of them.",
  mediaTooLarge: ({ megabytes }) => `The file is larger than ${megabytes} MB. Scale it down, or cut it.`,
  videoCutOff: "The video is cut off or broken. Export it anew as MP4.",
  videoOther: "The video cannot be played in browsers. Export it as MP4 with H.264.",
  videoTooLong: "The video is longer than an hour. Cut it into parts.",
  videoTooWide: ({ pixels }) => `The video is wider or higher than ${pixels} pixels. Export it smaller.`,
  pdfCutOff: "The PDF is cut off or broken. Save it anew.",
  pdfLocked: "The PDF is locked by a password. Save it without.",
  captionsEncoding: "The captions are not UTF-8. Save them as UTF-8.",
  captionsBegin: "Captions begin with WEBVTT on a line of its own. Write it at the top.",
  captionsStyle: "Captions hold times and words alone. Leave STYLE and REGION out.",
  captionsTimes: "No times stand here. Write them as 00:01.000 --> 00:04.000.",
  captionEnds: "The caption ends before it begins. Change its times.",
  captionOrder: "The caption begins before the one above it. Put them in order.",
  captionEmpty: "The caption has no words. Write them below its times.",
  captionsNone: "The file holds no captions. Write times and words below WEBVTT.",
  pictureSize: "The picture's size cannot be read. Save it anew.",
  pictureEmpty: "The picture is empty.",
  pictureTooWide: ({ pixels }) => `The picture is wider or higher than ${pixels} pixels. Scale it down.`,
  svgSize:
    'The SVG says no size. Give its <svg> a width and a height in numbers, or a viewBox such as viewBox="0 0 800 600".',
  svgNothing: "Nothing is drawn in the SVG but what may not be in it. Save it as PNG.",
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
  controlCharacter: "there is a control character in it, which nobody sees; write the text anew",
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
  orderList: "write the ids of the course's modules as a list",
  orderTwice: "a module stands twice",
  courseForm: "course.yaml has title, summary, owner, reviewers and responsibilities, and order where wanted",
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
