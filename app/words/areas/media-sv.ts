/** Bilder, filmer och dokument i studion, på svenska. */
export const sv = {
  title: "Bilder och filer",
  intro:
    "Det som lektionerna i modulen kan visa. Ingenting når dem som läser förrän det finns i en lektion och lektionen är publicerad.",
  upload: {
    title: "Lägg till en fil",
    label: "Välj en fil eller släpp den här",
    hint: "Bild (PNG, JPEG, WebP, AVIF, SVG), film (MP4), textning (VTT) eller dokument (PDF). Bilder högst 8 MB, SVG och textning 1 MB, dokument 20 MB, filmer 60 MB. Ur foton tas det bort som kameran har skrivit bredvid, till exempel platsen.",
    chosen: (name: string, size: string) => `${name}, ${size}`,
    tooLarge: (size: string) => `Filen är ${size}, och ingen fil får vara större än 60 MB.`,
    send: "Lägg till",
    sending: "Läggs till …",
  },
  refusals: {
    none: "Välj en fil först.",
    empty: "Filen är tom. Välj en annan.",
    unknown:
      "Filen är varken bild (PNG, JPEG, WebP, AVIF, SVG), film (MP4), textning (VTT) eller dokument (PDF), vad den än heter. Spara den som något av det.",
    "too-large":
      "Filen är för stor. Gör den mindre eller dela den: bilder högst 8 MB, SVG och textning 1 MB, dokument 20 MB, filmer 60 MB och en timme.",
    "too-many-pixels":
      "Bilden har för många bildpunkter. Gör den mindre: högst 40 miljoner, och högst 12 000 på en sida.",
    moves: "Bilden rör sig, och den som läser kan inte stoppa den. Spara den som stillbild, eller som film.",
    broken: "Filen är trasig eller avhuggen. Spara den på nytt.",
    unsafe: "Teckningen innehåller något som kan köras eller hämtas från annat håll. Spara den som en enkel teckning.",
    locked: "Dokumentet är låst med lösenord. Spara det utan.",
    "no-size":
      'Teckningen säger inte hur stor den är. Ange en storlek i ritprogrammet och spara på nytt, utan ”responsiv” eller procent. Eller öppna filen som text och skriv width och height i det första <svg>, till exempel width="800" height="600".',
    "nothing-drawn":
      "Ingenting är kvar av teckningen utan det som inte får vara med, till exempel ett foto eller en webbsida inuti. Spara den som PNG i stället.",
    "other-video": "Filmen går inte att spela i en webbläsare. Exportera den som MP4 med H.264.",
    captions:
      "Textningen går inte att läsa. Den börjar med WEBVTT och har tider som 00:01.000 --> 00:04.000 före varje replik.",
    "too-many": "Modulen har redan 200 filer. Ta bort några som inte används.",
  },
  line: (line: number) => `Se rad ${line}.`,
  done: {
    added: (name: string) => `${name} är tillagd`,
    addedText: "Nu kan du visa den i en lektion.",
    cleaned: (parts: string) => `Ur teckningen togs bort sådant som inte får vara med: ${parts}.`,
    inserted: (path: string) => `Inlagd sist i ${path}`,
    insertedText: "Flytta raden dit den hör hemma.",
    open: "Öppna lektionen",
    removed: (name: string) => `${name} är borttagen ur utkastet`,
  },
  stays: (name: string) => `${name} används och är kvar. Ta bort den ur lektionerna först.`,
  describe: {
    picture: "Beskriv vad bilden visar. Den som inte ser bilden får beskrivningen i stället.",
    other: "Skriv vad den heter, så att alla vet vad de öppnar.",
  },
  list: {
    title: "Filer i utkastet",
    none: "Modulen har inga filer ännu",
    noneText: "Lägg till en bild, en film med textning eller ett dokument.",
    file: "Fil",
    about: "Om filen",
    used: "Visas i",
    unused: "Visas ingenstans",
    forgotten:
      "En fil som inte finns i något utkast och inte har funnits i någon publicerad version raderas efter 30 dagar.",
    ways: "Gör",
  },
  kinds: { picture: "Bild", video: "Film", captions: "Textning", document: "Dokument" },
  pixels: (width: string, height: string) => `${width} × ${height} bildpunkter`,
  seconds: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
  size: {
    bytes: (n: string) => `${n} byte`,
    kilobytes: (n: string) => `${n} kB`,
    megabytes: (n: string) => `${n} MB`,
  },
  insert: {
    open: "Visa i en lektion",
    alt: "Vad visar bilden?",
    altHint: "Läses upp för den som inte ser bilden.",
    videoTitle: "Vad heter filmen?",
    documentTitle: "Vad heter dokumentet?",
    captions: "Textning",
    noCaptions: "Ingen: jag skriver i lektionen vad som sägs och syns",
    lesson: "Lektion",
    submit: "Lägg sist i lektionen",
  },
  remove: "Ta bort",
  removeName: (name: string) => `Ta bort ${name}`,
};
