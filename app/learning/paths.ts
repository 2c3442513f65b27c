import { lessonPath } from "#app/lessons/links";

/** Addresses of the learner's screens, as `app/routes.ts` lists them. */
export const homePath = "/";
/** Evidence from elsewhere. */
export const ownEvidencePath = "/evidence";

export function evidencePath(id: string): string {
  return `${ownEvidencePath}/${id}`;
}

export function sendEvidencePath(moduleId: string): string {
  return `${lessonPath(moduleId)}/evidence`;
}

export function refresherPath(moduleId: string, step?: "question" | "result"): string {
  return `${lessonPath(moduleId)}/refresher${step ? `/${step}` : ""}`;
}
