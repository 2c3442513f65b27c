export const importsPath = "/admin/imports";
export const peopleUploadPath = "/admin/imports/people";
export const historyUploadPath = "/admin/imports/history";

/** The page of an import. */
export function importPath(kind: "people" | "history", id: string): string {
  return `/admin/imports/${kind}/${id}`;
}

/** Where one goes on with a file that was brought; a file that is on its way in already says so there. */
export function begunPath(
  kind: "people" | "history",
  begun: { readonly id: string; readonly isKnown: boolean },
): string {
  return `${importPath(kind, begun.id)}${begun.isKnown ? "?known" : ""}`;
}
