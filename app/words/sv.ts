import { type Interval, swedishDuration, swedishInterval } from "./interval";
import { capitalised, swedishMinutes, swedishNumeral } from "./numerals";

/**
 * The Swedish catalogue, and the shape that every other catalogue must have.
 * A message is a string, or a function of what it needs to say; sections follow the features.
 */
export const sv = {
  product: {
    name: "Repris",
    home: "Repris, startsida",
  },
  status: {
    current: "Gäller",
    soon: "Snart dags",
    due: "Att göra nu",
    overdue: "Försenad",
    planned: "Planerad",
    exempt: "Undantag",
    leave: "Frånvarande",
    changed: "Ändrad",
    right: "Rätt",
    wrong: "Fel",
  },
  shell: {
    skip: "Hoppa till innehållet",
    navigation: "Huvudmeny",
    nav: {
      training: "Min utbildning",
      overview: "Läget",
      administration: "Företaget",
      studio: "Studio",
      insights: "Insikter",
    },
    notices: { open: "Notiser", unread: "Nytt", unreadLabel: "Notiser, något nytt" },
    language: "Språk",
    languageNames: { sv: "Svenska", en: "English" },
    account: (name: string) => `${name}, ditt konto`,
    signOut: "Logga ut",
    theme: { label: "Tema", auto: "Auto", light: "Ljust", dark: "Mörkt", save: "Spara tema" },
    offline: {
      title: "Du är utan nät",
      text: "Det du har öppet går att läsa vidare. Svar i en lektion sparas i webbläsaren och skickas när nätet är tillbaka.",
    },
    ownAccess: "Din inloggning",
    sharedDevice: "Delad enhet",
    stillThere: {
      title: "Är du kvar?",
      text: (seconds: number) =>
        `Du loggas ut om ${seconds === 1 ? "1 sekund" : `${seconds} sekunder`}, så att ingen annan ser det som är ditt.`,
      stay: "Jag är kvar",
      leave: "Logga ut nu",
    },
    loading: "Hämtar sidan",
    demonstration: "Demonstration med påhittade personer",
  },
  signIn: {
    title: "Logga in",
    motto: "Lite i taget, året runt. Så sitter det när det behövs.",
    email: "E-post på jobbet",
    password: "Lösenord",
    submit: "Logga in",
    submitting: "Loggar in",
    forgotten:
      "Har du glömt lösenordet kan din chef skriva ut en lapp med en engångskod. Välj Anställningsnummer och skriv koden, så väljer du ett nytt.",
    problems: {
      emailMissing: "Skriv din e-postadress.",
      passwordMissing: "Skriv ditt lösenord.",
      wrong: "E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.",
      tooMany: (minutes: number) =>
        minutes <= 1
          ? "För många försök. Vänta en minut och försök igen."
          : `För många försök. Vänta ${swedishNumeral(minutes)} minuter och försök igen.`,
    },
    notices: {
      expired: { title: "Du är inte inloggad längre", text: "Logga in igen, så fortsätter du där du var." },
      answerLost: {
        title: "Det du skickade kom inte fram",
        text: "Du var utloggad när det skickades. Logga in och se efter: det sista du gjorde kan behöva göras om, allt före det är sparat.",
      },
      answerKept: {
        title: "Ditt svar är sparat",
        text: "Du var utloggad när det skickades. Logga in igen, så lämnas det in.",
      },
      signedOut: { title: "Du är utloggad", text: "Stäng webbläsaren om fler använder den här datorn." },
    },
    resume: {
      title: "Skickar ditt svar",
      text: "Det du skickade när du var utloggad lämnas in nu.",
      send: "Skicka svaret",
    },
    roles: {
      employee: (department: string) => `Medarbetare, ${department}`,
      manager: (department: string) => `Chef, ${department}`,
      trainer: (department: string) => `Utbildare, ${department}`,
      auditor: (department: string) => `Revisor, ${department}`,
      administrator: (department: string) => `Administratör, ${department}`,
      hr: (department: string) => `HR, ${department}`,
    },
    demonstration: {
      title: "Demonstration",
      text: (company: string) => `${company} är påhittat och alla dess anställda med det. Välj vem du vill vara.`,
      enterAs: "Gå in som",
      orByPassword: (password: string) => `Alla har lösenordet ${password}.`,
    },
  },
  home: {
    title: "Min utbildning",
    greeting: {
      morning: (name: string) => `God morgon, ${name}.`,
      day: (name: string) => `Hej, ${name}.`,
      evening: (name: string) => `God kväll, ${name}.`,
      first: (name: string) => `Välkommen, ${name}.`,
    },
    summary: {
      nothing: "Inget är på tur i dag.",
      notRequired: "Du har ingen utbildning just nu.",
      away: "Inget väntar på dig medan du är borta.",
      exempt: "Du är undantagen just nu, så inget väntar på dig.",
      one: (task: "module" | "refresher", late: boolean, minutes: number) =>
        `En ${task === "refresher" ? "repris" : "modul"} är ${late ? "försenad" : "på tur"} och tar ${swedishMinutes(minutes)}.`,
      several: (count: number, late: number, minutes: number) => {
        const all = `${capitalised(swedishNumeral(count))} saker är på tur`;
        if (late === 0) return `${all}, ${swedishMinutes(minutes)} tillsammans.`;
        if (late === count) return `${capitalised(swedishNumeral(count))} saker är försenade.`;
        return `${all}, ${swedishNumeral(late)} är ${late === 1 ? "försenad" : "försenade"}.`;
      },
    },
    next: {
      by: (day: string) => `senast ${day}`,
      wasDue: (day: string) => `skulle varit klar ${day}`,
      startRefresher: "Starta reprisen",
      startModule: "Börja modulen",
      resume: "Fortsätt",
      minutes: (minutes: number) => `${minutes} min`,
      questions: (count: number) => (count === 1 ? "1 fråga" : `${count} frågor`),
      seeChange: "Se vad som ändrats",
    },
    also: { title: "Också att göra", note: "i den ordning de behövs" },
    coming: {
      title: "På väg",
      note: "de närmaste tre månaderna",
      none: "Inget kommer tillbaka de närmaste tre månaderna.",
    },
    current: { title: "Gäller nu", none: "Här samlas det du har klarat." },
    paused: { title: "Pausat", note: "inget av det här väntar på dig" },
    evidence: {
      title: "Intyg",
      all: "Intyg från annat håll",
      waiting: "Väntar på besked.",
      declined: "Godkändes inte. Öppna och läs varför.",
      ending: "Slutar snart att gälla. Skicka in ett nytt om du har förnyat det.",
    },
    until: (day: string) => `till ${day}`,
    untilFurther: "tills vidare",
    from: (day: string) => `från ${day}`,
    distance: {
      today: "i dag",
      inDays: (days: number) => (days === 1 ? "i morgon" : `om ${days} dagar`),
      inWeeks: (weeks: number) => `om ${weeks} veckor`,
      inYears: (years: number) => `om ${years} år`,
      daysLeft: (days: number) => (days === 0 ? "sista dagen i dag" : days === 1 ? "1 dag kvar" : `${days} dagar kvar`),
      weeksLeft: (weeks: number) => `${weeks} veckor kvar`,
      yearsLeft: (years: number) => `${years} år kvar`,
      daysLate: (days: number) => (days === 1 ? "1 dag sen" : `${days} dagar sen`),
      weeksLate: (weeks: number) => `${weeks} veckor sen`,
    },
    wheel: {
      title: "Ditt årshjul",
      label: (shown: number, listed: number) =>
        `Årshjul med ${swedishNumeral(shown)} ${shown === 1 ? "modul" : "moduler"}. ${
          shown < listed ? `De närmaste av ${swedishNumeral(listed)} visas. ` : ""
        }Samma uppgifter finns i listorna, med samma nummer.`,
      count: (valid: number, required: number) => `${valid} av ${required}`,
      counts: "gäller i dag",
      nearest: (shown: number) => `Hjulet visar de ${swedishNumeral(shown)} som är närmast i tiden.`,
      past: "sedan du gick den",
      ahead: "tid kvar",
      today: "i dag",
    },
    counted: {
      summary: "Så räknas datumen",
      paragraphs: [
        "En modul gäller från dagen du klarar den. Reprisen öppnar en tid före sitt datum, och du gör den vilken dag som helst däremellan. Blir du sen finns det oftast några dagar till innan modulen slutar gälla.",
        "När en lektion ändras i sak frågar vi igen, och du får tid på dig från den dag den ändrades. Är det du lärde dig inte längre rätt slutar modulen att gälla genast, men även då har du tid på dig att göra om den.",
        "Är du borta blir du aldrig försenad av det. Ett datum som infaller medan du är borta flyttas till en tid efter att du är tillbaka. Övriga datum ligger kvar, så frånvaron läggs inte till.",
        "Du förlorar aldrig på att göra en modul en gång till.",
      ],
    },
    empty: {
      allDone: "Inget på tur",
      nextUp: (title: string, day: string, opens: string | null) =>
        opens === null
          ? `Nästa är ${title}, senast den ${day}.`
          : `Nästa är ${title}, senast den ${day}. Den öppnar den ${opens}.`,
      nothingAhead: "Det du har klarat gäller tills vidare.",
      readAnyway: "Läs något ändå",
      firstStart: (department: string, title: string, minutes: number) =>
        `${department === "" ? "Du" : department} börjar med ${title}, ${swedishMinutes(minutes)}.`,
      firstRest: (others: number, day: string | null) =>
        others === 0
          ? "Mer än så väntar inte just nu."
          : `${capitalised(swedishNumeral(others))} till ${others === 1 ? "väntar" : "väntar efter den"}${
              day === null ? "" : `, ${others === 1 ? "" : "den sista "}senast den ${day}`
            }.`,
      firstAction: (title: string) => `Börja med ${title}`,
      notRequired: "Ingen utbildning krävs av dig",
      notRequiredText: "När din avdelning behöver att du kan något dyker det upp här, med en förklaring till varför.",
    },
  },
  refresher: {
    title: (module: string) => `Repris: ${module}`,
    leave: "Avbryt, dina svar sparas",
    steps: (number: number, of: number) => `${number} av ${of}`,
    stepsAgain: "En gång till",
    stepsDone: "Klar",
    questions: (count: number) => (count === 1 ? "1 fråga" : `${count} frågor`),
    intro: {
      lastCompleted: (day: string) => `Senast klar ${day}`,
      neverCompleted: "Dags för en repris",
      changed: (count: number) =>
        count === 1
          ? "En sak har ändrats sedan sist"
          : `${capitalised(swedishNumeral(count))} saker har ändrats sedan sist`,
      unchanged: "Inget har ändrats sedan sist",
      readFirst: (count: number): string => (count === 1 ? "Läs den först." : "Läs dem först."),
      toCome: (questions: number, minutes: number, changed: boolean) =>
        `${changed ? "Sedan" : "Det blir"} ${questions === 1 ? "en fråga" : `${swedishNumeral(questions)} frågor`}, en i taget, ungefär ${swedishMinutes(minutes)}. Du kan pausa när du vill.`,
      changedOn: (day: string) => `Ändrat ${day}`,
      start: "Till första frågan",
      resume: "Fortsätt där du var",
      readLesson: (minutes: number) => `Läs hela lektionen, ${minutes} min`,
    },
    question: {
      changed: (day: string) => `Gäller ändringen ${day}`,
      again: "Den här kommer tillbaka",
      keys: "Välj med piltangenterna, svara med",
      /** `again`: the first answer has counted already. */
      honest: (dontKnow: string, again: boolean) =>
        again
          ? `Det är första svaret som räknas. Efter ”${dontKnow}” kommer frågan tillbaka tills den sitter.`
          : `”${dontKnow}” räknas som fel den här gången, men frågan kommer tillbaka tills den sitter.`,
    },
    feedback: {
      returns: "Frågan kommer tillbaka innan du är klar.",
      next: "Nästa fråga",
      finish: "Till resultatet",
    },
    result: {
      title: (right: number, of: number, day: string | null) =>
        day === null ? `${right} av ${of}. Den här sitter.` : `${right} av ${of}. Vi ses igen den ${day}.`,
      validUntil: (day: string) => `Gäller till ${day}`,
      validForever: "Gäller tills vidare",
      wheel: (from: string, to: string) => `Årshjul: från ${from} till ${to}`,
      until: "till nästa",
      months: (months: number) => `${months} mån`,
      days: (days: number) => `${days} d`,
      ladder: "Dina repriser av modulen",
      today: "I dag",
      next: "nästa repris",
      score: (right: number, of: number) => `${right} av ${of}`,
      review: "Så gick det",
      reviewNote: "Första svaret på varje fråga räknas.",
      readPassage: "Läs i lektionen",
      home: "Till Min utbildning",
    },
  },
  errors: {
    badRequest: {
      title: "Det gick inte att förstå",
      text: "Något i formuläret eller adressen är inte som det ska. Gå tillbaka och försök igen.",
    },
    forbidden: {
      title: "Den här sidan är inte för dig",
      text: "Den visas bara för dem som behöver den i sitt arbete. Tror du att du borde se den, fråga din chef.",
    },
    notFound: {
      title: "Sidan finns inte",
      text: "Den kan ha bytt namn. Dina resultat ligger kvar, de följer modulen och inte adressen.",
    },
    tooLarge: {
      title: "Det var för mycket på en gång",
      text: "Det som skickades är större än något formulär här tar emot. Gå tillbaka och skicka mindre.",
    },
    tooMany: {
      title: "Lite för fort",
      text: "Det kom många anrop på kort tid. Vänta en minut och försök igen.",
    },
    server: {
      title: "Något gick fel hos oss",
      text: "Det du redan har svarat är sparat. Försök igen om en stund.",
      reference: "Hör av dig till den som sköter Repris om det händer igen, och nämn",
    },
    offline: {
      title: "Sidan kunde inte hämtas",
      text: "Du verkar vara utan nät. Försök igen när det är tillbaka.",
    },
    retry: "Försök igen",
    home: "Till Min utbildning",
  },
  explanation: {
    completed: (day: string, again: boolean, voice: "you" | "they") =>
      voice === "they"
        ? `Klar den ${day}.`
        : again
          ? `Du repeterade modulen den ${day}.`
          : `Du gick modulen den ${day}.`,
    /** Completed again without a later day coming of it; `weak`: the interval that a weak result was given. */
    completedAgain: (day: string, later: string, again: boolean, weak: Interval | null, voice: "you" | "they") => {
      const first = voice === "they" ? "Klar" : again ? "Du repeterade modulen" : "Du gick modulen";
      return weak === null
        ? `${first} den ${day} och igen den ${later}, som inte ger någon senare dag.`
        : `${first} den ${day} och igen den ${later}, men då satt några svar inte riktigt och ${swedishDuration(weak)} därifrån ger ingen senare dag.`;
    },
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
    within: (days: number) =>
      days === 0 ? "den ska vara klar samma dag" : `den ska vara klar inom ${days === 1 ? "en dag" : `${days} dagar`}`,
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
    /** `days`: the time given to take it in. */
    changed: (day: string, countedFrom: string | null, days: number | null) => {
      const time = days === null ? "" : `, med ${days === 1 ? "en dag" : `${days} dagar`} på sig`;
      return countedFrom === null
        ? `den ändrades den ${day}${time}`
        : `den ändrades den ${day}${time} från den ${countedFrom}`;
    },
    changedCritically: (day: string, days: number | null) =>
      `den ändrades i grunden den ${day}${days === null ? "" : `, med ${days === 1 ? "en dag" : `${days} dagar`} på sig`}`,
    extended: (day: string, voice: "you" | "they") =>
      voice === "they" ? `mer tid gavs den ${day}` : `du fick mer tid den ${day}`,
    returned: (day: string, days: number, voice: "you" | "they") =>
      `den krävs ${voice === "they" ? "" : "av dig "}sedan den ${day}, med ${days === 1 ? "en dag" : `${days} dagar`} på sig`,
    policyChanged: (day: string) => `reglerna för den ändrades den ${day}`,
    /** `days`: the time given after the pause. */
    paused: (since: string, until: string | null, days: number) =>
      until === null
        ? `den pausades den ${since}`
        : `den var pausad från den ${since} till den ${until}, med ${days === 1 ? "en dag" : `${days} dagar`} efteråt`,
    exempt: (since: string, until: string | null, voice: "you" | "they") => {
      const who = voice === "they" ? "Undantagen" : "Du är undantagen";
      return until === null
        ? `${who} sedan den ${since}, tills vidare.`
        : `${who} från den ${since} till och med den ${until}.`;
    },
    onLeave: (since: string, until: string | null, voice: "you" | "they") => {
      const who = voice === "they" ? "Frånvarande" : "Du är frånvarande";
      return until === null
        ? `${who} sedan den ${since}, tills vidare.`
        : `${who} från den ${since} till och med den ${until}.`;
    },
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
      ranOut: (due: string, grace: number, until: string) =>
        `därför var sista dagen ${due}, och med ${grace === 1 ? "en dags" : `${grace} dagars`} respit gällde den till ${until}`,
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
      ranOut: (due: string, grace: number, until: string) =>
        `den skulle ha repeterats senast ${due}, och med ${grace === 1 ? "en dags" : `${grace} dagars`} respit gällde den till ${until}`,
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
  overview: {
    evidence: (waiting: number) =>
      waiting === 0
        ? "Intyg från annat håll"
        : waiting === 1
          ? "Ett intyg väntar på besked"
          : `${waiting} intyg väntar på besked`,
    prints: { slips: "Lappar och koder", posters: "Affischer" },
    title: "Läget",
    scopes: "Dina avdelningar",
    wholeCompany: (name: string) => `${name} · alla avdelningar`,
    printed: (scope: string, day: string) => `Läget för ${scope} den ${day}.`,
    people: (count: string, n: number) => `${count} ${n === 1 ? "person" : "personer"}`,
    sentence: {
      nothing: "Ingen utbildning krävs här i dag.",
      everybodyAway: "Alla som har något att göra här är frånvarande eller undantagna i dag.",
      allWell: "All utbildning gäller i dag, och ingen är försenad.",
      onTheWay: (percent: number) =>
        `${percent} procent av utbildningen gäller i dag. Resten är på väg, och ingen är försenad.`,
      share: (percent: number) =>
        percent === 100 ? "All utbildning gäller i dag." : `${percent} procent av utbildningen gäller i dag.`,
      /** Before and after the linked place: what is linked is the text between. */
      behind: (place: { module: string | null; department: string | null; overdue: number; count: string }) => {
        const late = place.overdue === 1 ? "en person är försenad" : `${place.count} personer är försenade`;
        if (place.department !== null) {
          const before = place.module === null ? "Längst efter ligger " : `Längst efter ligger ${place.module} i `;
          return { before, linked: place.department, after: `, där ${late}.` };
        }
        if (place.module !== null)
          return { before: "Längst efter ligger ", linked: place.module, after: `, där ${late}.` };
        return { before: "", linked: `${late.charAt(0).toUpperCase()}${late.slice(1)}`, after: "." };
      },
      notCounted: (exempt: number, onLeave: number) => {
        const parts = [
          exempt > 0 ? `${exempt} ${exempt === 1 ? "undantaget" : "undantagna"} krav` : "",
          onLeave > 0 ? `${onLeave}${exempt > 0 ? "" : " krav"} hos frånvarande` : "",
        ].filter(Boolean);
        return parts.length === 0 ? null : `${parts.join(" och ")} räknas inte in.`;
      },
    },
    figures: {
      valid: "Gäller",
      ofRequired: (count: string) => `av ${count} krav`,
      noneRequired: "inga krav i dag",
      overdue: "Försenade",
      noneOverdue: "ingen är försenad",
      dueSoon: "Att göra inom 30 dagar",
      withinWeek: (count: string) => `varav ${count} inom en vecka`,
      noneDue: "inget just nu",
      refreshersIn: (month: string) => `Repriser i ${month}`,
      takeMinutes: (minutes: number) => `ungefär ${minutes} min sammanlagt`,
      takeHours: (hours: string) => `ungefär ${hours} h sammanlagt`,
      noRefreshers: "inga är planerade",
    },
    matrix: {
      title: "Avdelningar och moduler",
      caption: "Andel medarbetare vars utbildning gäller, per avdelning och modul, och antal försenade",
      department: "Avdelning",
      allModules: "Alla moduler",
      allDepartments: "Alla avdelningar",
      notIncluded: "ingår ej",
      nobodyNow: "ingen i dag",
      overdue: "försenade",
      low: "under 75 %",
      legendShare: "har utbildning som gäller",
      empty: "Inga moduler krävs av någon här ännu.",
    },
    trend: {
      title: (months: number): string =>
        months === 12 ? "Tolv månader, och sex framåt" : "Hittills, och sex månader framåt",
      caption: "Diagram över andel som gäller och repriser per månad, kan rullas i sidled",
      share: "Andel som gäller",
      refreshers: "Repriser per månad",
      validNow: (percent: string) => `${percent} gäller`,
      ahead: (day: string) => `${day}, därefter planerat`,
      done: "genomförda",
      planned: "planerade, om alla blir klara i tid",
      asTable: "Visa som tabell",
      month: "Månad",
      completed: "Genomförda repriser",
      due: "Planerade repriser",
      noShare: "–",
      change: (from: string, fromMonth: string, to: string, toMonth: string, direction: "rose" | "fell" | "stayed") =>
        direction === "stayed"
          ? `Andelen som gäller var ${to} i ${toMonth}, lika mycket som i ${fromMonth}.`
          : `Andelen som gäller ${direction === "rose" ? "steg" : "sjönk"} från ${from} i ${fromMonth} till ${to} i ${toMonth}.`,
      noHistory: "Andelen som gäller har ingen historik ännu.",
      most: (month: string, count: string) => `Flest repriser väntas i ${month}: ${count}, om alla blir klara i tid.`,
      noneAhead: "Inga repriser väntas de närmaste sex månaderna.",
    },
    load: {
      title: "Årshjul",
      note: "repriser per månad, ett år framåt",
      label: (months: string) =>
        `Repriser per månad det kommande året: ${months}. Samma siffror finns i listan under bilden.`,
      month: (name: string, count: string) => `${name} ${count}`,
      total: "på ett år",
      asList: "Visa som lista",
    },
    nudges: {
      title: "Behöver en påminnelse",
      note: (overdue: string, week: string) => `${overdue} försenade, ${week} inom en vecka`,
      tableLabel: "Personer som behöver en påminnelse",
      filter: "Filtrera listan",
      search: "Sök person eller modul",
      department: "Avdelning",
      anyDepartment: "Alla avdelningar",
      module: "Modul",
      anyModule: "Alla moduler",
      state: "Läge",
      states: { all: "Alla", overdue: "Försenade", week: "Inom 7 dagar", month: "Inom 30 dagar" },
      sort: "Sortering",
      sorts: { person: "Sortera efter person", module: "Sortera efter modul", due: "Sortera efter datum" },
      show: "Visa",
      person: "Person",
      due: "Läge",
      pages: "Sidor i listan",
      shown: (from: string, to: string, total: string) => `Visar ${from}–${to} av ${total}.`,
      previous: "Föregående",
      next: "Nästa",
      whole: (total: string) => `Alla ${total} på en sida, för utskrift`,
      nobody: "Ingen behöver en påminnelse i dag",
      nobodyWhy: "Alla som har något att göra är klara, eller så är det ännu ingen som har något att göra.",
      noHits: "Ingen här stämmer med filtret",
      noHitsWhy: "Ta bort filtret för att se alla, eller sök på något annat.",
      removeFilter: "Ta bort filtret",
    },
  },
  person: {
    slip: "Skriv ut lapp",
    crumbs: "Var du är",
    overview: "Läget",
    printed: (name: string, number: string | null, organisation: string, day: string) =>
      `Utbildningsläge för ${name}${number === null ? "" : ` (anställningsnummer ${number})`}, ${organisation}, den ${day}.`,
    facts: {
      title: "Roll",
      department: "Avdelning",
      site: "Plats",
      employedFrom: "Anställd",
      leftOn: "Sista dag",
      manager: "Närmaste chef",
    },
    sentence: {
      left: (day: string) => `Har slutat, med sista dag ${day}. Här står vad som var klart då.`,
      nothing: "Ingen utbildning krävs i dag.",
      exempt: "Undantagen från all utbildning i dag, så inget blir försenat.",
      away: "Frånvarande i dag, så inget blir försenat.",
      valid: (valid: number, required: number) => {
        if (required === 1) return valid === 1 ? "Det enda kravet gäller." : "Det enda kravet gäller inte.";
        if (valid === required) return `Alla ${swedishNumeral(required, "neuter")} krav gäller.`;
        const some = valid === 0 ? "Inget" : valid === 1 ? "Ett" : capitalised(swedishNumeral(valid, "neuter"));
        return `${some} av ${swedishNumeral(required, "neuter")} krav gäller.`;
      },
      overdueSince: (module: string, day: string) => `${module} är försenad sedan den ${day}`,
      lapsedOn: (module: string, day: string) => `${module} gällde till den ${day}`,
      overdueSeveral: (count: number) => `${swedishNumeral(count)} moduler är försenade`,
      dueBy: (module: string, day: string) => `${module} ska göras senast ${day}`,
      dueSeveral: (count: number, first: string, day: string) =>
        `${swedishNumeral(count)} ska göras, först ${first} senast ${day}`,
      and: (first: string, second: string) => `${first}, och ${second}`,
      next: (module: string, day: string) => `Nästa repris är ${module}, senast ${day}.`,
      minutes: (minutes: number, tasks: number) =>
        tasks === 1
          ? `Det tar ungefär ${swedishMinutes(minutes)}.`
          : `Tillsammans tar de ungefär ${swedishMinutes(minutes)}.`,
    },
    modules: {
      everyone: "alla",
      personally: "just den här personen",
      title: "Modul för modul",
      none: "Inga moduler har krävts ännu.",
      requiredFor: (audiences: string) => `Krav för ${audiences}`,
      notRequired: "Inget krav i dag",
      legend: { past: "gällde", open: "öppen för repris", gap: "saknades", away: "frånvarande", today: "i dag" },
    },
    evidence: {
      title: "Intyg från annat håll",
      until: (day: string) => `Gäller till ${day}`,
      states: { waiting: "Väntar på besked", approved: "Godkänt", declined: "Avböjt", withdrawn: "Tillbakadraget" },
    },
    events: {
      allModules: "alla moduler",
      title: "Händelser",
      none: "Inget har hänt ännu.",
      earlier: "Visa tidigare händelser",
      until: (day: string) => `till ${day}`,
      endless: "tills vidare",
      assigned: (module: string) => `${module}: krävs`,
      assignedFor: (audiences: string) => `Krav för ${audiences}.`,
      unassigned: (module: string) => `${module}: krävs inte längre`,
      completedModule: (module: string) => `Klar: ${module}`,
      completedRefresher: (module: string) => `Repris klar: ${module}`,
      revision: (revision: number) => `Version ${revision}.`,
      elsewhere: "Utbildning från annat håll.",
      revised: (module: string) => `${module}: ny repris begärd`,
      revisedWhy: "Modulen ändrades så mycket att den behöver repeteras.",
      revisedCritically: (module: string) => `${module}: slutade gälla`,
      revisedCriticallyWhy: "Modulen ändrades i grunden, och den tidigare utbildningen gäller inte längre.",
      absent: "Frånvarande",
      absentWhy: "Inget blir försenat under frånvaron.",
      exempted: (module: string) => `Undantag: ${module}`,
      exemptedUntil: (until: string | null, decidedBy: string | null) =>
        `Undantagen ${until === null ? "tills vidare" : `till och med den ${until}`}.${
          decidedBy === null ? "" : ` Beslutat av ${decidedBy}.`
        }`,
      extended: (module: string) => `${module}: mer tid`,
      extendedTo: (due: string, decidedBy: string | null) =>
        `Ny sista dag ${due}.${decidedBy === null ? "" : ` Beslutat av ${decidedBy}.`}`,
      overdue: (module: string) => `${module} blev försenad`,
      lapsed: (module: string) => `${module} gick ut`,
    },
    meanings: {
      title: "Vad lägena betyder",
      current: "Klarad och innanför sin tid.",
      soon: "Reprisen öppnar inom 30 dagar.",
      due: "Ska göras, och sista dagen har inte passerat.",
      changed: "Modulen har ändrats och ska repeteras.",
      overdue: "Sista dagen har passerat.",
      exempt: "Någon med rätt att besluta har sagt till när.",
      leave: "Borta i dag. Inget blir försenat.",
    },
  },
  lessonPage: {
    number: (number: number, of: number) => `Lektion ${number} av ${of}`,
    contents: "I den här lektionen",
    read: "Läst",
    why: (department: string) => `Varför det spelar roll för ${department}`,
    elsewhere: { text: "Har du gått det här någon annanstans?", link: "Skicka in ditt intyg" },
    whyShort: "Varför det spelar roll",
    source: (source: string) => `Källa: ${source}`,
    minutes: (minutes: number) => `${minutes} min`,
    minutesLeft: (minutes: number, left: number) =>
      left === 0 ? `${minutes} min, läst` : `${minutes} min, ${left} kvar`,
    changed: (day: string) => `Ändrad ${day}`,
    owner: "Ansvarig",
    onlyIn: { sv: "Finns bara på svenska", en: "Finns bara på engelska" },
    resume: (heading: string) => `Fortsätt där du var: ${heading}`,
    passMark: (questions: number, needed: number) => {
      if (questions === 1) return "Modulen har en fråga. Blir det fel går det att försöka igen.";
      const all = `Modulen har ${swedishNumeral(questions)} frågor.`;
      return needed >= questions
        ? `${all} Alla behöver bli rätt, och det går att försöka igen.`
        : `${all} Minst ${swedishNumeral(needed)} behöver bli rätt, och det går att försöka igen.`;
    },
    next: {
      left: (questions: number, confirmations: number) => {
        const asked = questions === 1 ? "en fråga" : `${swedishNumeral(questions)} frågor`;
        const stated = confirmations === 1 ? "en bekräftelse" : `${swedishNumeral(confirmations)} bekräftelser`;
        const all = questions === 0 ? stated : confirmations === 0 ? asked : `${asked} och ${stated}`;
        return `${capitalised(all)} kvar, sedan är lektionen klar`;
      },
      lesson: (title: string) => `Nästa: ${title}`,
      thenComplete: "Sedan slutför du modulen",
      toQuestion: (number: number | null) => (number === null ? "Till frågan" : `Till fråga ${number}`),
      toConfirmation: "Till bekräftelsen",
      lessonDone: "Klar med den här lektionen",
      toLesson: (number: number) => `Till lektion ${number}`,
      earlier: "En tidigare lektion är inte klar",
      allAnswered: "Allt är besvarat",
      nothingAsked: "Du har gått igenom modulen",
      score: (right: number, of: number) => `${right} av ${of} rätt`,
      scoreBelow: (right: number, of: number, needed: number) => `${right} av ${of} rätt, ${needed} behövs`,
      complete: "Slutför modulen",
      completeWhy: "När du slutför modulen räknas den som klar från i dag.",
      end: "Avsluta försöket",
      endWhy: "Avsluta försöket, läs om det som blev fel och försök igen när du vill.",
      failed: "Läs om det som blev fel och försök igen",
      failedWhy: "Svaren byter plats, och du kan få andra frågor på samma sak.",
      retry: "Försök igen",
      completed: (day: string) => `Klar ${day}`,
      completedWith: (day: string, right: number, of: number) => `Klar ${day} med ${right} av ${of} rätt`,
      held: (module: string) => `${module} är klar`,
      validUntil: (day: string) => `Gäller till ${day}`,
      validForever: "Gäller tills vidare",
      home: "Till Min utbildning",
      again: "Gå modulen en gång till",
      refresher: "Reprisen väntar",
      refresherBy: (day: string) => `Senast ${day}`,
      refresherWasDue: (day: string) => `Skulle varit klar ${day}`,
      refresherOpen: "På tur",
      toRefresher: "Till reprisen",
    },
    lessons: { title: "Lektionerna i modulen", done: "Klar" },
    lookingAs: {
      label: "Visa lektionen som",
      own: "Mig själv",
      show: "Visa",
      title: (department: string) => `Du ser lektionen som ${department} ser den`,
      text: "Bara styckena för avdelningen skiljer. Inget går att svara på och inget sparas.",
      back: "Tillbaka till din egen",
    },
    unsent: (count: number) =>
      count === 1
        ? "Ett svar är inte sparat än. Det skickas så fort det går."
        : `${capitalised(swedishNumeral(count))} svar är inte sparade än. De skickas så fort det går.`,
    over: "Försöket var redan avslutat, kanske i en annan flik. Sidan visar hur det står nu.",
    stillOpen: "Något är inte besvarat än. Sidan visar vad.",
    notSent: "Det gick inte att skicka. Försök igen.",
  },
  lesson: {
    list: (items: readonly string[]) =>
      items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} och ${items.slice(-1).join("")}`,
    why: (departments: string) => `Varför det spelar roll för ${departments}`,
    forDepartments: (departments: string) => `Så gör vi i ${departments}`,
    forOthers: (departments: string) => `För alla utom ${departments}`,
    shownFor: "visas för din avdelning",
    changed: "Nytt sedan sist",
    changedSince: (day: string) => `Nytt sedan du gick modulen ${day}`,
    footnotes: "Fotnoter",
    backToText: "Tillbaka till texten",
    captions: "Textning",
    transcript: "Läs det som sägs och syns",
    document: (bytes: number) =>
      bytes < 1_000_000
        ? `PDF, ${Math.max(1, Math.round(bytes / 1000))} kB`
        : `PDF, ${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`,
    good: "Gör så här",
    bad: "Undvik",
    taskDone: "Klart",
    taskOpen: "Inte klart",
    check: {
      number: (number: number, of: number) => `Fråga ${number} av ${of}`,
      submit: "Kontrollera svaret",
      dontKnow: "Vet inte",
      chooseOne: "Välj ett alternativ.",
      chooseMany: "Välj alla som stämmer.",
      putInOrder: "Sätt dem i rätt ordning.",
      write: "Skriv ditt svar.",
      changeMind: "Du kan ändra dig innan du kontrollerar.",
      yourAnswer: "Ditt svar",
      place: (choice: number) => `Plats för rad ${choice}`,
      moveUp: "Flytta upp",
      moveDown: "Flytta ned",
      moved: (place: number) => `Flyttad till plats ${place}`,
      right: "Rätt.",
      wrong: "Inte riktigt.",
      notKnown: "Bra att du säger det.",
      marks: { right: "Rätt", wrong: "Ditt svar", missed: "Rätt svar" },
      rightPlace: (place: number) => `Ska vara nummer ${place}`,
      accepted: "Rätt svar:",
      notSent: "Ditt svar väntar på att skickas och går inte längre att ändra. Det går iväg av sig självt.",
      problems: {
        "nothing-chosen": "Välj något först, eller svara Vet inte.",
        "nothing-written": "Skriv något först, eller svara Vet inte.",
        "places-repeat": "Två rader har samma plats. Ge var och en sin egen.",
        "not-an-answer": "Det svaret hör inte till frågan. Svara igen.",
      },
    },
    confirm: {
      submit: "Jag har läst och följer det",
      done: (day: string) => `Bekräftat ${day}`,
      notSent: "Bekräftelsen är inte sparad än. Den skickas igen av sig själv.",
    },
    reflect: {
      share: "Dela med utbildaren",
      privacy: "Bara du ser det du skriver, om du inte delar det.",
      submit: "Spara",
      saved: (day: string) => `Sparat ${day}`,
      notSent: "Texten är inte sparad än. Den skickas igen av sig själv.",
    },
    loading: "Hämtar lektionen",
    unavailable: {
      title: "Lektionen kunde inte hämtas",
      text: "Kontrollera att du har nät och ladda sidan igen. Dina svar är sparade.",
      retry: "Ladda sidan igen",
    },
  },
};
