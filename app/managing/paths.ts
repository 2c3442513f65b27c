/** Addresses of the manager's screens, as `app/routes.ts` lists them. */
export const overviewPath = "/overview";

export function personPath(personId: string): string {
  return `/people/${encodeURIComponent(personId)}`;
}

/** The list of who needs a nudge lies here on the overview; links to a filtered list jump to it. */
export const nudgesAnchor = "nudges";
