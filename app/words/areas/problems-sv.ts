/** What the checker finds in lessons, questions and links, in Swedish. */
import type { Inner } from "./said";

const didYouMean = (meant: string | undefined) => (meant === undefined ? "" : ` Menade du ${meant}?`);
const things = { headings: "rubriker", footnotes: "fotnoter", rules: "avdelande streck" };
const kinds = { question: "Frågan", Confirm: "Bekräftelsen", Reflect: "Reflektionen" };

/** What to write in place of the HTML that people try first. */
const insteadOfElement = {
  a: "[text](adress)",
  abbr: '<Term def="...">ordet</Term>',
  audio: "en film eller en text; enbart ljud kan inte ingå i en lektion än",
  aside: '<Callout kind="note">',
  b: "**fetstil**",
  blockquote: "> i början av raden",
  br: "ett omvänt snedstreck sist på raden, eller en tom rad",
  code: "`kod`",
  dfn: '<Term def="...">ordet</Term>',
  del: "~~struket~~",
  div: "vanliga stycken, eller <Callout>",
  embed: '<Attachment src="media/..." title="..." />',
  object: '<Attachment src="media/..." title="..." />',
  em: "*kursivt*",
  figure: '<Figure src="media/..." alt="..." />',
  h1: "lektionens titel överst i filen, efter title:",
  h2: "## Rubrik",
  h3: "### Rubrik",
  h4: "#### Rubrik",
  hr: "--- på en egen rad",
  i: "*kursivt*",
  iframe: "en länk; inget hämtas från andra webbplatser",
  img: '<Figure src="media/..." alt="..." />',
  li: "- punkt",
  mark: '<Changed since="1">texten</Changed>',
  ol: "1. punkt",
  p: "texten med en tom rad före och efter",
  pre: "``` på raden före och raden efter",
  s: "~~struket~~",
  script: "inget alls: lektioner kör aldrig kod",
  span: "vanlig text",
  strong: "**fetstil**",
  style: "inget alls: utseendet sköts av Repris",
  table: "en tabell med | mellan cellerna",
  ul: "- punkt",
  track: '<Video src="media/..." title="..." captions="media/..." />',
  video: '<Video src="media/..." title="..." captions="media/..." />',
};

const laterComponents = {
  Person:
    "Person kommer senare, tillsammans med registret över vem som ansvarar för vad. Skriv med ord vem det är så länge",
  ShareExample:
    "ShareExample kommer senare, tillsammans med kollegors exempel. Använd <Reflect> så länge, eller hoppa över det",
};

type MediaKind = "picture" | "video" | "captions" | "document";
const endings = { picture: "png", video: "mp4", captions: "vtt", document: "pdf" } as const;
const mediaKinds = { picture: "en bild", video: "en film", captions: "textning", document: "ett dokument" } as const;

