/** Beginning a module, in Swedish. */
export const sv = {
  title: "Ny modul",
  lead: "Välj något att börja från. Det som ska skrivas står inom hakparenteser, och ingen ser något förrän du publicerar.",
  notTaken: "Något behöver rättas innan modulen kan börja.",
  template: "Börja från",
  templates: {
    procedure: {
      name: "En rutin",
      text: "Något som görs på samma sätt varje gång: stegen, felet som inte får hända och vad man gör när det inte blir som vanligt.",
    },
    policy: {
      name: "En policy att bekräfta",
      text: "Regler som alla läser och bekräftar, med ett läge där det inte är självklart.",
    },
    product: {
      name: "Produktkunskap",
      text: "Det kunden frågar om, med svar som går att visa och ärliga besked om vad produkten inte klarar.",
    },
    scenario: {
      name: "Ett scenario",
      text: "Ett läge som följs från första minuten till efteråt, med ett val i varje skede.",
    },
    empty: { name: "En tom lektion", text: "När du redan vet hur den ska se ut." },
  },
  titles: "Modulens titel",
  inLanguage: (language: string, optional: boolean) => `På ${language}${optional ? " (kan vänta)" : ""}`,
  id: "Modulens id",
  idHint: (made: string) =>
    `Står i adresser och ändras aldrig. Lämna tomt så blir det ${made === "" ? "som titeln, med a till z och bindestreck" : made}.`,
  course: "Kurs",
  newCourse: "En ny kurs",
  aboutNewCourse: "Om den nya kursen",
  courseTitles: "Kursens titel",
  courseOwner: "Du står som ansvarig för kursen.",
  submit: "Börja skriva",
  after:
    "När modulen kommer tillbaka, och att den ska ses över om ett år, är redan ifyllt. Båda kan du ändra i inställningarna.",
  faults: {
    "title-missing": "Skriv vad modulen heter.",
    "title-long": "Ta högst 200 tecken.",
    "course-title-missing": "Skriv vad kursen heter.",
    "course-unknown": "Välj en kurs i listan.",
    "id-form": "Ta små bokstäver a till z, siffror och bindestreck, högst 64 tecken.",
    "id-taken": "Det finns redan en modul med det id:t. Välj ett annat.",
    "id-missing": "Titeln har inga bokstäver a till z. Skriv ett id.",
    "no-email":
      "Den som ansvarar för en kurs behöver en e-postadress, och du har ingen i Repris. Be den som sköter personuppgifterna att lägga in den.",
  },
};
