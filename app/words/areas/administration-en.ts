import type { sv } from "./administration-sv";

/** What stands around every page of administration, in English. */
export const en: typeof sv = {
  title: "Company",
  navigation: "Parts of the company",
  sections: {
    start: "Getting started",
    people: "People",
    departments: "Departments",
    places: "Entities and sites",
    roles: "Roles and responsibilities",
    requirements: "Requirements",
    imports: "Imports",
    evidence: "Evidence",
    sessions: "Sessions",
  },
};
