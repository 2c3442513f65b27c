import { DomainError } from "#app/domain/errors";
import { type Actor, mustBeAble } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findBoard, findCourseRow } from "#db/queries/courses";
import { findNameByEmail, worksHere } from "#db/queries/people";
import type { Row } from "#db/schema";
import { companyDay } from "../company-day.server";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { reviewersOf } from "../drafts/review-draft.server";
import { treeModules } from "../studio/read-tree.server";
import type { BoardMember, CourseView } from "./course-view";

/**
 * A course for somebody who may author it.
 *
 * @throws DomainError forbidden, not-found
 */
export async function openCourse(db: Reader, actor: Actor, courseId: string): Promise<Row<"course">> {
  mustBeAble(actor, "author-module", { kind: "module", courseId });
  const course = await findCourseRow(db, courseId);
  if (!course) throw new DomainError("not-found", `There is no course ${courseId}`);
  return course;
}

/** What a course says in fields: `title.sv`, `summary.sv`, `owner`. */
export function valuesOf(
  course: Pick<Row<"course">, "title" | "summary" | "owner">,
  languages: readonly string[],
): Readonly<Record<string, string>> {
  const title = JSON.parse(course.title) as Localised;
  const summary = JSON.parse(course.summary) as Localised;
  const values: Record<string, string> = { owner: course.owner };
  for (const one of languages) {
    values[`title.${one}`] = title[one] ?? "";
    values[`summary.${one}`] = summary[one] ?? "";
  }
  return values;
}

/** @throws DomainError forbidden, not-found */
export async function readCourseView(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  courseId: string,
  language: Language,
): Promise<CourseView> {
  const db = deps.db.read;
  const course = await openCourse(db, actor, courseId);
  const { languages } = await readOrganisationSource(db);
  const today = await companyDay(db, deps.clock.now());
  return {
    id: course.id,
    title: inLanguage(JSON.parse(course.title) as Localised, language),
    languages,
    values: valuesOf(course, languages),
    ownerName: await findNameByEmail(db, course.owner.toLowerCase()),
    board: await boardOf(db, course, today, language),
    modules: (await treeModules(db, [course.id], language)).get(course.id) ?? [],
    isArchived: course.archived_on !== null,
  };
}

async function boardOf(
  db: Reader,
  course: Row<"course">,
  today: string,
  language: Language,
): Promise<readonly BoardMember[]> {
  const emails = reviewersOf(course);
  const people = await findBoard(db, emails, today);
  const found: BoardMember[] = [];
  for (const email of emails) {
    const person = people.find((one) => one.email === email);
    found.push({
      email,
      name: person ? `${person.given_name} ${person.family_name}` : null,
      department: person?.department ? inLanguage(JSON.parse(person.department) as Localised, language) : null,
      isHere: person !== undefined && (await worksHere(db, person.id, today)),
    });
  }
  return found;
}
