/** The addresses of the studio. */

export const studioPath = "/studio";

export function modulePath(module: string): string {
  return `${studioPath}/${module}`;
}

export function coursePath(course: string): string {
  return `${studioPath}/courses/${course}`;
}

export function filePath(module: string, path: string): string {
  return `${modulePath(module)}?${new URLSearchParams({ file: path })}`;
}

export function partPath(
  module: string,
  part: "contents" | "settings" | "history" | "compare" | "review" | "media" | "gift",
): string {
  return `${modulePath(module)}/${part}`;
}
