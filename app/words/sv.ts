import type { Interval } from "./interval";

/**
 * The Swedish catalogue, and the shape that every other catalogue must have.
 * A message is a string, or a function of what it needs to say; sections follow the features.
 */
export const sv = {
  product: {
    name: "Repris",
    home: "Repris, startsida",
  },
  explanation: {
    completed: (day: string, again: boolean, voice: "you" | "they") =>
      voice === "they"
        ? `Klar den ${day}.`
        : again
          ? `Du repeterade modulen den ${day}.`
          : `Du gick modulen den ${day}.`,
    assigned: (day: string, voice: "you" | "they") =>
      voice === "they" ? `Modulen krävs sedan den ${day}.` : `Du fick modulen den ${day}.`,
    startingOver: (day: string, voice: "you" | "they") =>
      voice === "they"
        ? `Modulen krävs på nytt sedan den ${day}, och då gällde ingen tidigare utbildning längre.`
        : `Du fick modulen på nytt den ${day}, och då gällde det du gjort tidigare inte längre.`,
    neverAssigned: (voice: "you" | "they"): string =>
      voice === "they" ? "Modulen har aldrig krävts av den här personen." : "Modulen har aldrig krävts av dig.",
    unassigned: (day: string, voice: "you" | "they") =>
      voice === "they" ? `Modulen krävs inte längre sedan den ${day}.` : `Modulen krävs inte av dig sedan den ${day}.`,
    neverAges: "Den behöver inte repeteras.",
    repeated: (interval: Interval) => `den repeteras ${swedishInterval(interval)}`,
    weak: (interval: Interval) =>
      `några svar satt inte riktigt, så den kommer tillbaka efter ${swedishDuration(interval)}`,
    keptDay: (interval: Interval, anchor: string) =>
      `den repeteras ${swedishInterval(interval)} räknat från den ${anchor}`,
    fixedDays: "den repeteras på fasta dagar om året",
    issuer: (day: string) => `den som utfärdat beviset låter det gälla till ${day}`,
    spread: (days: number) =>
      `repriserna sprids ut så att den här ligger ${days} ${days === 1 ? "dag" : "dagar"} tidigare`,
    changed: (day: string, countedFrom: string | null) =>
      countedFrom === null
        ? `den ändrades den ${day}`
        : `den ändrades den ${day} med tiden räknad från den ${countedFrom}`,
    changedCritically: (day: string) => `den ändrades i grunden den ${day}`,
    extended: (day: string, voice: "you" | "they") =>
      voice === "they" ? `mer tid gavs den ${day}` : `du fick mer tid den ${day}`,
    returned: (day: string, voice: "you" | "they") =>
      voice === "they" ? `den krävs sedan den ${day}` : `den krävs av dig sedan den ${day}`,
    policyChanged: (day: string) => `reglerna för den ändrades den ${day}`,
    paused: (since: string, until: string | null) =>
      until === null ? `den pausades den ${since}` : `den var pausad från den ${since} till den ${until}`,
    exempt: (since: string, until: string | null, voice: "you" | "they") =>
      `${voice === "they" ? "Undantagen" : "Du är undantagen"} sedan den ${since}, ${
        until === null ? "tills vidare" : `till och med den ${until}`
      }.`,
    onLeave: (since: string, until: string | null, voice: "you" | "they") =>
      `${voice === "they" ? "Frånvarande" : "Du är frånvarande"} sedan den ${since}, ${
        until === null ? "tills vidare" : `till och med den ${until}`
      }.`,
    nothingLate: "Inget blir försenat under tiden.",
    holdsUntil: (day: string) => `Utbildningen gäller till ${day}.`,
    holdsEndless: "Utbildningen gäller tills vidare.",
    /** Clauses of one sentence, without its end. */
    list: (clauses: readonly string[]) =>
      clauses.length < 2 ? clauses.join("") : `${clauses.slice(0, -1).join(", ")}, och ${clauses.at(-1) ?? ""}`,
    /** How a sentence ends after its reasons. */
    so: {
      next: (due: string) => `nästa gång senast ${due}`,
      endless: "och den gäller tills vidare",
      noLastDay: "därför finns ingen sista dag just nu",
      finishBy: (due: string) => `därför senast ${due}`,
      shouldHaveFinished: (due: string) => `därför var sista dagen ${due}`,
      refreshBy: (due: string) => `därför senast ${due}`,
      shouldHaveRefreshed: (due: string, validUntil: string | null) =>
        `därför var sista dagen ${due}${validUntil === null ? "" : `, men den gäller till ${validUntil}`}`,
      wasValid: (until: string, due: string | null) =>
        `därför gällde den till ${until}${due === null ? "" : ` och ska göras om senast ${due}`}`,
    },
    /** The same where there is no reason to name but the beginning. */
    alone: {
      next: (due: string) => `nästa repris senast ${due}`,
      endless: "den gäller tills vidare",
      noLastDay: "det finns ingen sista dag just nu",
      finishBy: (due: string) => `den ska vara klar senast ${due}`,
      shouldHaveFinished: (due: string) => `den skulle ha varit klar senast ${due}`,
      refreshBy: (due: string) => `den ska repeteras senast ${due}`,
      shouldHaveRefreshed: (due: string, validUntil: string | null) =>
        `den skulle ha repeterats senast ${due}${validUntil === null ? "" : ` men gäller till ${validUntil}`}`,
      wasValid: (until: string, due: string | null) =>
        `den gällde till ${until}${due === null ? "" : ` och ska göras om senast ${due}`}`,
    },
    status: {
      none: "Ingår ej",
      current: "Gäller",
      soon: "Snart dags",
      due: "Att göra",
      changed: "Ändrad",
      overdue: "Försenad",
      lapsed: "Har gått ut",
      exempt: "Undantagen",
      leave: "Frånvarande",
      until: (day: string) => `till ${day}`,
      untilFurther: "tills vidare",
      from: (day: string) => `från ${day}`,
      by: (day: string) => `senast ${day}`,
      wasUntil: (day: string) => `gällde till ${day}`,
      heldUntil: (day: string) => `gäller till ${day}`,
      heldEndless: "gäller tills vidare",
      daysLeft: (days: number) => (days === 0 ? "sista dagen i dag" : days === 1 ? "1 dag kvar" : `${days} dagar kvar`),
      daysLate: (days: number) => (days === 1 ? "1 dag" : `${days} dagar`),
    },
  },
};

