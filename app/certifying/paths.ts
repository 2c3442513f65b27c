import { lessonPath } from "#app/lessons/links";

/** Addresses of what is sent and decided about evidence from elsewhere, as `app/routes.ts` lists them. */
export const ownEvidencePath = "/evidence";
/** For whoever decides about the people of some departments. */
export const managedEvidencePath = "/overview/evidence";
/** For whoever decides about everybody. */
export const companyEvidencePath = "/admin/evidence";
export const enterEvidencePath = "/admin/evidence/new";

export function evidencePath(id: string): string {
  return `${ownEvidencePath}/${id}`;
}

export function evidenceFilePath(id: string): string {
  return `${ownEvidencePath}/${id}/file`;
}

export function sendEvidencePath(moduleId: string): string {
  return `${lessonPath(moduleId)}/evidence`;
}
