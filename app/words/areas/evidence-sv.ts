import { swedishNumeral } from "../numerals";

/** Evidence from elsewhere, in Swedish. */
export const sv = {
  title: "Intyg",
  states: { waiting: "Väntar på besked", approved: "Godkänt", declined: "Avböjt", withdrawn: "Tillbakadraget" },
  facts: {
    module: "Modul",
    person: "Medarbetare",
    issuer: "Utfärdat av",
    number: "Nummer",
    completedOn: "Klar",
    expiresOn: "Gäller till",
    noExpiry: "inget slutdatum",
    sent: "Skickat",
    sentBy: (day: string, name: string) => `${day} av ${name}`,
    file: "Fil",
    noFile: "Ingen fil",
  },
  own: {
    title: "Mina intyg",
    lead: "Utbildning du gått någon annanstans. Det som godkänns räknas som om du tagit modulen här.",
    choose: "Skicka in ett intyg",
    chooseModule: "För vilken modul?",
    chooseHint: "Välj den modul som intyget motsvarar.",
    go: "Fortsätt",
    listed: "Det du skickat",
    empty: {
      title: "Inga intyg än",
      text: "Har du gått en utbildning någon annanstans kan du skicka in beviset på den.",
    },
    received: {
      title: "Intyget är skickat",
      text: "Du får besked här när din chef eller HR har tittat på det.",
    },
    takenBack: { title: "Intyget är tillbakadraget", text: "Ingen tittar på det längre." },
    ending: (day: string, left: string) => `Slutar gälla ${day}, ${left}.`,
    renew: "Skicka in ett nytt",
  },
  left: (days: number) =>
    days === 0 ? "i dag" : days === 1 ? "i morgon" : `om ${swedishNumeral(days, "common")} dagar`,
  send: {
    title: (module: string) => `Intyg för ${module}`,
    lead: "Har du gått motsvarande utbildning någon annanstans? Skicka in beviset. Din chef eller HR tittar på det, och det som godkänns räknas som om du tagit modulen här.",
    submit: "Skicka intyget",
    sending: "Skickar",
  },
  enter: {
    title: "Lägg in ett intyg",
    lead: "För någon som lämnat sitt intyg till dig. Det räknas när det är godkänt.",
    person: "Vem gäller det?",
    personHint: "Anställningsnummer eller e-post.",
    module: "Vilken modul motsvarar det?",
    pick: "Välj modul",
    approval: "Vem godkänner?",
    now: "Jag har sett originalet och godkänner det nu",
    later: "Någon annan ska titta på det",
    submit: "Lägg in intyget",
    link: "Lägg in för någon",
  },
  fields: {
    issuer: "Vem har utfärdat intyget?",
    issuerHint: "Till exempel Röda Korset.",
    number: "Nummer",
    ifAny: "om det har ett",
    completedOn: "Vilken dag blev utbildningen klar?",
    expiresOn: "Till vilken dag gäller intyget?",
    expiresHint: "Lämna tomt om det inte säger någon dag.",
    file: "Intyget som fil",
    fileHint: "PDF, JPEG eller PNG, högst 10 MB. Ett foto av papperet går bra.",
    kept: (name: string) => `${name} är mottagen och skickas med. Välj en fil här bara om du vill byta.`,
  },
  problems: {
    summary: (count: number) =>
      count === 1
        ? "Intyget är inte skickat än. En sak behöver rättas."
        : `Intyget är inte skickat än. ${count} saker behöver rättas.`,
    full: { title: "Du har många intyg som väntar", text: "När några av dem fått besked kan du skicka fler." },
    notSent: { title: "Intyget gick inte iväg", text: "Det du skrivit är kvar. Försök igen när nätet är tillbaka." },
    issuer: { missing: "Skriv vem som utfärdat intyget.", "too-long": "Skriv utfärdaren med högst 200 tecken." },
    number: { "too-long": "Skriv numret med högst 100 tecken." },
    completedOn: {
      missing: "Ange vilken dag utbildningen blev klar.",
      "no-date": "Den dagen då utbildningen blev klar finns inte i kalendern. Kontrollera datumet.",
      ahead: "Utbildningen kan inte ha blivit klar en dag som inte varit än.",
      "too-old": "Kontrollera året då utbildningen blev klar.",
    },
    expiresOn: {
      "no-date": "Slutdatumet finns inte i kalendern. Kontrollera det.",
      "before-completed": "Intyget kan inte sluta gälla innan utbildningen blev klar.",
      passed: "Intyget har redan slutat gälla. Skicka in ett som gäller.",
    },
    file: {
      missing: "Välj filen med intyget, eller ta ett foto av det.",
      "too-large": "Filen är större än 10 MB. Välj en mindre, eller ta ett nytt foto.",
      empty: "Filen är tom. Välj den igen.",
      unknown: "Filen är varken PDF, JPEG eller PNG. Spara den som PDF, eller ta ett foto.",
      broken: "Filen är skadad eller ofullständig. Öppna den och spara den på nytt.",
    },
    person: {
      missing: "Skriv anställningsnummer eller e-post.",
      nobody: "Ingen har det anställningsnumret eller den e-postadressen.",
      yourself: "Ditt eget intyg skickar du in från Min utbildning, så att någon annan kan godkänna det.",
    },
    module: { missing: "Välj vilken modul intyget motsvarar." },
  },
  one: {
    eyebrow: (person: string) => `Intyg, ${person}`,
    download: (name: string, size: string) => `Hämta ${name} (${size})`,
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))} kB`
        : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`,
    now: "I dag",
    after: "Om det godkänns",
    notRecorded: "Inget finns registrerat",
    voluntary: "Modulen krävs inte av den här personen. Intyget visas men räknas inte.",
    changed: (day: string) =>
      `Modulen ändrades i Repris ${day}. Intyget täcker inte ändringen, vare sig det är äldre eller nyare, så personen har fortfarande modulen eller dess repris att göra.`,
    noGain: "Det som redan gäller räcker längre. Datumet ändras inte.",
    approve: "Godkänn",
    decline: "Avböj",
    declineTitle: "Avböj i stället",
    declineWhy: "Varför räcker intyget inte?",
    declineHint: "Personen får läsa det du skriver.",
    withdrawTitle: "Godkännandet var fel",
    withdrawWhy: "Varför gäller det inte?",
    withdrawHint:
      "Läget räknas om som om intyget aldrig godkänts. Både godkännandet och det här beslutet finns kvar att läsa.",
    withdraw: "Dra tillbaka godkännandet",
    takeBack: "Dra tillbaka intyget",
    whyMissing: "Skriv varför, så att personen förstår.",
    tooLate: { title: "Någon hann före", text: "Intyget har redan fått besked. Så här ser det ut nu." },
    decided: {
      approved: (day: string, name: string) => `Godkänt ${day} av ${name}.`,
      declined: (day: string, name: string) => `Avböjt ${day} av ${name}.`,
      withdrawn: (day: string, name: string) => `Godkännandet drogs tillbaka ${day} av ${name}.`,
      takenBack: "Tillbakadraget av den som skickade det.",
      waiting: "Väntar på besked från chefen eller HR.",
    },
    why: (reason: string) => `Skäl: ${reason}`,
    back: "Alla intyg",
    done: {
      approved: { title: "Godkänt", text: "Det räknas nu, och personen har fått besked." },
      declined: { title: "Avböjt", text: "Personen har fått besked med ditt skäl." },
      withdrawn: { title: "Tillbakadraget", text: "Läget är omräknat, och personen har fått besked." },
    },
  },
  list: {
    title: "Intyg",
    sentence: (waiting: number, ending: number) => {
      const first =
        waiting === 0
          ? "Inget intyg väntar på besked."
          : waiting === 1
            ? "Ett intyg väntar på besked."
            : `${waiting} intyg väntar på besked.`;
      if (ending === 0) return first;
      return `${first} ${ending === 1 ? "Ett slutar" : `${ending} slutar`} gälla inom sextio dagar.`;
    },
    waiting: "Väntar på besked",
    waitingNote: "äldst först",
    waitingNone: "Inget väntar.",
    ending: "Slutar gälla",
    endingNote: "inom sextio dagar",
    settled: "Senast avgjorda",
    settledNone: "Inget har avgjorts än.",
    person: "Medarbetare",
    module: "Modul",
    issuer: "Utfärdat av",
    completedOn: "Klar",
    expiresOn: "Gäller till",
    sent: "Skickat",
    state: "Besked",
    pages: "Sidor med intyg som väntar",
    page: (from: number, to: number, of: number) => `${from} till ${to} av ${of}`,
    previous: "Tidigare skickade",
    next: "Senare skickade",
  },
};