function swedishInterval({ years, months, weeks, days }: Interval): string {
  const words = ["tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"];
  const isFirstOrSecond = (n: number) => [1, 2].includes(n % 10) && ![11, 12].includes(n % 100);
  const ordinal = (n: number) => words[n - 3] ?? `${n}${isFirstOrSecond(n) ? ":a" : ":e"}`;
  const kinds = [years, months, weeks, days].filter((count) => count > 0).length;
  if (kinds !== 1) return `med ${swedishDuration({ years, months, weeks, days })} emellan`;
  if (years > 0) return years === 1 ? "en gång om året" : years === 2 ? "vartannat år" : `vart ${ordinal(years)} år`;
  if (months > 0)
    return months === 1 ? "en gång i månaden" : months === 2 ? "varannan månad" : `var ${ordinal(months)} månad`;
  if (weeks > 0) return weeks === 1 ? "varje vecka" : weeks === 2 ? "varannan vecka" : `var ${ordinal(weeks)} vecka`;
  return days === 1 ? "varje dag" : days === 2 ? "varannan dag" : `var ${ordinal(days)} dag`;
}

function swedishDuration({ years, months, weeks, days }: Interval): string {
  const parts = [
    years > 0 ? `${years} år` : "",
    months > 0 ? (months === 1 ? "1 månad" : `${months} månader`) : "",
    weeks > 0 ? (weeks === 1 ? "1 vecka" : `${weeks} veckor`) : "",
    days > 0 ? (days === 1 ? "1 dag" : `${days} dagar`) : "",
  ].filter(Boolean);
  return parts.length === 0 ? "0 dagar" : parts.join(" och ");
}
