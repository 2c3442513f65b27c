import { lessonPath } from "#app/lessons/links";
import type { Deps } from "#app/platform/deps";
import type { SignedIn } from "#db/queries/people";
import { confirmationId } from "./answer-question.server";
import { presentAttempt } from "./attempt.server";
import { statementsFor } from "./complete-attempt.server";
import { readModuleContent } from "./content.server";
import { asLearner } from "./learner.server";

/**
 * The address of the lesson where a reader is in a module: the first that is not done in an attempt under way, else the
 * first.
 *
 * @throws DomainError not-found for a module that does not exist
 */
export async function openModule(
  deps: Deps,
  reader: SignedIn,
  wanted: { readonly moduleId: string; readonly language: string },
): Promise<string> {
  const learner = asLearner(reader, wanted.language);
  const content = await readModuleContent(deps, wanted.moduleId);
  const attempt = await presentAttempt(deps.db.read, learner, content, "module");
  const answered = new Set(attempt.answers.map((answer) => answer.check_id));
  const statements = statementsFor(content, learner);
  const present = attempt.begun
    ? content.lessons.find(
        (lesson) =>
          attempt.asked.some(({ unit, id }) => unit === lesson.name && !answered.has(id)) ||
          statements.some(({ lesson: name, id }) => name === lesson.name && !answered.has(confirmationId(id))),
      )
    : undefined;
  return lessonPath(content.id, (present ?? content.lessons.at(attempt.begun ? -1 : 0))?.name);
}
