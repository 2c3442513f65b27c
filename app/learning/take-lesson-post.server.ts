import { DomainError } from "#app/domain/errors";
import { lessonPath } from "#app/lessons/links";
import type { AnswerProblem } from "#app/lessons/read-response";
import type { Deps } from "#app/platform/deps";
import type { SignedIn } from "#db/queries/people";
import { answerQuestion, confirmStatement } from "./answer-question.server";
import { begin, presentAttempt } from "./attempt.server";
import { completeAttempt } from "./complete-attempt.server";
import { readModuleContent } from "./content.server";
import { asLearner } from "./learner.server";
import { nextAnchor } from "./lesson-anchors";
import { keepReflection, noteReading } from "./note-reading.server";

export type LessonPostResult =
  /** Kept; what was sent stands at `href`. `leads`: the reader goes there in any case. */
  | { readonly kind: "kept"; readonly href: string; readonly leads?: boolean }
  /** Kept, and nothing on the page changes. */
  | { readonly kind: "noted" }
  /** The form holds no answer: said at the question `slot`. */
  | { readonly kind: "problem"; readonly questionId: string; readonly problem: AnswerProblem }
  /** The attempt is over, or the module was changed meanwhile: what is shown now is what holds. */
  | { readonly kind: "over" }
  /** Something is still open. */
  | { readonly kind: "open"; readonly questions: number; readonly confirmations: number };

/**
 * Takes what a lesson's page sends, by `intent`: `answer` and `dont-know` (`check`, `attempt`), `confirm`
 * (`confirmation`, `attempt`), `reflect` (`reflection`, `text`, `share`), `reading` (`furthest`, `section`), `complete`
 * (`attempt`) and `retry`.
 *
 * @throws DomainError invalid for any other intent, and what the use cases throw
 */
export async function takeLessonPost(
  deps: Deps,
  reader: SignedIn,
  post: { readonly moduleId: string; readonly lesson: string; readonly language: string; readonly form: FormData },
): Promise<LessonPostResult> {
  const { moduleId, lesson, form } = post;
  const learner = asLearner(reader, post.language);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const here = (anchor?: string) => lessonPath(moduleId, lesson, anchor);
  try {
    switch (form.get("intent")) {
      case "answer":
      case "dont-know": {
        const result = await answerQuestion(deps, learner, { moduleId, kind: "module", form });
        return result.kind === "problem" ? result : { kind: "kept", href: here(`check.${result.slot}`) };
      }
      case "confirm":
        await confirmStatement(deps, learner, { moduleId, attemptId: text("attempt"), id: text("confirmation") });
        return { kind: "kept", href: here(`confirm.${text("confirmation")}`) };
      case "reflect":
        await keepReflection(deps, learner, {
          moduleId,
          id: text("reflection"),
          text: text("text"),
          shared: text("share") === "yes",
        });
        return { kind: "kept", href: here(`reflect.${text("reflection")}`) };
      case "reading":
        await noteReading(deps, learner, {
          moduleId,
          lesson,
          furthest: Number(text("furthest")),
          section: text("section") || null,
        });
        return { kind: "noted" };
      case "complete": {
        const result = await completeAttempt(deps, learner, { moduleId, kind: "module", attemptId: text("attempt") });
        return result.kind === "open" ? result : { kind: "kept", href: here(nextAnchor) };
      }
      case "retry": {
        const content = await readModuleContent(deps, moduleId);
        await deps.db.write.transaction().execute(async (tx) => {
          await begin(tx, deps, learner, content, await presentAttempt(tx, learner, content, "module"));
        });
        return { kind: "kept", href: lessonPath(moduleId, content.lessons[0]?.name), leads: true };
      }
      default:
        throw new DomainError("invalid", "The form has no intent that is known here");
    }
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return { kind: "over" };
    throw error;
  }
}
