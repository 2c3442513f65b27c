/**
 * What was sent and not yet taken. It is written down before it goes, so that neither a lost network nor a reload in
 * the middle loses an answer; and forgotten when the server has said anything at all.
 */

import { type AnswerProblem, answerFields } from "#app/lessons/read-response";
import { tabStorage } from "#app/platform/tab-storage";
import { type Fields, fieldOf, subjectOf } from "./lesson-post";
import type { LessonReply } from "./lesson-reply";

export interface KeptPost {
  /** The page it was sent from and is sent to. */
  readonly path: string;
  readonly subject: string;
  readonly fields: Fields;
  /** It was tried and did not reach the server. */
  readonly failed: boolean;
}

/** What the page shows of its posts besides what the server keeps. */
export interface PostsState {
  readonly waiting: readonly KeptPost[];
  /** Why the server last refused an answer, by subject. */
  readonly refused: Readonly<Record<string, AnswerProblem>>;
  /** The attempt that was answered was over. */
  readonly over: boolean;
}

export interface KeptPosts {
  readonly subscribe: (changed: () => void) => () => void;
  readonly state: () => PostsState;
  /** Before a post goes. */
  readonly send: (path: string, fields: Fields) => void;
  /** After it went, or did not. */
  readonly settle: (path: string, fields: Fields, reply: LessonReply) => void;
  /** Forgets what must not be sent any more. */
  readonly drop: (stale: (post: KeptPost) => boolean) => void;
}

const storageKey = "repris.posts";
export const noPosts: PostsState = { waiting: [], refused: {}, over: false };

/** @param storage null where the browser lets nothing be stored: then posts are kept as long as the page lives. */
export function createKeptPosts(storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null): KeptPosts {
  const listeners = new Set<() => void>();
  const left = readWaiting(storage);
  // The very same object where nothing waits: then a page that has just loaded shows nothing anew.
  let state: PostsState = left.length === 0 ? noPosts : { ...noPosts, waiting: left };
  const change = (next: PostsState) => {
    if (next.waiting !== state.waiting) writeWaiting(storage, next.waiting);
    state = next;
    for (const listener of listeners) listener();
  };
  const others = (path: string, subject: string) =>
    state.waiting.filter((post) => post.path !== path || post.subject !== subject);

  return {
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    state: () => state,
    send(path, fields) {
      const subject = subjectOf(fields);
      if (subject === null) return;
      const { [subject]: _, ...refused } = state.refused;
      const before = state.waiting.find((post) => post.path === path && post.subject === subject);
      // Tried again, it goes on waiting: what the page says of it does not come and go with each try.
      const failed = before?.failed === true && JSON.stringify(before.fields) === JSON.stringify(fields);
      const post = { path, subject, fields, failed };
      change({ waiting: [...others(path, subject), post], refused, over: false });
    },
    settle(path, fields, reply) {
      const subject = subjectOf(fields);
      if (subject === null) {
        if (reply.kind === "over") change({ ...state, over: true });
        return;
      }
      const before = state.waiting.find((post) => post.path === path && post.subject === subject);
      // Answered anew meanwhile: what comes back now is about something that no longer waits.
      if (before && JSON.stringify(before.fields) !== JSON.stringify(fields)) return;
      if (reply.kind === "not-sent") {
        change({ ...state, waiting: [...others(path, subject), { path, subject, fields, failed: true }] });
        return;
      }
      const refused = reply.kind === "problem" ? { ...state.refused, [subject]: reply.problem } : state.refused;
      change({ waiting: others(path, subject), refused, over: state.over || reply.kind === "over" });
    },
    drop(stale) {
      const waiting = state.waiting.filter((post) => !stale(post));
      if (waiting.length < state.waiting.length) change({ ...state, waiting });
    },
  };
}

/** Whether a post belongs to another attempt than the one the page shows: another person's, or one that is over. */
export function isStale(post: KeptPost, path: string, attempt: string | null): boolean {
  return post.path === path && fieldOf(post.fields, answerFields.attempt) !== attempt;
}

function readWaiting(storage: Pick<Storage, "getItem"> | null): readonly KeptPost[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey) ?? "[]");
    // Whatever was on its way when the page went away may not have arrived.
    return Array.isArray(kept) ? kept.filter(isKeptPost).map((post) => ({ ...post, failed: true })) : [];
  } catch {
    // Spoilt by somebody's own hand, or out of reach: nothing was kept that could be sent.
    return [];
  }
}

function isKeptPost(value: unknown): value is KeptPost {
  if (typeof value !== "object" || value === null) return false;
  const { path, subject, fields } = value as Record<string, unknown>;
  return (
    typeof path === "string" &&
    typeof subject === "string" &&
    Array.isArray(fields) &&
    fields.every(
      (field) => Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string"),
    )
  );
}

function writeWaiting(storage: Pick<Storage, "setItem" | "removeItem"> | null, waiting: readonly KeptPost[]): void {
  try {
    if (waiting.length === 0) storage?.removeItem(storageKey);
    else storage?.setItem(storageKey, JSON.stringify(waiting));
  } catch {
    // Full or forbidden: it is still kept as long as the page lives.
  }
}

let ofTab: KeptPosts | undefined;

/** Those of this tab of the browser. */
export function keptPosts(): KeptPosts {
  ofTab ??= createKeptPosts(tabStorage());
  return ofTab;
}
