import { useActionData, useFetchers, useLocation, useSubmit } from "@remix-run/react";
import { useCallback, useDeferredValue, useEffect, useMemo, useSyncExternalStore } from "react";
import type { LessonActions, LessonReader } from "#app/lessons/reader";
import { isStale, keptPosts, noPosts, type PostsState, tabStorage } from "./kept-posts";
import { answerPost, confirmPost, type Fields, fieldOf, reflectPost } from "./lesson-post";
import { fetcherKeys, withReplies } from "./lesson-replies";
import type { LessonReply } from "./lesson-reply";
import type { LessonView } from "./lesson-view";
import { keepDraft, readDraft } from "./reflection-drafts";

/** How often what did not get through is tried again, milliseconds. */
const retryEvery = 20_000;

/** What the article needs to know and to do, and what the page says of what it has sent. */
export interface LessonAnswers {
  readonly reader: LessonReader;
  readonly actions: LessonActions;
  /** How many posts wait for the network. */
  readonly unsent: number;
  /** What the server said of the last form, where the page has to say it. */
  readonly reply: LessonReply | undefined;
}

/**
 * Sends answers, confirmations and reflections, each by a fetcher of its own to the page's own address. What does not
 * get through is kept and sent again: when the browser comes online, every little while, and after a reload.
 */
export function useLessonAnswers(view: LessonView): LessonAnswers {
  const { reader } = view;
  const { attempt } = reader;
  const moduleId = view.module.id;
  const path = useLocation().pathname;
  const submit = useSubmit();
  const replied = useActionData<LessonReply>();
  const posts = usePosts();
  const busy = useBusyFetchers();

  const send = useCallback(
    (key: string, fields: Fields) => {
      keptPosts().send(path, fields);
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      submit(form, { method: "post", action: path, navigate: false, fetcherKey: key, preventScrollReset: true });
    },
    [path, submit],
  );

  const { checks } = reader;
  const actions = useMemo((): LessonActions => {
    if (attempt === null) return {};
    const owner = { moduleId, attempt };
    return {
      onAnswer(slot, question, response) {
        const asked = checks.find((check) => check.slot === slot)?.question;
        const order = asked?.kind === "order" ? asked.choices.map(({ id }) => id) : [];
        send(fetcherKeys.check(slot), answerPost(attempt, question, order, response));
      },
      onConfirm: (id) => send(fetcherKeys.confirm(id), confirmPost(attempt, id)),
      onReflect(id, text, share) {
        // From here on the post itself is kept until it was taken.
        keepDraft(tabStorage(), owner, id, null);
        send(fetcherKeys.reflect(id), reflectPost(attempt, id, text, share));
      },
      onDraft: (id, draft) => keepDraft(tabStorage(), owner, id, draft),
      draftOf: (id) => readDraft(tabStorage(), owner, id) ?? unsavedReflection(path, attempt, id),
    };
  }, [attempt, moduleId, path, checks, send]);

  useEffect(() => {
    const tryAgain = (which: "failed" | "all") => {
      keptPosts().drop((post) => isStale(post, path, attempt));
      for (const post of keptPosts().state().waiting) {
        if (post.path === path && (which === "all" || post.failed)) send(keyOf(post.fields, checks), post.fields);
      }
    };
    const online = () => tryAgain("failed");
    addEventListener("online", online);
    const timer = setInterval(() => {
      if (navigator.onLine) tryAgain("failed");
    }, retryEvery);
    return () => {
      removeEventListener("online", online);
      clearInterval(timer);
    };
  }, [path, attempt, checks, send]);

  return {
    // While the lesson's module is on its way, a change must not take away the markup that the server sent.
    reader: useDeferredValue(
      useMemo(() => withReplies(reader, path, busy, posts, replied), [reader, path, busy, posts, replied]),
    ),
    actions,
    unsent: posts.waiting.filter((post) => post.path === path && post.failed).length,
    reply: posts.over ? { kind: "over" } : replied,
  };
}
