/** A course in the studio, in Swedish. */
export const sv = {
  intro: "Det som står här gäller hela kursen och syns så snart det är sparat.",
  saved: "Sparat",
  changedMeanwhile: (now: string) =>
    `Någon annan har ändrat det här sedan du öppnade sidan. Nu står det: ${now}. Spara igen om ditt ska gälla.`,
  refused: "Något behöver rättas innan det går att spara.",
  words: "Namn och ansvarig",
  titleIn: (language: string) => `Titel på ${language}`,
  summaryIn: (language: string) => `Vad kursen handlar om, på ${language}`,
  owner: "Ansvarig för kursen (e-post)",
  ownerHint: (name: string | null) =>
    name === null
      ? "Står på kursens sidor, så att den som undrar något vet vem man frågar. Ingen här har den adressen."
      : `${name}. Står på kursens sidor, så att den som undrar något vet vem man frågar.`,
  save: "Spara",
  board: "Granskare",
  boardNote: "De som tillfrågas innan något i kursen publiceras. Ta gärna några från andra avdelningar.",
  noBoard: "Ingen är vald. Då går det bara att fråga andra som skriver i kursen.",
  notHere: "arbetar inte här, tillfrågas inte",
  remove: "Ta bort",
  removeNamed: (name: string) => `Ta bort ${name} från granskarna`,
  reviewer: "Lägg till en granskare (e-post)",
  reviewerHint: "Den som granskar läser och svarar, men kan inte ändra i texten. Ingen roll behövs.",
  add: "Lägg till",
  boardFaults: {
    form: "Skriv en e-postadress.",
    nobody: "Ingen som arbetar här har den adressen.",
    "there-already": "Den adressen finns redan bland granskarna.",
  },
  modules: "Moduler",
  modulesNote: "I den ordning som de visas.",
  noModules: "Kursen har inga moduler ännu.",
  up: (title: string) => `Flytta upp ${title}`,
  down: (title: string) => `Flytta ned ${title}`,
  archived: "Kursen är arkiverad.",
  archive: "Arkivera kursen",
  archiveText:
    "Alla moduler i kursen arkiveras. Från i morgon krävs ingen av dem, och de går inte att ändra. Det folk har gjort, och alla versioner, finns kvar.",
  submitArchive: "Arkivera kursen med alla moduler",
  archiveOpen: "Kursen kan inte arkiveras medan något i den ändras. Publicera eller släng utkasten först:",
  restore: "Ta tillbaka kursen",
  restoreText: "Kursen visas i studion igen. Modulerna tar du tillbaka en och en, på sidan där deras filer ordnas.",
};
