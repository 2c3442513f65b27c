/** What the checker finds in folders, YAML files, components and pictures, in Swedish. */
import type { Inner } from "./said";

const didYouMean = (meant: string | undefined) => (meant === undefined ? "" : ` Menade du ${meant}?`);

/** A value as it was written, where it can be written at all. */
const valueText = (value: string) => (value === "a list" ? "en lista" : value === "an object" ? "ett objekt" : value);

const or = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} eller ${words.at(-1)}`;

/** What is wrong with a policy, as the rules name it. */
export type PolicyFault =
  | { readonly code: "missing" | "empty-list" }
  | {
      readonly code:
        | "no-object"
        | "no-date"
        | "negative-period"
        | "time-units"
        | "no-period"
        | "no-whole-number"
        | "no-share"
        | "no-days"
        | "no-day"
        | "no-list"
        | "no-text";
      readonly value: string;
    }
  | { readonly code: "unknown-field"; readonly known: readonly string[] }
  | { readonly code: "no-word"; readonly value: string; readonly words: readonly string[] }
  | { readonly code: "other-anchor"; readonly anchor: string }
  | { readonly code: "too-short"; readonly period: string; readonly window: string; readonly spread?: string }
  | { readonly code: "shorter-than-weak"; readonly every: string; readonly weak: string }
  | { readonly code: "ends-before"; readonly from: string; readonly until: string };

function policyFault(fault: PolicyFault): string {
  switch (fault.code) {
    case "missing":
      return "saknas";
    case "empty-list":
      return "listan är tom. Skriv dagar som MM-DD";
    case "unknown-field":
      return `fältet finns inte här (de som finns: ${fault.known.join(", ")})`;
    case "no-word":
      return `${valueText(fault.value)} går inte. Skriv ${or(fault.words)}`;
    case "other-anchor":
      return `hör inte ihop med anchor ${fault.anchor}`;
    case "too-short":
      return fault.spread === undefined
        ? `${fault.period} är inte längre än window (${fault.window})`
        : `${fault.period} är inte längre än window och spread tillsammans (${fault.window} + ${fault.spread})`;
    case "shorter-than-weak":
      return `${fault.every} är kortare än weak.every (${fault.weak})`;
    case "ends-before":
      return `${fault.until} är före from (${fault.from})`;
    default:
      return `${valueText(fault.value)} ${valueFaults[fault.code]}`;
  }
}

const valueFaults = {
  "no-object": "är inget objekt med fält",
  "no-date": "är inget datum",
  "negative-period": "är negativt",
  "time-units": "har timmar, minuter eller sekunder",
  "no-period": "är ingen tid i hela dagar, veckor, månader eller år, som P30D",
  "no-whole-number": "är inget heltal från 0",
  "no-share": "är inget tal från 0 till 1",
  "no-days": "är ingen lista av dagar som MM-DD",
  "no-day": "är ingen dag på året som MM-DD",
  "no-list": "är ingen lista",
  "no-text": "är ingen text",
};

/** What the reader of YAML stumbles over, by its codes. */
const yamlFaults: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "En hänvisning (*namn) kan inte ha märken. Skriv ut värdet.",
  BAD_ALIAS: "En hänvisning (*namn) går inte att läsa. Skriv ut värdet, eller sätt det inom citattecken.",
  BAD_COLLECTION_TYPE: "En lista och fält blandas på samma nivå. Skriv det ena eller det andra.",
  BAD_DIRECTIVE: "Rader som börjar med % används inte här. Ta bort raden.",
  BAD_DQ_ESCAPE: "Omvänt snedstreck inom citattecken läses som ett särskilt tecken. Skriv \\\\ om du menar tecknet.",
  BAD_INDENT: "Raden har fel indrag. Rada upp den med fälten omkring.",
  BAD_PROP_ORDER: "Märken står i fel ordning. Ta bort dem.",
  BAD_SCALAR_START: "Värdet börjar med ett tecken som betyder något annat. Sätt värdet inom citattecken.",
  BLOCK_AS_IMPLICIT_KEY: "Ett kolon gör att värdet läses som ett fält. Sätt värdet inom citattecken.",
  BLOCK_IN_FLOW: "Fält på egna rader kan inte stå inom { } eller [ ]. Skriv dem på samma rad med komma emellan.",
  DUPLICATE_KEY: "Fältet står två gånger. Skriv det en gång.",
  KEY_OVER_1024_CHARS:
    "Fältets namn är för långt. Se efter om ett kolon hör till texten, och sätt den inom citattecken.",
  MISSING_CHAR: "Ett tecken saknas, som ett citattecken, ett kolon eller en parentes. Se efter vad som inte är stängt.",
  MULTILINE_IMPLICIT_KEY:
    "Fältets namn sträcker sig över flera rader. Se efter om ett kolon saknas, eller sätt texten inom citattecken.",
  MULTIPLE_ANCHORS: "Märken (&namn) används inte här. Ta bort dem.",
  MULTIPLE_DOCS: "Filen innehåller flera dokument. Ta bort raden med ---.",
  MULTIPLE_TAGS: "Märken (!namn) används inte här. Ta bort dem.",
  NON_STRING_KEY: "Fältets namn är ingen text. Skriv ett vanligt namn.",
  RESOURCE_EXHAUSTION: "Filen har för många nivåer. Skriv den plattare.",
  TAB_AS_INDENT: "Raden är indragen med tabb. Använd mellanslag.",
  TAG_RESOLVE_FAILED: "Märken (!namn) används inte här. Ta bort dem.",
  UNEXPECTED_TOKEN: "Här står ett tecken som inte hör hit. Sätt texten inom citattecken om tecknet hör till den.",
};

/** What a schema wants, by the names it has for kinds of values. */
const wanted: Readonly<Record<string, string>> = {
  string: "skriv en text",
  number: "skriv ett tal",
  int: "skriv ett heltal",
  boolean: "skriv true eller false",
  array: "skriv en lista",
  object: "skriv fält och värden",
};

export const sv = {
  // Files and folders
  noFolder: "Det finns ingen sådan mapp. Skriv mappen som innehåller organisation.yaml.",
  noLinks: "Här får bara filer och mappar ligga, inga genvägar. Kopiera filen hit.",
  fileUnreadable: "Filen går inte att läsa. Se över rättigheterna till den.",
  fileTooLarge: ({ kilobytes }: { kilobytes: number }) => `Filen är större än ${kilobytes} kB. Dela upp den.`,
  fileEncoding: "Filen är inte i UTF-8. Spara den som UTF-8.",
  onlyOrganisation: "Här hör bara organisation.yaml hemma. Lektioner ligger i <kurs>/<modul>/.",
  onlyCourse: "Här hör bara course.yaml hemma. Lektioner ligger i <modul>/.",
  courseFolderName: "En kurs mapp heter som kursens id: små bokstäver a till z, siffror och bindestreck.",
  courseYamlMissing: "Kursen har ingen course.yaml. Skriv en med title, summary och owner.",
  moduleTwice: ({ course, id }: { course: string; id: string }) =>
    `Kursen ${course} har redan en modul ${id}, och ett id används bara en gång i alla kurser. Byt namn på mappen.`,
  orderUnknown: ({ id, meant }: { id: string; meant: string | undefined }) =>
    `Kursen har ingen modul ${id}.${didYouMean(meant)}`,
  moduleFolderName: "En moduls mapp heter som modulens id: små bokstäver a till z, siffror och bindestreck.",
  moduleFolders: ({ meant }: { meant: string | undefined }) =>
    `En modul har mapparna refreshers, questions och media.${didYouMean(meant)}`,
  moduleFileUnused: "Inget läser den här filen. En lektion slutar på .mdx, och modulens fält står i module.yaml.",
  moduleYamlMissing: "Modulen har ingen module.yaml. Skriv en med title, minutes, audience, policy och revisions.",
  noLesson: "Modulen har ingen lektion. Skriv en som 01-namn.sv.mdx bredvid module.yaml.",
  notMdx: "Inget läser den här filen: namnet slutar inte på .mdx.",
  lessonFileName: ({ file, numbered, language }: { file: string; numbered: boolean; language: string | undefined }) =>
    `Filen heter ${file}. Kalla den ${numbered ? "01-namn" : "namn"}.${language}.mdx, med små bokstäver a till z, siffror och bindestreck.`,
  fileLanguage: ({ language, languages }: { language: string; languages: readonly string[] }) =>
    `Företaget har inte språket ${language}. Språken är ${languages.join(", ")}.`,
  numberTaken: ({ number, name }: { number: string | undefined; name: string }) =>
    `Nummer ${number} hör till ${name}. Ge den här ett eget nummer, eller samma namn som sin översättning.`,
  mediaFolders: "Filer ligger direkt i media/, utan mappar.",
  mediaFileName: "Filers namn består av små bokstäver a till z, siffror, punkter, bindestreck och understreck.",
  componentFolders: "Komponenter ligger direkt i components/, utan mappar.",
  componentFileName: "Här ligger bara komponenter, som Namn.tsx, och det som de importerar, som namn.ts.",
  componentTaken: ({ name }: { name: string }) =>
    `${name} finns redan som komponent i alla lektioner. Välj ett annat namn.`,
  componentBroken: ({ fault }: { fault: string }) => `Komponenten går inte att bygga: ${fault}`,
  bundleStopped: (_: { fault: string }) =>
    "Lektionen tog för lång tid eller för mycket minne att bygga. Korta den, eller dela upp den.",
  sourcesChanged: ({ revision, files }: { revision: number; files: readonly string[] }) =>
    `Källorna har ändrats sedan revision ${revision} (${files.length > 0 ? files.join(", ") : "bilder eller komponenter"}). Lägg till revision ${revision + 1} med change och note, eller ångra ändringen.`,
  settingsParted: ({ names, isBehind }: { names: readonly string[]; isBehind: boolean }) =>
    isBehind
      ? `Studion har ändrat de här inställningarna sedan dess: ${names.join(", ")}. Skriv ut dem med courses:export.`
      : `De här inställningarna har ändrats både i studion och här: ${names.join(", ")}. Skriv studions över dem med courses:export -- --overwrite, ställ in samma sak i studion eller publicera en ny revision härifrån för att ta dessa.`,
  courseParted: ({ names, isBehind }: { names: readonly string[]; isBehind: boolean }) =>
    isBehind
      ? `Studion har ändrat det här sedan dess: ${names.join(", ")}. Skriv ut det med courses:export.`
      : `Det här har ändrats både i studion och här: ${names.join(", ")}. Skriv studions över det med courses:export -- --overwrite, eller ställ in samma sak i studion.`,
  moduleArchived: ({ number }: { number: number }) =>
    `Revision ${number} tas inte in: modulen är arkiverad i Repris. Ta först ut den ur arkivet, i studion.`,
  publishedSince: ({ revision, newest, files }: { revision: number; newest: number; files: readonly string[] }) =>
    `Revision ${revision} har publicerats här sedan dess, och den här mappen slutar med ${newest}. Hämta in den revisionens filer först, eller skriv revision ${revision + 1} för att publicera dessa i stället (${files.length > 0 ? files.join(", ") : "bilder eller komponenter"}).`,

  // The organisation
  organisationMissing: "Mappen har ingen organisation.yaml. Skriv en med languages och departments.",
  departmentTwice: ({ id }: { id: string }) => `Avdelningen ${id} står två gånger. Skriv den en gång.`,
  departmentLoop: ({ id }: { id: string }) => `Avdelningen ${id} ligger under sig själv. Skriv en annan parent.`,

  // Pictures
  pictureCutOff: "Bilden är avhuggen eller trasig. Spara den på nytt.",
  pictureMoves: "Bilden rör sig, och ingen kan stoppa den. Spara den som stillbild, eller som film.",
  picturePixels: ({ millions }: { millions: number }) =>
    `Bilden har fler än ${millions} miljoner bildpunkter. Skala ned den.`,
  svgBroken: "SVG-filen är trasig. Spara den på nytt.",
  mediaEmpty: "Filen är tom. Spara den på nytt.",
  mediaUnknown:
    "Filer är bilder (PNG, JPEG, WebP, AVIF, SVG), filmer (MP4), textning (VTT) eller dokument (PDF). Spara den som något av dem.",
  mediaTooLarge: ({ megabytes }: { megabytes: number }) =>
    `Filen är större än ${megabytes} MB. Skala ned den, eller dela den.`,
  videoCutOff: "Filmen är avhuggen eller trasig. Exportera den på nytt som MP4.",
  videoOther: "Filmen går inte att spela i webbläsare. Exportera den som MP4 med H.264.",
  videoTooLong: "Filmen är längre än en timme. Dela den.",
  videoTooWide: ({ pixels }: { pixels: number }) =>
    `Filmen är bredare eller högre än ${pixels} bildpunkter. Exportera den mindre.`,
  pdfCutOff: "PDF-filen är avhuggen eller trasig. Spara den på nytt.",
  pdfLocked: "PDF-filen är låst med lösenord. Spara den utan.",
  captionsEncoding: "Textningen är inte UTF-8. Spara den som UTF-8.",
  captionsBegin: "Textning börjar med WEBVTT på en egen rad. Skriv det överst.",
  captionsStyle: "Textning består av tider och ord. Ta bort STYLE och REGION.",
  captionsTimes: "Här står inga tider. Skriv dem som 00:01.000 --> 00:04.000.",
  captionEnds: "Repliken slutar innan den börjar. Ändra tiderna.",
  captionOrder: "Repliken börjar före den ovanför. Sätt dem i ordning.",
  captionEmpty: "Repliken har inga ord. Skriv dem under tiderna.",
  captionsNone: "Filen har inga repliker. Skriv tider och ord under WEBVTT.",
  pictureSize: "Bildens storlek går inte att läsa. Spara den på nytt.",
  pictureEmpty: "Bilden är tom. Spara den på nytt.",
  pictureTooWide: ({ pixels }: { pixels: number }) =>
    `Bilden är bredare eller högre än ${pixels} pixlar. Skala ned den.`,
  svgSize:
    'SVG-bilden anger ingen storlek. Ge <svg> width och height i tal, eller viewBox, till exempel viewBox="0 0 800 600".',
  svgNothing: "Inget i SVG-bilden är ritat utom sådant som inte får vara med. Spara den som PNG.",
  svgEncoding: "SVG-bilden är inte i UTF-8. Spara den som UTF-8.",
  svgHolds: ({ what }: { what: Inner }) =>
    `SVG-bilden innehåller ${what} och skulle kunna köra eller hämta något. Spara den som en enkel teckning utan.`,
  svgDeclarations: "DOCTYPE, entiteter eller CDATA",
  svgInstruction: "en bearbetningsinstruktion",
  svgElement: ({ name }: { name: string }) => `<${name}>`,
  svgHandler: "en händelsehanterare",
  svgReference: "en hänvisning till något utanför sig själv",
  svgAddress: "en import eller en adress som kör något",

  // What stands before a lesson
  fenceOther: "Det som står överst i filen är YAML mellan rader med ---. Skriv --- här.",
  frontMatterMissing:
    "Lektionen saknar titel. Börja filen med en rad med ---, sedan title: och titeln, sedan en rad med ---.",
  frontMatterLanguage: ({ fence }: { fence: string }) =>
    `Överst i filen kan bara YAML stå, och "${fence}" betyder något annat. Skriv enbart --- på raden.`,
  frontMatterOpen: "Det som står överst i filen stängs aldrig. Avsluta det med en rad med enbart ---.",
  frontMatterEmpty: "Överst i filen står inget. Skriv title: och lektionens titel.",

  // YAML
  yamlTooLarge: ({ most }: { most: number }) => `Filen är större än ${most} tecken. Dela upp den.`,
  yamlFault: ({ code }: { code: string; fault: string }) =>
    `Det här är inte vanlig YAML. ${yamlFaults[code] ?? "Skriv bara fält och värden."}`,
  yamlAlias: "Hänvisningar (*namn) används inte här. Skriv ut värdet.",
  yamlUnread: "Det här är inte vanlig YAML. Skriv bara fält och värden.",
  fieldUnknown: ({
    where,
    key,
    meant,
    known,
    isEmpty,
  }: {
    where: string;
    key: string;
    meant: string | undefined;
    known: readonly string[];
    /** Nothing stands after it: perhaps a comma began it. */
    isEmpty: boolean;
  }) =>
    `${where ? `${where}: ` : ""}"${key}" är inget fält här.${didYouMean(meant)}${
      known.length ? ` Fälten är ${known.join(", ")}.` : ""
    }${isEmpty ? " Innehåller texten ett komma, så sätt den inom citattecken." : ""}`,
  inField: ({ where, reason }: { where: string; reason: Inner }) => (where ? `${where}: ${reason}` : reason),
  otherValue: ({ expected }: { fault: string; expected: string | undefined }) =>
    wanted[expected ?? ""] ?? "värdet går inte att använda här; se efter hur fältet ska skrivas",
  policy: ({ path, fault }: { path: string; fault: PolicyFault; message: string }) => `${path}: ${policyFault(fault)}`,

  // Fields
  writeId: "skriv ett id",
  idTooLong: "ett id är högst 64 tecken",
  idLetters: "ett id består av små bokstäver a till z, siffror och bindestreck",
  objectiveIdLetters: "ett id består av små bokstäver, siffror och bindestreck",
  languageLetters: "ett språk är två eller tre bokstäver, som sv",
  writeText: "skriv en text",
  controlCharacter: "det finns ett styrtecken i texten, som inte syns; skriv texten på nytt",
  textTooLong: ({ longest }: { longest: number }) => `högst ${longest} tecken`,
  writeEmail: "skriv en e-postadress",
  writeDate: "skriv ett datum som ÅÅÅÅ-MM-DD",
  dateExists: "skriv ett datum som finns, som ÅÅÅÅ-MM-DD",
  writeMinutes: "skriv ett helt antal minuter",
  fewestMinutes: "minst 1 minut",
  mostMinutes: "högst 600 minuter; dela upp modulen",
  writeInLanguages: ({ language }: { language: string }) => `skriv texten på varje språk, som { ${language}: ... }`,
  languagesList: "skriv språken som en lista, det som används i andra hand först: [sv, en]",
  oneLanguage: "skriv minst ett språk",
  languageTwice: "ett språk står två gånger",
  departmentForm: "en avdelning är { id, name }, och parent om den ligger under en annan",
  departmentsList: "skriv avdelningarna som en lista",
  oneDepartmentLeast: "skriv minst en avdelning",
  organisationForm: "organisation.yaml innehåller languages och departments",
  reviewersList: "skriv granskarnas adresser som en lista",
  responsibilitiesList: "skriv ansvarens id som en lista",
  orderList: "skriv modulernas id som en lista",
  orderTwice: "en modul står två gånger",
  courseForm: "course.yaml innehåller title, summary, owner, reviewers och responsibilities, och order om det behövs",
  writeRevisionNumber: "skriv revisionens nummer, från 1",
  revisionsFromOne: "revisioner räknas från 1",
  writeChange: "skriv minor, major eller critical",
  writePeriod: "skriv en tid i hela dagar, veckor, månader eller år, som P30D",
  revisionForm: "en revision är { number, change, note }, och within eller on om det behövs",
  writeAudience: "skriv everyone, eller { departments: [...] }",
  writePolicy: "skriv policy; en tom är {}",
  writePassMark: "skriv gränsen för godkänt som en andel, som 0.8",
  passMarkPositive: "gränsen för godkänt är mer än 0",
  passMarkMost: "gränsen för godkänt är en andel på högst 1, som 0.8",
  pointForm: "en punkt är { figure, text }",
  onePoint: "skriv minst en punkt",
  threePoints: "högst tre punkter: välj de starkaste",
  whyForm: "why är en lista av { department, points }",
  revisionsList: "skriv revisionerna som en lista, från nummer 1",
  oneRevision: "skriv minst revision 1",
  revisionOrder: ({ number }: { number: number }) =>
    `revisioner numreras 1, 2, 3 i ordning; den här ska vara ${number}`,
  moduleForm: "module.yaml innehåller modulens fält",
  writeTitle: "skriv lektionens titel",
  writeSummary: "skriv en mening om lektionen",
  writeObjective: "skriv vad den som läser kommer att kunna",
  objectivesForm: "objectives är en lista av { id, text }",
  frontMatterForm: "överst i filen står fält, som title: Att svara kunder",
};
