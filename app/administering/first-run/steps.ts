/** The steps of the first run that an administrator is led through; two came before (the company and the account). */
export const stepPaths = {
  company: "/admin/first-run/company",
  people: "/admin/first-run/people",
  course: "/admin/first-run/course",
  requirement: "/admin/first-run/requirement",
} as const;

export const steps = 5;
export const placeOf = { people: 3, course: 4, requirement: 5 } as const;

/** Where the one who has come to the end, or skipped it, goes. */
export const endPath = "/admin?ready";
