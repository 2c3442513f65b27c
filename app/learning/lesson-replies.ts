import type { PublicQuestion } from "#app/lessons/question";
import { readResponse } from "#app/lessons/read-response";
import type { LessonReader, WaitingAnswer } from "#app/lessons/reader";
import { isStale, type KeptPost, type PostsState } from "./kept-posts";
import type { LessonReply } from "./lesson-reply";

/** Keys of the fetchers that send a page's posts; one each, so that they never wait for one another. */
export const fetcherKeys = {
  check: (slot: string) => `check-${slot}`,
  confirm: (id: string) => `confirm-${id}`,
  reflect: (id: string) => `reflect-${id}`,
} as const;

/**
 * The reader as the page shows them: what the server knows, and beside it what is on its way, did not get through or was
 * refused. Whether an answer is right is never guessed.
 *
 * @param busy keys of the fetchers at work
 * @param replied what the server said of a form that was sent without script
 */
export function withReplies(
  reader: LessonReader,
  path: string,
  busy: ReadonlySet<string>,
  posts: PostsState,
  replied: LessonReply | undefined,
): LessonReader {
  const failed = new Set(
    posts.waiting.filter((post) => post.path === path && post.failed).map(({ subject }) => subject),
  );
  const stateOf = (key: string, subject: string) => {
    const pending = busy.has(key);
    return { pending, error: !pending && failed.has(subject) ? ("not-sent" as const) : null };
  };
  return {
    ...reader,
    checks: reader.checks.map((check) => {
      if (check.response !== null) return check;
      const subject = `check:${check.question.id}`;
      const { pending, error } = stateOf(fetcherKeys.check(check.slot), subject);
      const post = posts.waiting.find((one) => one.path === path && one.subject === subject);
      const waiting = post && !isStale(post, path, reader.attempt) ? answerIn(post, check.question) : null;
      const problem =
        posts.refused[subject] ??
        (replied?.kind === "problem" && replied.questionId === check.question.id ? replied.problem : null);
      return { ...check, pending, waiting, error: error ?? (pending ? null : (problem ?? check.error ?? null)) };
    }),
    confirmations: reader.confirmations.map((one) =>
      one.on === null ? { ...one, ...stateOf(fetcherKeys.confirm(one.id), `confirmation:${one.id}`) } : one,
    ),
    reflections: reader.reflections.map((one) => ({
      ...one,
      ...stateOf(fetcherKeys.reflect(one.id), `reflection:${one.id}`),
    })),
  };
}

/** The answer that a post holds; null where it is none to the question as it is asked now. */
export function answerIn(post: KeptPost, question: PublicQuestion): WaitingAnswer | null {
  const form = new FormData();
  for (const [name, value] of post.fields) form.append(name, value);
  const response = readResponse(form, question);
  return typeof response === "string" ? null : { response, failed: post.failed };
}
