import { swedishNumeral } from "../numerals";

const questions = (n: number) => (n === 1 ? "en fråga" : `${swedishNumeral(n)} frågor`);
const choices = (n: number) => `${n} alternativ`;

/** Bringing questions in, in Swedish. */
export const sv = {
  title: "Hämta frågor",
  lead: "Klistra in frågor i formatet GIFT, som Moodle och många andra kan spara. Först ser du vad det blir. Ingenting läggs till förrän du säger till.",
  gift: "Frågorna",
  giftHint: "En tom rad mellan frågorna. Högst 150 000 tecken och 200 frågor åt gången.",
  file: "Eller läs dem från en fil",
  fileRead: (name: string) => `${name} är inläst ovanför.`,
  fileLarge: "Filen är för stor. Dela den och ta en del i taget.",
  name: "Vad frågorna ska heta",
  nameHint: "Blir filens namn i frågebanken. För en översättning: samma namn som på det andra språket.",
  language: "Språk",
  try: "Visa vad det blir",
  add: (n: number) => `Lägg till ${questions(n)} i utkastet`,
  notTaken: "Något behöver rättas.",
  triedTitle: (carried: number, left: number) =>
    left === 0
      ? `Allt följer med: ${questions(carried)}.`
      : `Det blir ${questions(carried)}. ${left === 1 ? "En sak" : `${left} saker`} följer inte med.`,
  carriedTitle: (n: number) => `Det här blir ${questions(n)}`,
  leftTitle: (n: number) => (n === 1 ? "En sak följer inte med" : `${n} saker följer inte med`),
  line: (line: number, column: number | null) => (column === null ? `Rad ${line}` : `Rad ${line}, tecken ${column}`),
  kinds: {
    one: (n: number) => `Ett rätt svar av ${n}`,
    many: (n: number) => `Flera rätta svar, ${choices(n)}`,
    order: (n: number) => `Sätt ${n} i ordning`,
    text: (n: number) => (n === 1 ? "Skriv svaret" : `Skriv svaret, ${n} är med`),
  },
  notes: {
    "all-or-nothing": "Räknas som rätt när alla rätta är valda. Delpoäng finns inte här.",
    comma: "Talet godtas både med punkt och med komma.",
    "catch-all": "Kommentaren till alla andra svar följer inte med.",
  },
  reasons: {
    syntax:
      "Går inte att läsa. Kontrollera klamrar, och att tecknen ~ = # { } : har \\ framför sig när de bara är tecken.",
    category: "En kategori. Frågor ordnas i filer här.",
    description: "En text utan fråga. Skriv den i lektionen i stället.",
    essay: "Ett fritt svar går inte att rätta. Använd Reflect i lektionen.",
    matching: "Para ihop finns inte här. Gör en fråga för varje par, eller en om ordning.",
    "numerical-range": "Ett tal inom gränser går inte att rätta här. Fråga efter ett exakt tal eller ge alternativ.",
    "partial-weights": "Delpoäng finns inte här. Bestäm vilka svar som är rätt.",
    "several-right": "Flera svar är helt rätt var för sig. Lämna ett rätt, eller ge alla en del av poängen.",
    "no-right-answer": "Inget svar är rätt.",
    wildcard: "Svar med * för vad som helst går inte att rätta här. Skriv ut svaren.",
    "same-choices": "Två svar säger samma sak.",
    "too-few-choices": "En fråga behöver minst två svar att välja mellan.",
    "no-question": "Det står inget att fråga.",
    picture: "En bild hör till. Lägg till bilden i modulen och skriv frågan här.",
    "too-long": "För lång. Korta frågan eller svaren.",
    "too-many": "Mer än vad en fil rymmer. Ta resten i en fil till.",
    refused: "Frågan går inte att skriva om säkert. Skriv den här i stället.",
  },
  faults: {
    "title-missing": "Skriv vad frågorna ska heta, med minst en bokstav eller siffra.",
    "title-taken": "Det finns redan frågor med det namnet på det språket. Välj ett annat.",
    "not-a-translation":
      "Frågor med det namnet finns på ett annat språk, och de här är inte samma frågor. Välj ett annat namn.",
    "no-more-files": "Modulen har så många filer den kan ha. Ta bort någon först.",
    "language-unknown": "Välj ett av företagets språk.",
    "gift-missing": "Klistra in minst en fråga.",
    "gift-long": "Det är för mycket på en gång. Dela upp det.",
    "gift-slow":
      "Det tog för lång tid att läsa frågorna och avbröts. Klistra in färre åt gången, så ser du vilken det stannar på.",
    "nothing-carried": "Ingen av frågorna kan följa med. Nedanför står varför.",
  },
  limits: {
    title: "Det som inte kan följa med",
    text: "Para ihop, tal inom gränser, fria svar, delpoäng och bilder. Varje fråga som lämnas nämns med sin rad, så att du kan skriva om den.",
  },
  answers: { yes: "Sant", no: "Falskt" },
};
