import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import type { LessonContent, LessonFactory } from "./lesson-module";

/**
 * Makes the component of a compiled lesson on the server. The code is our own: it was compiled from a checked tree and
 * stored under its hash.
 */
export function evaluateLesson(code: string): LessonContent {
  const factory = new Function("React", "_jsx_runtime", `"use strict";\n${code}`) as LessonFactory;
  return factory(React, jsxRuntime).default;
}
