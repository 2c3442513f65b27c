import { createLessonRenderer } from "./render-lesson.server";

/** The process's lessons, rendered once for each class of readers. */
export const lessonRenderer = createLessonRenderer();
