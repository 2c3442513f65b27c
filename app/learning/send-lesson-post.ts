/** What the browser adds to the lesson page's action: a lost network, and answers without leaving the place. */
import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  type ShouldRevalidateFunctionArgs,
} from "@remix-run/react";
import { answerFields } from "#app/lessons/read-response";
import { keptPosts } from "./kept-posts";
import { type Fields, fieldOf, subjectOf } from "./lesson-post";
import type { LessonReply } from "./lesson-reply";

/**
 * Sends a form of the lesson's page. The server answers a form that was sent without script by leading back to the page;
 * with script the page is here already, so that redirect becomes a reply. What does not get through (`fetch` rejects with
 * a TypeError) is a reply too, not an error: the page stays, and `keptPosts` sends it later. So is a fault of the server
 * when there is an answer to lose.
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<LessonReply> {
  const form = await request.clone().formData();
  const fields: Fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const { pathname } = new URL(request.url);
  const settle = (reply: LessonReply) => {
    keptPosts().settle(pathname, fields, reply);
    return reply;
  };
  try {
    return settle((await serverAction()) as LessonReply);
  } catch (error) {
    if (error instanceof Response) {
      if (fieldOf(fields, answerFields.intent) !== "retry" && leadsTo(error, request.url))
        return settle({ kind: "kept" });
      // Somewhere else, to sign in first: then it is sent once more, which does no harm.
      settle({ kind: "not-sent" });
      throw error;
    }
    // The same post is on its way again.
    if (request.signal.aborted) throw error;
    const refused = isRouteErrorResponse(error) && error.status < 500 && error.status !== 429;
    const lost = error instanceof TypeError || (!refused && subjectOf(fields) !== null);
    if (lost) return settle({ kind: "not-sent" });
    settle({ kind: "kept" });
    throw error;
  }
}

/** Whether a redirect leads back to the page that sent the form. */
function leadsTo(response: Response, page: string): boolean {
  const location = response.headers.get("Location");
  return location !== null && new URL(location, page).pathname === new URL(page).pathname;
}

/** Without a network there is nothing to load anew; when the attempt was over, there is. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const reply = args.actionResult as LessonReply | undefined;
  if (reply?.kind === "not-sent" || reply?.kind === "noted") return false;
  if (reply?.kind === "over" || reply?.kind === "open") return true;
  return args.defaultShouldRevalidate;
}
