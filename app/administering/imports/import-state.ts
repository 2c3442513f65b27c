/** How far an import has come, as pages see it. */
export type ImportState =
  | "reading"
  | "mapping"
  | "checking"
  | "ready"
  | "applying"
  | "applied"
  | "taking-back"
  | "taken-back"
  | "discarded"
  | "failed";

/** Whether something goes on by itself now. */
export function isMoving(state: ImportState): boolean {
  return state === "reading" || state === "checking" || state === "applying" || state === "taking-back";
}
