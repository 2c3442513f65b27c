/** The words of a course in the studio. */
import { useLanguage } from "../context";
import type { Language } from "../language";
import { en } from "./course-en";
import { sv } from "./course-sv";

export const courseWords: Record<Language, typeof sv> = { sv, en };

export function useCourseWords(): typeof sv {
  return courseWords[useLanguage()];
}
