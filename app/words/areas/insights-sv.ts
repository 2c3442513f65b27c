import { intervalOf, swedishInterval } from "../interval";
import { capitalised, swedishNumeral } from "../numerals";

/** A choice that is a quotation already stays as it is. */
const quoted = (text: string) => (/^["“”»]/.test(text) ? text : `”${text}”`);
const answers = (count: number, shown: string) => (count === 1 ? "1 svar" : `${shown} svar`);
const questions = (count: number) => `${swedishNumeral(count)} ${count === 1 ? "fråga" : "frågor"}`;
/** `77 dagar`, `11 veckor`. */
const span = (days: number) =>
  days < 21 ? (days === 1 ? "1 dag" : `${days} dagar`) : `${Math.floor(days / 7)} veckor`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} och ${parts.at(-1)}`;

/** Insights in Swedish. */
export const sv = {
  title: "Insikter",
  eyebrow: "Frågor, minne, aktualitet",
  crumbs: "Var du är",
  filter: {
    label: "Välj kurs eller modul",
    all: "Alla moduler",
    wholeCourse: (course: string) => `Hela ${course}`,
    show: "Visa",
  },
  summary: {
    none: "Ingen har svarat på en fråga än. Siffrorna kommer när någon har tagit en modul.",
    few: "Ännu har för få svarat för att något ska kunna sägas om frågorna.",
    well: "Inget i frågorna sticker ut.",
    doubtful: (count: number) =>
      count === 1
        ? "en fråga har ett facit eller ett val som ser fel ut"
        : `${questions(count)} har ett facit eller ett val som ser fel ut`,
    weak: (count: number) => `${questions(count)} skiljer inte den som kan från den som inte kan`,
    tooHard: (count: number) => `${questions(count)} är för ${count === 1 ? "svår" : "svåra"}`,
    tooEasy: (count: number) => `${questions(count)} är för ${count === 1 ? "lätt" : "lätta"}`,
    sentence: (parts: readonly string[]) => `${capitalised(list(parts))}.`,
    forgotten: (title: string, day: number, every: string) => ({
      linked: `${title} är bortglömd efter ${span(day)}`,
      after: ` men frågas ${swedishInterval(intervalOf(every))}.`,
    }),
  },
  questions: {
    title: "Frågor",
    tableLabel: "Hur frågorna fungerar",
    question: "Fråga",
    answers: "Svar",
    difficulty: "Svårighet",
    difficultyNote: "andel rätt första gången",
    discrimination: "Särskiljning",
    discriminationNote: "har de som kan resten rätt?",
    wrong: "Vanligaste fel svar",
    verdict: "Bedömning",
    good: "bra område",
    inside: "innanför",
    outside: "utanför",
    ofAnswers: (share: string) => `${share} av svaren`,
    none: "Inget",
    noFigure: "–",
    fewTitle: "För få svar",
    few: (count: number, needed: number) => `${answers(count, String(count))} av ${needed} som behövs`,
    edit: "Öppna i studion",
    editOf: (question: string) => `Öppna i studion: ${question}`,
    shown: (from: number, to: number, total: number) => `${from}–${to} av ${total} frågor`,
    pages: "Sidor med frågor",
    previous: "Föregående",
    next: "Nästa",
    empty: "Det finns inga frågor här",
    emptyWhy: "Modulerna i urvalet har inga frågor än.",
  },
  verdicts: {
    "too-few": "För få svar",
    reversed: "Omvänd: kontrollera facit",
    "misleading-choice": "Ett val vilseleder",
    "tells-nobody-apart": "Svag: de som kan resten har också fel",
    "too-hard": "För svår",
    "too-easy": "För lätt för att skilja någon åt",
    unsure: "Utanför, men för få svar för att vara säker",
    works: "Fungerar",
  },
  mistakes: {
    chosen: (text: string) => quoted(text),
    missed: (text: string) => `Utelämnat: ${quoted(text)}`,
    put: (text: string, step: number) => `${quoted(text)} som steg ${step}`,
    "dont-know": "Jag vet inte",
    "other-words": "Andra ord",
  },
  formula: {
    summary: "Så räknas siffrorna",
    points: (few: number) =>
      [
        [
          "Svar",
          `Bara det första svaret i varje försök räknas, och bara i försök som är avslutade. ”Jag vet inte” är ett svar. Ändras frågans ord börjar räkningen om. Under ${few} svar sägs ingenting.`,
        ],
        ["Svårighet", "Andelen första svar som var rätt. Det bra området är 40 till 90 procent."],
        [
          "Särskiljning",
          "Sambandet mellan att ha rätt på frågan och andelen rätt på försökets övriga frågor (korrigerad punktbiserial korrelation, −1 till 1). Från 0,20 skiljer frågan dem som kan från dem som inte kan. Nära noll säger den inget, och under noll har de som kan resten oftare fel.",
        ],
        [
          "Flaggor",
          "En fråga flaggas bara när 95-procentsintervallet kring siffran ligger helt utanför det bra området. Därför kan en siffra ligga utanför utan att frågan flaggas: då är svaren för få för att vara säker.",
        ],
        [
          "Vilseleder",
          "Ett fel val görs minst lika ofta som frågan besvaras rätt, eller de som gör det klarar resten lika bra som de som svarade rätt.",
        ],
        ["Vems svar", "Ingen: här finns bara summor, aldrig personer."],
      ] as readonly (readonly [string, string])[],
    formula:
      "r = (medel(x·y) − medel(x)·medel(y)) ÷ (s(x)·s(y)), där x är 1 för rätt och 0 för fel, y är andelen rätt på övriga frågor och s är standardavvikelsen.",
  },
  memory: {
    title: "Hur fort varje modul glöms",
    note: "andel rätt första gången, efter dagar sedan sist",
    curve: "utjämnad kurva",
    interval: "95 % intervall",
    goal: "prickat: målet 80 %",
    days: "d",
    day: (day: number) => `dag ${day}`,
    head: (every: string | null, fixed: boolean, shown: string) => {
      const often = fixed
        ? "fasta dagar"
        : every === null
          ? "kommer inte tillbaka"
          : swedishInterval(intervalOf(every));
      return `${often} · ${shown} svar`;
    },
    label: (title: string, verdict: string) => `${title}: ${verdict}`,
    verdict: {
      "too-few": "För få repetitioner för att något ska kunna sägas.",
      unsure: (day: number) => `Under 80 % vid dag ${day}, men intervallet är brett. Vänta in fler svar.`,
      "too-early": (day: number) =>
        `Över 80 % så länge någon har väntat, dag ${day}. För tidigt att bedöma hela intervallet.`,
      holds: (day: number) => `Över 80 % ännu dag ${day}. Intervallet fungerar.`,
      fallsInTime: (day: number) => `Över 80 % till dag ${day}, efter att den frågas. Intervallet fungerar.`,
      falls: (day: number, early: number) =>
        `Under 80 % från dag ${day}, ${span(early)} innan den frågas igen. Fråga efter ${span(day)}.`,
      already: (day: number) =>
        `Under 80 % redan dag ${day}, så tidigt som någon har frågats. Intervallet är för långt.`,
      fallsOnce: (day: number) => `Under 80 % från dag ${day}. Modulen kommer inte tillbaka.`,
    },
    asTable: "Som tabell",
    tableLabel: (title: string) => `Vad som är kvar av ${title}`,
    since: "Dagar sedan sist",
    answers: "Svar",
    right: "Rätt",
    between: "95 % intervall",
    range: (low: string, high: string) => `${low}–${high}`,
    none: "Inga repetitioner har gjorts än",
    noneWhy: "Kurvorna ritas av de första svaren i repetitionerna de senaste tolv månaderna.",
    leftOut: (count: number) =>
      count === 1
        ? "En modul till har repetitioner. Välj den ovan för att se den."
        : `${capitalised(swedishNumeral(count))} moduler till har repetitioner. Välj en av dem ovan för att se den.`,
  },
  content: {
    title: "Innehåll att se över",
    note: "varje modul har ett datum då den ska ses över",
    tableLabel: "Innehåll att se över",
    module: "Modul",
    published: "Senast publicerad",
    daysAgo: (days: number) => (days === 0 ? "i dag" : days === 1 ? "i går" : `för ${days} dagar sedan`),
    why: "Varför nu",
    status: "Läge",
    action: "Åtgärd",
    version: (number: number) => `v${number}`,
    flagged: (count: number, total: number) => `${count} av ${total} frågor flaggade`,
    forgotten: "Glöms innan den kommer tillbaka",
    date: "Datumet för översyn närmar sig",
    past: "Datumet för översyn har passerat",
    states: {
      overdue: (date: string) => `Skulle ha setts över ${date}`,
      now: (date: string) => `Se över nu, senast ${date}`,
      soon: (date: string) => `Senast ${date}`,
      flagged: "Frågor att rätta",
    },
    open: "Öppna",
    openOf: (title: string) => `Öppna ${title} i studion`,
    look: "Visa frågorna",
    lookOf: (title: string) => `Visa frågorna i ${title}`,
    none: "Inget behöver ses över",
    noneWhy: "Här visas moduler vars datum för översyn är inom tre månader, och de som har flaggade frågor.",
  },
  depth: {
    version: (number: number) => `version ${number}`,
    memory: "Vad som är kvar",
    questions: "Frågorna i tur och ordning",
    noQuestions: "Modulen har inga frågor.",
    inLesson: (lesson: string) => `I ${lesson}`,
    months: "Andel rätt, månad för månad",
    monthsLabel: (question: string, parts: string) => `${question} Andel rätt per månad: ${parts}.`,
    noMonths: (few: number) => `Ingen av de senaste tolv månaderna har ${few} svar.`,
    month: "Månad",
    revisions: "Version för version",
    revision: "Version",
    same: "samma ord som nu",
    other: "andra ord",
    mistakes: "Vad som var fel",
    noMistakes: "Inget fel svar har getts.",
    share: "Andel av svaren",
    details: "Siffrorna i tabell",
  },
};
