/** What completing modules takes, as the requests that the lesson's page sends: answers first, then the completing one. */

import type { Response } from "#app/domain/grading";
import { presentAttempt } from "#app/learning/attempt.server";
import { statementsFor } from "#app/learning/complete-attempt.server";
import { allKeys, readModuleContent } from "#app/learning/content.server";
import { asLearner } from "#app/learning/learner.server";
import { answerPost, confirmPost, type Fields } from "#app/learning/lesson-post";
import { lessonPath } from "#app/lessons/links";
import type { QuestionKey } from "#app/lessons/question";
import { connect } from "#db/connect";
import { findSignedIn } from "#db/queries/people";
import type { LoadRequest } from "./processes/load";

/** One person's work on one module. */
export interface Work {
  readonly personId: string;
  readonly answers: readonly Fields[];
  readonly complete: Fields;
  readonly path: string;
}

function rightResponse(key: QuestionKey): Response {
  const right = key.choices.filter((choice) => choice.right);
  if (key.kind === "text") return { type: "text", text: right[0]?.text ?? "" };
  return { type: "choices", choices: (key.kind === "order" ? key.choices : right).map(({ id }) => id) };
}

/** The work of everybody of whom a module is required and who is at work on `today`; people take turns. */
export async function findWork(databasePath: string, today: string): Promise<Work[]> {
  const db = connect(databasePath);
  const deps = { db };
  try {
    const pairs = await db.read
      .selectFrom("standing")
      .innerJoin("employment", "employment.person_id", "standing.person_id")
      .select(["standing.person_id", "standing.module_id"])
      .distinct()
      .where("standing.voluntary", "=", 0)
      .where("standing.state", "not in", ["not-required", "on-leave", "exempt"])
      .where("employment.from_on", "<=", today)
      .where((eb) => eb.or([eb("employment.to_on", "is", null), eb("employment.to_on", ">=", today)]))
      .orderBy("standing.module_id")
      .orderBy("standing.person_id")
      .execute();
    const work: Work[] = [];
    for (const { person_id: personId, module_id: moduleId } of pairs) {
      const person = await findSignedIn(db.read, personId, today);
      if (!person) continue;
      const learner = asLearner(person, person.language);
      const content = await readModuleContent(deps, moduleId);
      const attempt = await presentAttempt(db.read, learner, content, "module");
      const keys = allKeys(content, learner.language);
      const answered = new Set(attempt.answers.map((answer) => answer.check_id));
      const answers = attempt.asked.flatMap(({ id }): Fields[] => {
        const key = keys.get(id);
        if (!key || answered.has(id)) return [];
        const order = key.kind === "order" ? key.choices.map((choice) => choice.id) : [];
        return [answerPost(attempt.id, id, order, rightResponse(key))];
      });
      for (const { id } of statementsFor(content, learner)) answers.push(confirmPost(attempt.id, id));
      const complete: Fields = [
        ["intent", "complete"],
        ["attempt", attempt.id],
      ];
      work.push({ personId, answers, complete, path: `${lessonPath(moduleId, content.lessons[0]?.name)}.data` });
    }
    return work;
  } finally {
    await db.close();
  }
}

/** A form as the page's script sends it. */
export function posting(origin: string, cookie: string, path: string, fields: Fields): LoadRequest {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return {
    method: "POST",
    path,
    headers: {
      Cookie: cookie,
      Origin: origin,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
      "Content-Length": String(Buffer.byteLength(body)),
    },
    body,
  };
}
