export const insightsPath = "/insights";

/** A module's questions in depth, or one of them. */
export function moduleInsightsPath(moduleId: string, questionId?: string): string {
  return `${insightsPath}/${moduleId}${questionId === undefined ? "" : `#${anchorOf(questionId)}`}`;
}

/** Names a question on its module's page. */
export function anchorOf(questionId: string): string {
  return `question-${questionId}`;
}

/** A file's path in its module's folder, at the end of its whole path. */
const inModule = /^(?:(?:questions|refreshers)\/)?[^/]+$/;

/**
 * Where a module is written, at one of its files.
 *
 * @param path as it was published: it ends with the module's folder and the path in it
 */
export function editPath(moduleId: string, path?: string): string {
  const studio = `/studio/${moduleId}`;
  if (path === undefined) return studio;
  const parts = path.split("/");
  const file = parts
    .map((part, place) => (part === moduleId ? parts.slice(place + 1).join("/") : ""))
    .find((rest) => inModule.test(rest));
  return file === undefined ? studio : `${studio}?${new URLSearchParams({ file })}`;
}

/** The list with a filter and a page. */
export function insightsHref(chosen: { courseId: string | null; moduleId: string | null }, page = 1): string {
  const search = new URLSearchParams();
  if (chosen.moduleId !== null) search.set("of", `module:${chosen.moduleId}`);
  else if (chosen.courseId !== null) search.set("of", `course:${chosen.courseId}`);
  if (page > 1) search.set("page", String(page));
  return search.size === 0 ? insightsPath : `${insightsPath}?${search}`;
}
