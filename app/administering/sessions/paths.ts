/** Addresses of the sessions' screens under administration, as `app/routes.ts` lists them. */
export const sessionsPath = "/admin/sessions";
export const newSessionPath = "/admin/sessions/new";

export type SessionPart = "change" | "invite" | "attendance" | "list" | "marks";

/** The page of a session, which says why something could not be done. */
export function tooLatePath(id: string): string {
  return `${heldSessionPath(id)}?done=too-late`;
}

export function heldSessionPath(id: string, part?: SessionPart): string {
  return part === undefined ? `${sessionsPath}/${id}` : `${sessionsPath}/${id}/${part}`;
}
