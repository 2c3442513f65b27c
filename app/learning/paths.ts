import { lessonPath } from "#app/lessons/links";

/** Addresses of the learner's screens, as `app/routes.ts` lists them. */
export const homePath = "/";

export function refresherPath(moduleId: string, step?: "question" | "result"): string {
  return `${lessonPath(moduleId)}/refresher${step ? `/${step}` : ""}`;
}
