/** Takes the forms of a course's page. */
import { data, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { textOf } from "../studio/answer-fields.server";
import { treeModules } from "../studio/read-tree.server";
import { coursePath } from "../studio/studio-paths";
import { archiveCourse, restoreCourse } from "./archive-course.server";
import { addReviewer, describeCourse, moveModule, removeReviewer } from "./change-course.server";
import type { CourseNotTaken } from "./course-view";
import { openCourse } from "./read-course.server";

const refused = (answer: CourseNotTaken) => data(answer, { status: 422 });

/** @throws Response where it was done; DomainError forbidden, not-found, invalid */
export async function takeCourseForm(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: Actor,
  courseId: string,
  form: FormData,
  language: Language,
) {
  await openCourse(deps.db.read, actor, courseId);
  const intent = textOf(form, "intent");
  const done = (part: string) => redirect(`${coursePath(courseId)}?saved#${part}`);
  switch (intent) {
    case "save": {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      const faults = await describeCourse(deps, actor, courseId, typed, language);
      if (Object.keys(faults).length > 0) return refused({ intent, faults, typed });
      throw done("words");
    }
    case "add": {
      const typed = textOf(form, "email");
      const fault = await addReviewer(deps, actor, courseId, typed);
      if (fault) return refused({ intent, fault, typed });
      throw done("board");
    }
    case "remove":
      await removeReviewer(deps, actor, courseId, textOf(form, "email"));
      throw done("board");
    case "up":
    case "down": {
      const by = intent === "up" ? -1 : 1;
      await moveModule(deps, actor, { courseId, moduleId: textOf(form, "module"), by });
      throw done("modules");
    }
    case "archive": {
      const ids = await archiveCourse(deps, actor, courseId);
      if (ids.length === 0) throw done("archive");
      const modules = (await treeModules(deps.db.read, [courseId], language)).get(courseId) ?? [];
      return refused({ intent, open: modules.filter(({ id }) => ids.includes(id)) });
    }
    case "restore":
      await restoreCourse(deps, actor, courseId);
      throw done("archive");
  }
  throw new DomainError("invalid", "Nothing that can be done was sent");
}
