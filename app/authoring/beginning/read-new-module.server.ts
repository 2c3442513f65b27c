/** Reads the form of a new module. */
import { typedLine } from "#app/domain/typed";
import { isId } from "#app/lessons/course-schema";
import { idFrom } from "../drafts/draft-path";
import { templateIds } from "../templates/template";
import {
  field,
  type NewModuleFault,
  type NewModuleForm,
  type NewModuleView,
  type NotBegun,
  newCourse,
} from "./new-module-form";

const longestTitle = 200;

function titlesOf(
  typed: Readonly<Record<string, string>>,
  part: "title" | "course-title",
  languages: readonly string[],
) {
  const given = languages.map((language) => [language, typedLine(typed[field(part, language)] ?? "")] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ""));
}

/** Reads what was typed: a form, or what is wrong with it. */
export function readNewModule(
  typed: Readonly<Record<string, string>>,
  view: NewModuleView,
): { readonly form: NewModuleForm } | { readonly refused: NotBegun } {
  const faults: Record<string, NewModuleFault> = {};
  const [first = "sv"] = view.languages;
  const check = (part: "title" | "course-title", missing: NewModuleFault) => {
    const titles = titlesOf(typed, part, view.languages);
    if (titles[first] === undefined) faults[field(part, first)] = missing;
    for (const [language, text] of Object.entries(titles)) {
      if (text.length > longestTitle) faults[field(part, language)] = "title-long";
    }
    return titles;
  };
  const title = check("title", "title-missing");
  const chosen = typed.course ?? newCourse;
  const courseId = chosen === newCourse ? null : chosen;
  if (courseId === null && !view.mayMakeCourse) faults.course = "course-unknown";
  if (courseId !== null && !view.courses.some((course) => course.id === courseId)) faults.course = "course-unknown";
  const courseTitle = courseId === null ? check("course-title", "course-title-missing") : {};
  const id = (typed.id ?? "").trim() || null;
  if (id !== null && !isId(id)) faults.id = "id-form";
  else if (id === null && title[first] !== undefined && idFrom(title[first]) === "") faults.id = "id-missing";
  if (Object.keys(faults).length > 0) return { refused: { faults, typed } };
  const template = templateIds.find((one) => one === typed.template) ?? null;
  return { form: { courseId, courseTitle, template, title, id } };
}
