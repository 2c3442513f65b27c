export const insightsPath = "/insights";

/** A module's questions in depth, or one of them. */
export function moduleInsightsPath(moduleId: string, questionId?: string): string {
  return `${insightsPath}/${moduleId}${questionId === undefined ? "" : `#${anchorOf(questionId)}`}`;
}

/** Names a question on its module's page. */
export function anchorOf(questionId: string): string {
  return `question-${questionId}`;
}

/**
 * Where a module is written, at one of its files.
 *
 * @param path as it was published: it ends with the module's folder and the path in it
 */
export function editPath(moduleId: string, path?: string): string {
  const studio = `/studio/${moduleId}`;
  const folder = `${moduleId}/`;
  if (path === undefined) return studio;
  const at = path.lastIndexOf(`/${folder}`);
  const file =
    at >= 0 ? path.slice(at + 1 + folder.length) : path.startsWith(folder) ? path.slice(folder.length) : path;
  return `${studio}?${new URLSearchParams({ file })}`;
}

/** The list with a filter and a page. */
export function insightsHref(chosen: { courseId: string | null; moduleId: string | null }, page = 1): string {
  const search = new URLSearchParams();
  if (chosen.moduleId !== null) search.set("of", `module:${chosen.moduleId}`);
  else if (chosen.courseId !== null) search.set("of", `course:${chosen.courseId}`);
  if (page > 1) search.set("page", String(page));
  return search.size === 0 ? insightsPath : `${insightsPath}?${search}`;
}
