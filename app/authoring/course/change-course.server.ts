/** What is said of a course, its editorial board, and the order of its modules, changed in the studio. */
import { z } from "zod";
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import { typedLine, typedText } from "#app/domain/typed";
import { courseSchema } from "#app/lessons/course-schema";
import { schemaText } from "#app/lessons/schema-message";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { courseWords } from "#app/words/areas/course";
import type { Language } from "#app/words/language";
import type { Writer } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findPlaces, updateCourse, updatePlace } from "#db/queries/courses";
import { findPeopleByEmail } from "#db/queries/draft-reviews";
import { worksHere } from "#db/queries/people";
import type { Row } from "#db/schema";
import { companyDay } from "../company-day.server";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { reviewersOf } from "../drafts/review-draft.server";
import type { BoardFault } from "./course-view";
import { openCourse, valuesOf } from "./read-course.server";

type Needed = Pick<Deps, "db" | "clock">;
type Change = Partial<Pick<Row<"course">, "title" | "summary" | "owner" | "reviewers">>;

async function settle(tx: Writer, now: Date, actor: Actor, courseId: string, set: Change): Promise<void> {
  await updateCourse(tx, courseId, { ...set, settled_in: "studio" });
  await insertAuditEvent(tx, {
    at: instantText(now),
    actorId: actor.personId,
    action: "changed-course",
    subjectId: courseId,
    detail: { changed: Object.keys(set).join(" ") || "order" },
  });
}

/** Texts by language from fields `title.sv`, `title.en`; those left empty are not there. */
function textsOf(typed: Readonly<Record<string, string>>, name: "title" | "summary", languages: readonly string[]) {
  const read = name === "title" ? typedLine : typedText;
  const given = languages.map((language) => [language, read(typed[`${name}.${language}`] ?? "")] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ""));
}

/** What was typed, and for a field that was left as it was seen what somebody else has made of it meanwhile. */
function overOthers(
  typed: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  language: Language,
): { readonly typed: Readonly<Record<string, string>>; readonly faults: Readonly<Record<string, string>> } {
  const result: Record<string, string> = { ...typed };
  const faults: Record<string, string> = {};
  for (const [name, present] of Object.entries(now)) {
    const seen = typed[`seen.${name}`];
    if (seen === undefined || seen === present) continue;
    const mine = (typed[name] ?? "").trim();
    if (mine === seen.trim()) result[name] = present;
    else if (mine !== present) faults[name] = courseWords[language].changedMeanwhile(present);
  }
  return { typed: result, faults };
}

/**
 * Saves what a course is called, what it is about, and who answers for it, by the rules of `course.yaml`. A field
 * `seen.<name>` says what stood in a field when it was opened: what somebody else changed since is not undone.
 *
 * @returns what is wrong, by field; empty: it was saved
 * @throws DomainError forbidden, not-found
 */
export async function describeCourse(
  deps: Needed,
  actor: Actor,
  courseId: string,
  typed: Readonly<Record<string, string>>,
  language: Language,
): Promise<Readonly<Record<string, string>>> {
  const { languages } = await readOrganisationSource(deps.db.read);
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx) => {
    const course = await openCourse(tx, actor, courseId);
    const together = overOthers(typed, valuesOf(course, languages), language);
    if (Object.keys(together.faults).length > 0) return together.faults;
    const said = courseSchema(languages).safeParse({
      title: textsOf(together.typed, "title", languages),
      summary: textsOf(together.typed, "summary", languages),
      owner: typedLine(together.typed.owner ?? ""),
    });
    if (!said.success) {
      const faults: Record<string, string> = {};
      for (const issue of said.error.issues) faults[issue.path.join(".")] ??= schemaText(issue.message, language);
      return faults;
    }
    const { title, summary, owner } = said.data;
    await settle(tx, now, actor, courseId, { title: JSON.stringify(title), summary: JSON.stringify(summary), owner });
    return {};
  });
}

/**
 * Adds somebody to a course's editorial board.
 *
 * @param typed an e-mail address
 * @returns why they were not added; undefined: they were
 * @throws DomainError forbidden, not-found
 */
export async function addReviewer(
  deps: Needed,
  actor: Actor,
  courseId: string,
  typed: string,
): Promise<BoardFault | undefined> {
  await openCourse(deps.db.read, actor, courseId);
  const email = typed.trim().toLowerCase();
  if (!z.email().safeParse(email).success) return "form";
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx) => {
    const board = reviewersOf(await openCourse(tx, actor, courseId));
    if (board.includes(email)) return "there-already";
    const [person] = await findPeopleByEmail(tx, [email]);
    if (!person || !(await worksHere(tx, person.id, await companyDay(tx, now)))) return "nobody";
    await settle(tx, now, actor, courseId, { reviewers: JSON.stringify([...board, email]) });
    return undefined;
  });
}

/** Takes somebody off a course's editorial board. What they were asked already they may still answer. */
export async function removeReviewer(deps: Needed, actor: Actor, courseId: string, email: string): Promise<void> {
  const now = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    const board = reviewersOf(await openCourse(tx, actor, courseId));
    const left = board.filter((one) => one !== email.toLowerCase());
    if (left.length < board.length) await settle(tx, now, actor, courseId, { reviewers: JSON.stringify(left) });
  });
}

/**
 * Moves a module one place up or down among those of its course.
 *
 * @throws DomainError forbidden, not-found
 */
export async function moveModule(
  deps: Needed,
  actor: Actor,
  wanted: { readonly courseId: string; readonly moduleId: string; readonly by: -1 | 1 },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.write.transaction().execute(async (tx) => {
    await openCourse(tx, actor, wanted.courseId);
    const places = await findPlaces(tx, wanted.courseId);
    const at = places.findIndex(({ id }) => id === wanted.moduleId);
    const [one, other] = [places[at], places[at + wanted.by]];
    if (!one) throw new DomainError("not-found", `${wanted.courseId} has no module ${wanted.moduleId}`);
    if (!other) return;
    const ordered = places.map((place) => (place === one ? other : place === other ? one : place));
    // The numbers stay those of the course; where two were alike, the later one is the next.
    let number = -1;
    for (const [index, { position }] of places.entries()) {
      number = Math.max(number + 1, position);
      await updatePlace(tx, ordered[index]?.id ?? "", number);
    }
    await settle(tx, now, actor, wanted.courseId, {});
  });
}
