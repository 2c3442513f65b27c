import { useActionData, useFetchers, useLocation, useSubmit } from "@remix-run/react";
import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import type { LessonActions, LessonReader } from "#app/lessons/reader";
import { tabStorage } from "#app/platform/tab-storage";
import { isStale, type KeptPost, keptPosts } from "./kept-posts";
import { answerPost, confirmPost, type Fields, fieldOf, reflectPost } from "./lesson-post";
import { fetcherKeys, withReplies } from "./lesson-replies";
import type { LessonReply } from "./lesson-reply";
import type { LessonView } from "./lesson-view";
import { keepDraft, readDraft } from "./reflection-drafts";
import { usePosts, useSendingAgain } from "./use-posts";

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
  const sending = useMemo((): LessonActions => {
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
    };
  }, [attempt, moduleId, checks, send]);
  const drafts = useMemo((): LessonActions => {
    if (attempt === null) return {};
    const owner = { moduleId, attempt };
    return {
      onDraft: (id, draft) => keepDraft(tabStorage(), owner, id, draft),
      draftOf: (id) => readDraft(tabStorage(), owner, id) ?? unsavedReflection(path, attempt, id),
    };
  }, [attempt, moduleId, path]);

  const onItsWay = useRef(busy);
  onItsWay.current = busy;
  const again = useCallback(
    (post: KeptPost) => {
      const key = keyOf(post, checks);
      if (!onItsWay.current.has(key)) send(key, post.fields);
    },
    [checks, send],
  );
  useSendingAgain(path, attempt, again);

  return {
    // While the lesson's module is on its way, a change must not take away the markup that the server sent.
    reader: useDeferredValue(
      useMemo(() => withReplies(reader, path, busy, posts, replied), [reader, path, busy, posts, replied]),
    ),
    actions: { ...sending, ...drafts },
    unsent: posts.waiting.filter((post) => post.path === path && post.failed).length,
    reply: posts.over ? { kind: "over" } : replied,
  };
}

/** Keys of the fetchers at work; the same set as long as they are the same. */
function useBusyFetchers(): ReadonlySet<string> {
  const keys = useFetchers()
    .filter(({ state }) => state !== "idle")
    .map(({ key }) => key)
    .sort()
    .join("\n");
  return useMemo(() => new Set(keys.split("\n")), [keys]);
}

function keyOf(post: KeptPost, checks: LessonReader["checks"]): string {
  const [about, id = ""] = post.subject.split(/:(.*)/s);
  if (about === "confirmation") return fetcherKeys.confirm(id);
  if (about === "reflection") return fetcherKeys.reflect(id);
  return fetcherKeys.check(checks.find((check) => check.question.id === id)?.slot ?? id);
}

/** What was meant to be saved and is still waiting. */
function unsavedReflection(path: string, attempt: string, id: string) {
  const post = keptPosts()
    .state()
    .waiting.find((one) => one.path === path && one.subject === `reflection:${id}` && !isStale(one, path, attempt));
  return post ? { text: fieldOf(post.fields, "text") ?? "", share: fieldOf(post.fields, "share") === "yes" } : null;
}
