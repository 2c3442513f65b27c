import { DomainError } from "#app/domain/errors";
import { LONGEST_REFLECTION } from "#app/lessons/read-response";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { putReading, putReflection } from "#db/queries/attempts";
import type { Learner } from "./attempt.server";
import { readModuleContent } from "./content.server";

/**
 * Notes how far somebody has read in a lesson, so that any of their devices can go on there.
 *
 * @throws DomainError not-found for a lesson that does not exist, invalid for a share outside 0 to 1
 */
export async function noteReading(
  deps: Deps,
  learner: Learner,
  input: {
    readonly moduleId: string;
    readonly lesson: string;
    readonly furthest: number;
    readonly section: string | null;
  },
): Promise<void> {
  const content = await readModuleContent(deps, input.moduleId);
  if (!content.lessons.some((lesson) => lesson.name === input.lesson)) {
    throw new DomainError("not-found", `There is no lesson ${input.lesson} in ${input.moduleId}`);
  }
  if (!(input.furthest >= 0 && input.furthest <= 1)) throw new DomainError("invalid", "furthest is a share");
  await putReading(deps.db.write, {
    person_id: learner.personId,
    module_id: input.moduleId,
    lesson: input.lesson,
    revision: content.revision,
    furthest: input.furthest,
    section: input.section === null ? null : input.section.slice(0, 200),
    updated_at: instantText(deps.clock.now()),
  });
}

/**
 * Keeps what somebody wrote for themselves; `shared` shows it to the trainer.
 *
 * @throws DomainError not-found for a question that the module does not ask, invalid for a text that is too long
 */
export async function keepReflection(
  deps: Deps,
  learner: Learner,
  input: { readonly moduleId: string; readonly id: string; readonly text: string; readonly shared: boolean },
): Promise<void> {
  const content = await readModuleContent(deps, input.moduleId);
  const known = content.lessons.some((lesson) =>
    [...lesson.files.values()].some((file) => file.reflections.some((reflection) => reflection.id === input.id)),
  );
  if (!known) throw new DomainError("not-found", `There is no reflection ${input.id} in ${input.moduleId}`);
  if (input.text.length > LONGEST_REFLECTION) throw new DomainError("invalid", "The text is too long");
  await putReflection(deps.db.write, {
    person_id: learner.personId,
    module_id: input.moduleId,
    prompt_id: input.id,
    text: input.text,
    shared: input.shared ? 1 : 0,
    updated_at: instantText(deps.clock.now()),
  });
}
