/** What the form of a new module holds, and what can be wrong with it. */
import type { TemplateId } from "../templates/template";

/** The value of the choice of a course that is not there yet. */
export const newCourse = "";

export type NewModuleFault =
  | "title-missing"
  | "title-long"
  | "course-title-missing"
  | "course-unknown"
  | "id-form"
  | "id-taken"
  | "id-missing"
  | "no-email";

/** A form that was not taken: what is wrong by field, and what was typed. */
export interface NotBegun {
  readonly faults: Readonly<Record<string, NewModuleFault>>;
  readonly typed: Readonly<Record<string, string>>;
}

export interface NewModuleView {
  /** Of the draft that the form begins, so that sending it twice begins it once. */
  readonly draftId: string;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  /** Whether the reader may make a course. */
  readonly mayMakeCourse: boolean;
  /** Of the company, the fallback first. */
  readonly languages: readonly string[];
}

export interface NewModuleForm {
  /** Null: a new one. */
  readonly courseId: string | null;
  readonly courseTitle: Readonly<Record<string, string>>;
  readonly template: TemplateId | null;
  readonly title: Readonly<Record<string, string>>;
  /** Null: to be made of the title. */
  readonly id: string | null;
}

export function field(part: "title" | "course-title", language: string): string {
  return `${part}-${language}`;
}