export const sv = {
  // Code
  html: "HTML används inte i lektioner. Skriv Markdown.",
  nodeType: ({ type }: { type: string }) => `${type} används inte i lektioner. Skriv vanlig Markdown.`,
  fragment: "<> och </> används inte i lektioner. Skriv bara innehållet.",
  element: ({ name, meant }: { name: string; meant: string | undefined }) =>
    `HTML som <${name}> används inte i lektioner.${
      Object.hasOwn(insteadOfElement, name)
        ? ` Skriv ${insteadOfElement[name as keyof typeof insteadOfElement]}.`
        : didYouMean(meant) || " Skriv Markdown."
    }`,
  htmlComment: "HTML-kommentarer används inte i lektioner. Ta bort kommentaren.",
  comment: "Kommentarer inom { } används inte i lektioner. Ta bort kommentaren.",
  expression: ({ source }: { source: string }) =>
    `Uttryck inom { }, som {${source}}, används inte i lektioner. Skriv själva texten, eller \\{ om du menar tecknet.`,
  expressionUnread: "Uttryck inom { } används inte i lektioner. Skriv \\{ om du menar tecknet.",
  importStatement: "Lektioner importerar inget: komponenterna finns redan. Ta bort raden. Bilder visas med <Figure>.",
  exportStatement:
    "Lektioner exporterar inget. Det som gäller hela lektionen skrivs överst i filen, mellan raderna med ---.",
  moduleCode: "import och export används inte i lektioner. Ta bort raden.",
  moduleCodeInSentence:
    "import och export används inte i lektioner. Börjar meningen med ordet, så skriv om den så att ordet inte står först.",
  spread: "Attribut kan inte läggas in med {...}. Skriv ut vart och ett.",
  handler: ({ name }: { name: string }) =>
    `${name} är till för att köra kod, och det gör lektioner aldrig. Ta bort det.`,
  style: ({ name }: { name: string }) => `${name} används inte i lektioner: utseendet sköts av Repris. Ta bort det.`,
  attributeForbidden: ({ name }: { name: string }) => `Attributet ${name} får inte användas i lektioner. Ta bort det.`,

  // Components and their attributes
  componentLater: ({ name }: { name: keyof typeof laterComponents }) => `${laterComponents[name]}.`,
  componentUnknown: ({ name, meant, known }: { name: string; meant: string | undefined; known: readonly string[] }) =>
    `Det finns ingen komponent som heter ${name}.${didYouMean(meant) || ` De som finns är ${known.join(", ")}.`}`,
  attributeTwice: ({ name }: { name: string }) => `${name} står två gånger. Skriv det en gång.`,
  attributeUnknown: ({
    component,
    name,
    meant,
    known,
  }: {
    component: string;
    name: string;
    meant: string | undefined;
    known: readonly string[];
  }) =>
    `${component} har inget attribut som heter ${name}.${
      didYouMean(meant) || (known.length ? ` De som finns är ${known.join(", ")}.` : " Det tar inga attribut alls.")
    }`,
  attributeExpression: ({ name }: { name: string }) =>
    `${name} är ett uttryck. Skriv själva värdet, som ${name}="...".`,
  attributeName: ({ name }: { name: string }) => `${name} är inget vanligt attributnamn. Ta bort det.`,
  attributeMissing: ({ component, name }: { component: string; name: string }) =>
    `${component} behöver ${name}. Skriv <${component} ${name}="...">.`,
  attributeOneOf: ({ component, names }: { component: string; names: readonly string[] }) =>
    `${component} tar antingen ${names.join(" eller ")}. Skriv <${component} ${names[0]}="...">.`,
  figureWithoutAlt: 'Bilden saknar alt. Skriv alt="det som bilden visar".',
  flag: ({ name }: { name: string }) => `${name} står där eller står inte där. Skriv bara ${name}, utan värde.`,
  saysNothing: ({ name }: { name: string }) => `${name} är tomt. Skriv ${name}="...".`,
  idForm: ({ name, value }: { name: string; value: string }) =>
    `${name} är "${value}". Ett id består av högst 64 tecken: små bokstäver a till z, siffror och bindestreck.`,
  revisionNumber: ({ name }: { name: string }) => `${name} är numret på en revision. Skriv till exempel ${name}="1".`,
  oneOf: ({
    name,
    value,
    meant,
    values,
  }: {
    name: string;
    value: string;
    meant: string | undefined;
    values: readonly string[];
  }) => `${name} är "${value}".${didYouMean(meant) || ` Skriv något av ${values.join(", ")}.`}`,
  departmentUnknown: ({ id, meant, known }: { id: string; meant: string | undefined; known?: readonly string[] }) =>
    `Det finns ingen avdelning med id ${id}.${
      didYouMean(meant) || (known === undefined ? "" : ` De som finns är ${known.join(", ")}.`)
    }`,
  oneDepartment: ({ name }: { name: string }) => `${name} tar en avdelning. Skriv en komponent för var och en.`,
  attributeAddress: ({ name, reason }: { name: string; reason: Inner }) => `${name}: ${reason}`,
  attributePictureElsewhere: ({ name }: { name: string }) =>
    `${name}: bilder hör till modulen. Lägg filen i modulens mapp media och skriv media/namn.png.`,

  // Where things stand
  questionHolds: ({ unwanted }: { unwanted: keyof typeof things }) =>
    `En fråga kan inte innehålla ${things[unwanted]}. Skriv vanliga stycken.`,
  notInQuestion: ({ name }: { name: string }) =>
    `${name} kan inte stå i en fråga. En fråga innehåller text, bilder och termer.`,
  cannotStandHere: ({ name, homes }: { name: string; homes: readonly string[] }) =>
    `${name} kan inte stå här. Skriv det direkt ${homes
      .map((home) => (home === "page" ? "i själva lektionen" : `i ${home}`))
      .join(" eller ")}.`,
  notInSentence: ({ name }: { name: string }) =>
    `${name} kan inte stå inne i en mening eller en rubrik. Skriv det på egna rader.`,
  belongsInSentence: ({ name }: { name: string }) =>
    `${name} hör hemma i en mening. Skriv det på samma rad som orden omkring.`,
  holdsNothing: ({ name }: { name: string }) => `${name} har inget innehåll. Skriv <${name} ... />.`,
  isEmpty: ({ name }: { name: string }) => `${name} är tomt. Skriv innehållet mellan <${name}> och </${name}>.`,
  holdsOnly: ({ name, wanted }: { name: string; wanted: readonly string[] }) =>
    `${name} innehåller bara ${wanted.map((inner) => `<${inner}>`).join(" och ")}. Flytta ut det här, eller in i någon av dem.`,
  since: ({ since, newest }: { since: number; newest: number }) =>
    `Med since="${since}" märks stycket som nytt för alltid, eftersom den senaste revisionen är ${newest}. Skriv numret på den sista revisionen som inte hade ändringen.`,
  headingMisplaced: "En rubrik kan inte stå här. Skriv den i själva lektionen, eller gör orden feta.",
  headingEmpty: "Rubriken har inga ord. Skriv dem, eller ta bort rubriken.",
  headingTitle: "Lektionens titel skrivs överst i filen, efter title:. Rubriker börjar med ##.",
  headingLevel: ({ depth, before }: { depth: number; before: number }) =>
    `En rubrik på nivå ${depth} kommer direkt efter nivå ${before}. Skriv ${"#".repeat(before + 1)}, en nivå i taget.`,
  lessonMinutes: ({ takes, stated }: { takes: number; stated: number }) =>
    `Lektionen tar ungefär ${takes} minuter att läsa, och ${stated} är angivet. Korta den, eller skriv minutes: ${takes}.`,
  moduleMinutes: ({ takes, stated }: { takes: number; stated: number }) =>
    `Lektionerna tar tillsammans ungefär ${takes} minuter att läsa, och ${stated} är angivet. Korta dem, eller skriv minutes: ${takes}.`,

  // Ids
  idUsedByAnother: ({ id, kind }: { id: string; kind: string }) =>
    `Id ${id} används redan av en annan ${kind}. Skriv ett annat id.`,
  idUsedElsewhere: ({ kind, id, path }: { kind: keyof typeof kinds; id: string; path: string }) =>
    `${kinds[kind]} har id ${id}, som redan används i ${path}. Skriv ett annat id.`,
  questionIdTwice: ({ id, line }: { id: string; line: number }) =>
    `Frågan har id ${id}, som redan används på rad ${line}. Skriv ett annat id.`,

  // Links and pictures
  referenceUnknown: ({ label }: { label: string }) =>
    `Det står ingenstans vart [${label}] leder. Skriv [text](adress).`,
  linkWithoutText: "Länken har ingen text. Skriv [det som den leder till](adress).",
  linkWithoutAddress: "Länken leder ingenstans. Skriv [text](adress).",
  attributeMediaElsewhere: ({ name, media }: { name: string; media: MediaKind }) =>
    `${name}: filen hör till modulen. Lägg den i modulens mapp media och skriv media/namn.${endings[media]}.`,
  mediaKind: ({
    name,
    path,
    media,
    is,
    shown,
  }: {
    name: string;
    path: string;
    media: MediaKind;
    is: MediaKind;
    shown: string;
  }) => `${name} tar ${mediaKinds[media]}, och ${path} är ${mediaKinds[is]}. Skriv ${shown}.`,
  noPicture: ({ path, shown }: { path: string; shown: string }) =>
    `${path} är ingen bild. Skriv ${shown} på en egen rad.`,
  linkToMedia: ({ shown }: { shown: string }) =>
    `En länk kan inte leda till en av modulens filer. Visa den med ${shown}.`,
  captionsMissing:
    'Filmen saknar både textning och utskrift: den som inte hör får ingenting. Skriv captions="media/namn.vtt", eller det som sägs och syns mellan <Video ...> och </Video>.',
  anchorUnknown: ({ anchor, meant }: { anchor: string; meant: string | undefined }) =>
    `Ingen rubrik här har ankaret #${anchor}.${didYouMean(meant)}`,
  linkModuleUnknown: ({ module, meant }: { module: string; meant: string | undefined }) =>
    `Kursen har ingen modul som heter ${module}.${didYouMean(meant)}`,
  linkLessonUnknown: ({
    lesson,
    module,
    meant,
    lessons,
  }: {
    lesson: string;
    /** Null: the module that the link stands in. */
    module: string | null;
    meant: string | undefined;
    lessons: readonly string[];
  }) =>
    `Det finns ingen lektion ${lesson} i ${module ?? "den här modulen"}.${
      didYouMean(meant) || ` Lektionerna där är ${lessons.join(", ")}.`
    }`,
  pictureWithoutAlt: "Bilden saknar alternativtext. Skriv ![det som bilden visar](media/namn.png).",
  pictureElsewhere:
    "Bilder hör till modulen. Lägg filen i modulens mapp media och skriv ![det som bilden visar](media/namn.png).",
  mediaMissing: ({ path, meant }: { path: string; meant: string | undefined }) =>
    `Modulen har ingen ${path}.${didYouMean(meant)}`,
  addressHidden:
    "Adresser innehåller inga mellanslag, omvända snedstreck eller styrtecken. Skriv %20 i stället för ett mellanslag.",
  addressAnchor: "Efter # står inget att leda till. Skriv # och rubrikens ord med bindestreck mellan.",
  addressNothing: ({ scheme }: { scheme: string }) => `Det står inget efter ${scheme}:. Skriv adressen efter kolonet.`,
  addressHttp: ({ address }: { address: string }) => `Länkar är alltid krypterade här. Skriv ${address}`,
  addressScheme: ({ scheme }: { scheme: string }) =>
    `"${scheme}:" är inte tillåtet. Skriv en adress med https:, mailto: eller tel:, en sökväg i kursen, eller #rubrik.`,
  addressDoubleSlash: ({ address }: { address: string }) => `Skriv https: före adressen: ${address}`,
  addressRoot: "Sökvägar räknas från modulens mapp. Skriv ../modul/lektion, eller en hel adress med https:.",
  addressUser: "Adresser innehåller inga användarnamn. Ta bort det som står före @.",
  addressForm: "Skriv adressen som https://example.org/sida.",
  addressBroken: "Det här är ingen adress. Skriv den som https://example.org/sida.",
  addressMedia: "Bilder och andra filer ligger direkt i modulens mapp media. Skriv media/namn.png.",
  addressInCourse:
    "Det här är ingen sökväg i kursen. Skriv 02-lektion, ../modul/02-lektion eller ../modul. Andra adresser börjar med https:.",

  // Questions
  noQuestion: "Filen innehåller ingen fråga. Skriv minst en <Check>.",
  refresherQuestions: ({ least, most, asked }: { least: number; most: number; asked: number }) =>
    `En repris ställer ${least} till ${most} frågor, och den här ställer ${asked}.`,
  onlyQuestionsShown: ({ opened }: { opened: boolean }) =>
    `Här visas bara frågor, så ingen skulle få se det här. ${
      opened ? "Flytta det till före den första frågan, eller in i en." : "Flytta in det i en fråga."
    }`,
  refresherOpening: ({ unwanted }: { unwanted: "headings" | "footnotes" | `<${string}>` }) =>
    `En repris inleds med text, bilder och termer, utan ${
      unwanted === "headings" || unwanted === "footnotes" ? things[unwanted] : unwanted
    }. Skriv ett vanligt stycke.`,
  promptFirst: "Frågan skrivs före första Choice. Flytta upp det här, eller in i Feedback.",
  noPrompt: "Frågan frågar inget. Skriv den före första <Choice>.",
  promptParagraph: "En fråga börjar med ett vanligt stycke. Skriv frågan först och resten efter.",
  choiceEmpty: "Svarsalternativet är tomt. Skriv svaret mellan <Choice> och </Choice>.",
  choiceParagraph: "Ett svarsalternativ är ett enda stycke. Skriv det kortare.",
  oneFeedback: ({ name }: { name: string }) => `${name} har en enda Feedback. Skriv båda texterna i den.`,
  choicesAlike: ({ text }: { text: string }) =>
    `Två svarsalternativ säger "${text}". Skriv dem olika, eller ta bort ett.`,
  orderChoices: "En ordningsfråga behöver minst två svarsalternativ, skrivna i rätt ordning.",
  orderRight: "I en ordningsfråga är själva ordningen svaret. Ta bort right.",
  noRight: "Inget svar är rätt. Skriv <Choice right> för det rätta svaret.",
  fewChoices: "En fråga behöver minst två svarsalternativ.",
  severalRight: 'Mer än ett svar är rätt. Skriv kind="many" i Check, eller låt ett vara rätt.',

  // What could not be read
  tooDeep: ({ most }: { most: number }) => `Det här ligger mer än ${most} nivåer djupt. Skriv det plattare.`,
  tooLong: ({ most }: { most: number }) => `Filen är längre än ${most} tecken. Dela upp den i flera lektioner.`,
  lineTooLong: ({ most }: { most: number }) => `Raden är längre än ${most} tecken. Dela den.`,
  quotesTooDeep: ({ most }: { most: number }) =>
    `Citaten ligger mer än ${most} nivåer djupt i varandra. Skriv det plattare.`,
  blockTooLong: ({ most }: { most: number }) => `Mer än ${most} tecken utan en tom rad. Lägg in en här.`,
  tooDeepToRead: "Filen har för många nivåer i varandra för att kunna läsas. Skriv den plattare.",
  lostThread:
    "Filen går inte att läsa. Leta efter en komponent som öppnas i ett stycke och inte stängs i samma stycke.",
  closesOther: ({ name, line }: { name: string; line: string | undefined }) =>
    `</${name}> stänger något annat än det som är öppet${
      line === undefined ? "" : ` och som öppnades på rad ${line}`
    }. Stäng komponenterna i omvänd ordning mot hur de öppnades.`,
  notClosedInBlock: ({ name }: { name: string }) =>
    `<${name}> stängs inte innan stycket, listan eller citatet tar slut. Skriv <${name}> och </${name}> på egna rader, med en tom rad efter den första och före den andra.`,
  notClosed: ({ name }: { name: string }) => `<${name}> stängs aldrig. Skriv </${name}>.`,
  closingWithoutOpening: "Här stängs något som aldrig öppnats. Ta bort det, eller skriv det som öppnar före.",
  bareSign: "Det här < inleder ingen komponent. Skriv \\< om du menar tecknet, och adresser som [text](adress).",
  unread: (_: { fault: string }) => "Det här går inte att läsa. Skriv \\< och \\{ där du menar själva tecknen.",

  // Languages beside each other
  fileUntranslated: ({ file }: { file: string }) => `Bredvid den här filen saknas ${file}.`,
  fieldUntranslated: ({ field, languages }: { field: string; languages: readonly string[] }) =>
    `${field} är inte skrivet på ${languages.join(", ")}.`,
  thingUntranslated: ({ kind, id, path }: { kind: keyof typeof kinds; id: string; path: string }) =>
    `${kinds[kind]} ${id} i ${path} saknas här. Översätt den, med samma id.`,
  questionNotInOriginal: ({ id, path }: { id: string; path: string }) =>
    `Frågan ${id} finns inte i ${path}. Skriv den där också, eller ge den det id som den har där.`,
  questionDiffers: ({ id, how, path, line }: { id: string; how: Inner; path: string; line: number }) =>
    `Frågan ${id} ${how} Skriv den som på rad ${line} i ${path}.`,
  otherKind: ({ here, there }: { here: string; there: string }) => `är av slaget ${here} här och ${there} där.`,
  otherObjective: "har ett annat mål här.",
  otherDepartments: "är för andra avdelningar här.",
  otherChoices: ({ here, there }: { here: number; there: number }) =>
    `har ${here} svarsalternativ här och ${there} där.`,
  otherRight: ({ choice }: { choice: number }) => `har ett annat rätt svar här: alternativ ${choice} skiljer sig.`,
};
