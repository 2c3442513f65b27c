/** The addresses that compiled lessons point at. The routes of the product are written with the same functions. */

/** Page of a lesson, or of the module's first one; `anchor` without `#`. */
export function lessonPath(module: string, lesson?: string, anchor?: string): string {
  const page = lesson === undefined ? `/modules/${module}` : `/modules/${module}/${lesson}`;
  return anchor === undefined ? page : `${page}#${encodeURIComponent(anchor)}`;
}

/** A picture, named by its content: SHA-256 in hex and the usual ending of its type. */
export function mediaPath(hash: string, extension: string): string {
  return `/media/${hash}.${extension}`;
}

/** The script of a compiled lesson, named by its content: `hash` is `CompiledLesson.hash`. */
export function lessonModulePath(hash: string): string {
  return `/lessons/${hash}.js`;
}
