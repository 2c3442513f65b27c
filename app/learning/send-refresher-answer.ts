/** What the browser adds to the action of a refresher's question: an answer that does not get through is kept. */
import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  type ShouldRevalidateFunctionArgs,
} from "@remix-run/react";
import type { AnswerProblem } from "#app/lessons/read-response";
import { keptPosts } from "./kept-posts";
import type { Fields } from "./lesson-post";

/** Why the page still asks the same question. */
export interface NotTaken {
  readonly problem: AnswerProblem | "not-sent";
}

/**
 * Sends an answer. What does not get through (`fetch` rejects with a TypeError), or finds a server that fails, is kept
 * and sent again by the page; what the server has taken leads on to its outcome.
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<NotTaken> {
  const form = await request.clone().formData();
  const fields: Fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const { pathname } = new URL(request.url);
  const posts = keptPosts();
  posts.send(pathname, fields);
  try {
    const refused = (await serverAction()) as NotTaken;
    posts.settle(pathname, fields, { kind: "kept" });
    return refused;
  } catch (error) {
    if (error instanceof Response) {
      // Somewhere to sign in, and not parked there: then it is sent once more.
      posts.settle(pathname, fields, { kind: isLost(error, request.url) ? "not-sent" : "kept" });
      throw error;
    }
    // The same post is on its way again.
    if (request.signal.aborted) throw error;
    if (isRouteErrorResponse(error) && error.status < 500 && error.status !== 429) {
      posts.settle(pathname, fields, { kind: "kept" });
      throw error;
    }
    posts.settle(pathname, fields, { kind: "not-sent" });
    return { problem: "not-sent" };
  }
}

function isLost(redirect: Response, page: string): boolean {
  const to = new URL(redirect.headers.get("Location") ?? "", page);
  return to.pathname === "/sign-in" && to.searchParams.get("kept") !== "1";
}

/** Without a network there is nothing to load anew. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionResult?.problem === "not-sent" ? false : defaultShouldRevalidate;
}
