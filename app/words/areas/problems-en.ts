/** What the checker finds in lessons, questions and links, in English. */
import type { sv } from "./problems-sv";

const didYouMean = (meant: string | undefined) => (meant === undefined ? "" : ` Did you mean ${meant}?`);

const insteadOfElement = {
  a: "[text](address)",
  abbr: '<Term def="...">word</Term>',
  audio: "a <Video> or text; sound alone cannot be part of a lesson yet",
  aside: '<Callout kind="note">',
  b: "**bold**",
  blockquote: "> at the beginning of the line",
  br: "a backslash at the end of the line, or an empty line",
  code: "`code`",
  dfn: '<Term def="...">word</Term>',
  del: "~~struck~~",
  div: "plain paragraphs, or <Callout>",
  embed: '<Attachment src="media/..." title="..." />',
  object: '<Attachment src="media/..." title="..." />',
  em: "*emphasis*",
  figure: '<Figure src="media/..." alt="..." />',
  h1: "the title in the front matter",
  h2: "## Heading",
  h3: "### Heading",
  h4: "#### Heading",
  hr: "--- on a line of its own",
  i: "*emphasis*",
  iframe: "a link; lessons hold nothing from other sites",
  img: '<Figure src="media/..." alt="..." />',
  li: "- item",
  mark: '<Changed since="1">text</Changed>',
  ol: "1. item",
  p: "text with an empty line before and after",
  pre: "``` on the lines before and after",
  s: "~~struck~~",
  script: "nothing: lessons never run code",
  span: "plain text",
  strong: "**bold**",
  style: "nothing: the look belongs to the product",
  table: "a table with | between the cells",
  ul: "- item",
  track: '<Video src="media/..." title="..." captions="media/..." />',
  video: '<Video src="media/..." title="..." captions="media/..." />',
};

const laterComponents = {
  Person: "Person comes with the register of responsibilities, in a later version. Until then write who it is in words",
  ShareExample:
    "ShareExample comes with colleagues' examples, in a later version. Until then use <Reflect>, or leave it out",
};

const endings = { picture: "png", video: "mp4", captions: "vtt", document: "pdf" } as const;
const mediaKinds = { picture: "a picture", video: "a video", captions: "captions", document: "a document" } as const;

