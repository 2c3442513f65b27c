import { useEffect, useSyncExternalStore } from "react";
import { isStale, type KeptPost, keptPosts, noPosts, type PostsState } from "./kept-posts";

/** How often what did not get through is tried again, milliseconds. */
const retryEvery = 20_000;

function subscribe(changed: () => void) {
  return keptPosts().subscribe(changed);
}

/** What this tab has sent and nobody has taken yet. */
export function usePosts(): PostsState {
  return useSyncExternalStore(
    subscribe,
    () => keptPosts().state(),
    () => noPosts,
  );
}

/**
 * Sends again what did not get through from a page: at once, when the browser comes online, and every little while. What
 * belongs to another attempt than the page's is forgotten.
 *
 * @param send stable as long as what it needs is the same
 */
export function useSendingAgain(path: string, attempt: string | null, send: (post: KeptPost) => void): void {
  useEffect(() => {
    const tryAgain = () => {
      keptPosts().drop((post) => isStale(post, path, attempt));
      if (!navigator.onLine) return;
      for (const post of keptPosts().state().waiting) if (post.path === path && post.failed) send(post);
    };
    tryAgain();
    addEventListener("online", tryAgain);
    const timer = setInterval(tryAgain, retryEvery);
    return () => {
      removeEventListener("online", tryAgain);
      clearInterval(timer);
    };
  }, [path, attempt, send]);
}
