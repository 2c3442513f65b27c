/** What stands around every page of administration, in Swedish. */
export const sv = {
  title: "Företaget",
  navigation: "Delar av företaget",
  sections: {
    start: "Att börja med",
    people: "Medarbetare",
    departments: "Avdelningar",
    places: "Bolag och platser",
    roles: "Roller och ansvar",
    requirements: "Krav",
    imports: "Inläsningar",
    evidence: "Intyg",
    sessions: "Kurstillfällen",
  },
};
