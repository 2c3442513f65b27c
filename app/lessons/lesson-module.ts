import type { ComponentType, ElementType } from "react";

/** A compiled lesson as a component: it takes the components of the vocabulary as a property. */
export type LessonContent = ComponentType<{ components: Readonly<Record<string, ElementType>> }>;

/** What a bundle needs around it. */
export type LessonFactory = (react: unknown, jsxRuntime: unknown) => { readonly default: LessonContent };

/**
 * The bundle as an ES module that a browser imports from this origin: no `eval`, which the content security policy
 * refuses. React is handed in, so that there is one of it on the page.
 *
 * @param code `CompiledLesson.code`
 * @returns a module whose default export is a `LessonFactory`
 */
export function toBrowserModule(code: string): string {
  return `export default function (React, _jsx_runtime) {\n${code}\n}\n`;
}