export const en: typeof sv = {
  html: "Lessons hold no HTML. Write Markdown.",
  nodeType: ({ type }) => `Lessons hold no ${type}. Write plain Markdown.`,
  fragment: "Lessons hold no <> fragments. Write the content alone.",
  element: ({ name, meant }) =>
    `Lessons hold no HTML, such as <${name}>.${
      Object.hasOwn(insteadOfElement, name)
        ? ` Write ${insteadOfElement[name as keyof typeof insteadOfElement]}.`
        : didYouMean(meant) || " Write Markdown."
    }`,
  htmlComment: "Lessons hold no HTML comments. Leave the remark out.",
  comment: "Lessons hold no { } comments. Leave the remark out.",
  expression: ({ source }) =>
    `Lessons hold no { } expressions, such as {${source}}. Write the text itself, or \\{ where a brace is meant.`,
  expressionUnread: "Lessons hold no { } expressions. Write \\{ where a brace is meant.",
  importStatement:
    "Lessons import nothing: the components are there already. Remove the line; pictures are shown with <Figure>.",
  exportStatement: "Lessons export nothing. What a lesson says about itself stands in its front matter.",
  moduleCode: "Lessons hold no import and no export. Remove the line.",
  moduleCodeInSentence: "Lessons hold no import and no export. If the sentence begins with the word, rephrase it.",
  spread: "Attributes cannot be spread with {...}. Write each attribute out.",
  handler: ({ name }) => `${name} is an event handler, and lessons never run code. Remove it.`,
  style: ({ name }) => `${name} is not for lessons: the look belongs to the product. Remove it.`,
  attributeForbidden: ({ name }) => `${name} is not an attribute that lessons may set. Remove it.`,

  componentLater: ({ name }) => `${laterComponents[name]}.`,
  componentUnknown: ({ name, meant, known }) =>
    `There is no component ${name}.${didYouMean(meant) || ` The components are ${known.join(", ")}.`}`,
  attributeTwice: ({ name }) => `${name} is written twice. Write it once.`,
  attributeUnknown: ({ component, name, meant, known }) =>
    `${component} has no attribute ${name}.${
      didYouMean(meant) || (known.length ? ` It has ${known.join(", ")}.` : " It has none.")
    }`,
  attributeExpression: ({ name }) => `${name} is an expression. Write the value itself, as ${name}="...".`,
  attributeName: ({ name }) => `${name} is not a plain attribute name. Remove it.`,
  attributeMissing: ({ component, name }) => `${component} needs ${name}. Write <${component} ${name}="...">.`,
  attributeOneOf: ({ component, names }) =>
    `${component} takes one of ${names.join(" and ")}. Write <${component} ${names[0]}="...">.`,
  figureWithoutAlt: 'The picture has no alt. Write alt="what the picture shows".',
  flag: ({ name }) => `${name} is either there or not. Write ${name} alone.`,
  saysNothing: ({ name }) => `${name} says nothing. Write ${name}="...".`,
  idForm: ({ name, value }) =>
    `${name} is "${value}". An id is at most 64 lower-case letters a to z, digits and hyphens.`,
  revisionNumber: ({ name }) => `${name} is the number of a revision. Write ${name}="1".`,
  oneOf: ({ name, value, meant, values }) =>
    `${name} is "${value}".${didYouMean(meant) || ` Write one of ${values.join(", ")}.`}`,
  departmentUnknown: ({ id, meant, known }) =>
    `There is no department ${id}.${
      didYouMean(meant) || (known === undefined ? "" : ` The departments are ${known.join(", ")}.`)
    }`,
  oneDepartment: ({ name }) => `${name} takes one department. Write one component for each.`,
  attributeAddress: ({ name, reason }) => `${name}: ${reason}`,
  attributePictureElsewhere: ({ name }) =>
    `${name}: pictures are part of the module. Put the file in its media folder and write media/name.png.`,

  questionHolds: ({ unwanted }) => `Questions hold no ${unwanted}. Write plain paragraphs.`,
  notInQuestion: ({ name }) => `${name} cannot stand in a question. Questions hold text, pictures and terms.`,
  cannotStandHere: ({ name, homes }) =>
    `${name} cannot stand here. Write it directly ${homes
      .map((home) => (home === "page" ? "in the lesson itself" : `in ${home}`))
      .join(" or ")}.`,
  notInSentence: ({ name }) => `${name} cannot stand in a sentence or a heading. Write it on lines of its own.`,
  belongsInSentence: ({ name }) => `${name} belongs in a sentence. Write it on the same line as the words around it.`,
  holdsNothing: ({ name }) => `${name} holds nothing. Write it as <${name} ... />.`,
  isEmpty: ({ name }) => `${name} is empty. Write its content between <${name}> and </${name}>.`,
  holdsOnly: ({ name, wanted }) =>
    `${name} holds only ${wanted.map((inner) => `<${inner}>`).join(" and ")}. Move this out, or into one of them.`,
  since: ({ since, newest }) =>
    `since="${since}" marks the passage for ever, because the newest revision is ${newest}. Write the number of the last revision that was without the change.`,
  headingMisplaced: "A heading cannot stand here. Write it in the lesson itself, or make the words bold.",
  headingEmpty: "The heading has no words. Write them, or remove it.",
  headingTitle: "The title of a lesson stands in its front matter. Headings begin with ##.",
  headingLevel: ({ depth, before }) =>
    `A heading of level ${depth} follows one of level ${before}. Write ${"#".repeat(before + 1)}, one level at a time.`,
  lessonMinutes: ({ takes, stated }) =>
    `Reading this takes about ${takes} minutes, and ${stated} are stated. Shorten it, or write minutes: ${takes}.`,
  moduleMinutes: ({ takes, stated }) =>
    `The lessons together take about ${takes} minutes to read, and ${stated} are stated. Shorten them, or write minutes: ${takes}.`,

  idUsedByAnother: ({ id, kind }) => `The id ${id} is used by another ${kind}. Write another id.`,
  idUsedElsewhere: ({ kind, id, path }) => `The ${kind} id ${id} is used in ${path} already. Write another id.`,
  questionIdTwice: ({ id, line }) => `The question id ${id} is used on line ${line} already. Write another id.`,

  referenceUnknown: ({ label }) => `Nothing says where [${label}] leads. Write [text](address).`,
  linkWithoutText: "The link has no text. Write [what it leads to](address).",
  linkWithoutAddress: "The link leads nowhere. Write [text](address).",
  attributeMediaElsewhere: ({ name, media }) =>
    `${name}: the file is part of the module. Put it in its media folder and write media/name.${endings[media]}.`,
  mediaKind: ({ name, path, media, is, shown }) =>
    `${name} takes ${mediaKinds[media]}, and ${path} is ${mediaKinds[is]}. Write ${shown}.`,
  noPicture: ({ path, shown }) => `${path} is no picture. Write ${shown} on a line of its own.`,
  linkToMedia: ({ shown }) => `A link cannot lead to a file of the module. Show it with ${shown}.`,
  captionsMissing:
    'The video has no captions and no transcript: whoever cannot hear it gets nothing. Write captions="media/name.vtt", or what is said and shown between <Video ...> and </Video>.',
  anchorUnknown: ({ anchor, meant }) => `No heading here has the anchor #${anchor}.${didYouMean(meant)}`,
  linkModuleUnknown: ({ module, meant }) => `The course has no module ${module}.${didYouMean(meant)}`,
  linkLessonUnknown: ({ lesson, module, meant, lessons }) =>
    `There is no lesson ${lesson} in ${module ?? "this module"}.${
      didYouMean(meant) || ` Its lessons are ${lessons.join(", ")}.`
    }`,
  pictureWithoutAlt: "The picture has no alt. Write ![what the picture shows](media/name.png).",
  pictureElsewhere:
    "Pictures are part of the module. Put the file in its media folder and write ![what it shows](media/name.png).",
  mediaMissing: ({ path, meant }) => `There is no ${path} in the module.${didYouMean(meant)}`,
  addressHidden: "Addresses hold no spaces, backslashes or control characters. Write %20 for a space.",
  addressAnchor: "The # leads nowhere. Write # and the heading's words with hyphens.",
  addressNothing: ({ scheme }) => `Nothing stands after ${scheme}:.`,
  addressHttp: ({ address }) => `Links are encrypted here. Write ${address}`,
  addressScheme: ({ scheme }) =>
    `"${scheme}:" is not allowed. Write an https:, mailto: or tel: address, a path in the course, or #heading.`,
  addressDoubleSlash: ({ address }) => `Write https: before the address: ${address}`,
  addressRoot: "Paths count from the module's folder. Write ../module/lesson, or a whole https: address.",
  addressUser: "Addresses hold no user names. Leave out what stands before @.",
  addressForm: "Write the address as https://example.org/page.",
  addressBroken: "This is not an address. Write it as https://example.org/page.",
  addressMedia: "Pictures and other files lie directly in the module's media folder. Write media/name.png.",
  addressInCourse:
    "This is no path in the course. Write 02-lesson, ../module/02-lesson or ../module; other addresses begin with https:",

  noQuestion: "The file holds no question. Write at least one <Check>.",
  refresherQuestions: ({ least, most, asked }) =>
    `A refresher asks ${least} to ${most} questions, and this one asks ${asked}.`,
  onlyQuestionsShown: ({ opened }) =>
    `Only questions are shown here, so nobody would see this. ${
      opened ? "Move it before the first question, or into one." : "Move it into a question."
    }`,
  refresherOpening: ({ unwanted }) =>
    `A refresher opens with text, pictures and terms, without ${unwanted}. Write a plain paragraph.`,
  promptFirst: "The prompt stands before the first Choice. Move this up, or into a Feedback.",
  noPrompt: "The question asks nothing. Write the prompt before the first <Choice>.",
  promptParagraph: "A question begins with a paragraph. Write the question first, then the rest.",
  choiceEmpty: "The choice says nothing. Write the answer between <Choice> and </Choice>.",
  choiceParagraph: "A choice is one paragraph. Write it shorter.",
  oneFeedback: ({ name }) => `${name} has one Feedback. Write both texts in one.`,
  choicesAlike: ({ text }) => `Two choices say "${text}". Write them apart, or remove one.`,
  orderChoices: "A question of order needs at least two choices, written in the right order.",
  orderRight: "In a question of order the order itself is the answer. Remove right.",
  noRight: "No choice is right. Write <Choice right> for the right answer.",
  fewChoices: "A question needs at least two choices.",
  severalRight: 'More than one choice is right. Write kind="many" on the Check, or leave one right.',

  tooDeep: ({ most }) => `This is nested more than ${most} levels deep. Write it flatter.`,
  tooLong: ({ most }) => `The file is longer than ${most} characters. Split it into several lessons.`,
  lineTooLong: ({ most }) => `The line is longer than ${most} characters. Break it.`,
  quotesTooDeep: ({ most }) => `Quotations are nested more than ${most} levels deep. Write it flatter.`,
  blockTooLong: ({ most }) => `More than ${most} characters without an empty line. Write one here.`,
  tooDeepToRead: "The file is nested too deep to be read. Write it flatter.",
  lostThread: "The file cannot be read. Look for a component that is opened in one block and not closed in it.",
  closesOther: ({ name, line }) =>
    `</${name}> closes something else than what is open${
      line === undefined ? "" : `, which was opened on line ${line}`
    }. Write the closing tags in the opposite order of the opening ones.`,
  notClosedInBlock: ({ name }) =>
    `<${name}> is not closed before its paragraph, list or quotation ends. Write <${name}> and </${name}> on lines of their own, with an empty line after and before.`,
  notClosed: ({ name }) => `<${name}> is not closed. Write </${name}>.`,
  closingWithoutOpening: "A closing tag without an opening one. Remove it, or write the opening tag before it.",
  bareSign: "This < begins no component. Write \\< where the sign is meant, and addresses as [text](address).",
  unread: ({ fault }) => `This cannot be read: ${fault}. Write \\< and \\{ where the signs are meant.`,

  fileUntranslated: ({ file }) => `There is no ${file} beside it.`,
  fieldUntranslated: ({ field, languages }) => `${field} is not written in ${languages.join(", ")}.`,
  thingUntranslated: ({ kind, id, path }) =>
    `The ${kind} ${id} of ${path} is missing here. Translate it, with the same id.`,
  questionNotInOriginal: ({ id, path }) =>
    `The question ${id} is not in ${path}. Write it there too, or give it the id that it has there.`,
  questionDiffers: ({ id, how, path, line }) => `The question ${id} ${how} Write it as in ${path}:${line}.`,
  otherKind: ({ here, there }) => `is of kind ${here} here and ${there} there.`,
  otherObjective: "has another objective here.",
  otherDepartments: "is for other departments here.",
  otherChoices: ({ here, there }) => `has ${here} choices here and ${there} there.`,
  otherRight: ({ choice }) => `has another right answer here: choice ${choice} differs.`,
};
