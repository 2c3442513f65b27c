/** Addresses of the manager's screens, as `app/routes.ts` lists them. */
export const overviewPath = "/overview";

export function personPath(personId: string): string {
  return `/people/${encodeURIComponent(personId)}`;
}

/** The slip that somebody comes in with. */
export function slipPath(personId: string): string {
  return `${personPath(personId)}/slip`;
}

/** The slips of a department; null: the first that the reader prints for. */
export function slipsPath(departmentId: string | null): string {
  return departmentId === null ? "/people/slips" : `/people/slips?${new URLSearchParams({ department: departmentId })}`;
}

export const postersPath = "/posters";

/** Evidence from elsewhere that waits for an answer. */
export const evidenceListPath = "/overview/evidence";

export function evidencePath(id: string): string {
  return `/evidence/${id}`;
}

/** The list of who needs a nudge lies here on the overview; links to a filtered list jump to it. */
export const nudgesAnchor = "nudges";
