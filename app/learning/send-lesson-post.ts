/** What the browser adds to the lesson page's action: a lost network, and answers without leaving the place. */
import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { answerFields } from "#app/lessons/read-response";
import { keptPosts } from "./kept-posts";
import { type Fields, fieldOf } from "./lesson-post";
import type { LessonReply } from "./lesson-reply";

/**
 * Sends a form of the lesson's page. The server answers a form that was sent without script by leading back to the page;
 * with script the page is here already, so that redirect becomes a reply. What cannot be sent is a reply too, not an
 * error: the page stays, and `keptPosts` sends it later.
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<LessonReply> {
  const form = await request.clone().formData();
  const fields: Fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const { pathname } = new URL(request.url);
  const reply = await replyTo(serverAction, pathname, fieldOf(fields, answerFields.intent));
  keptPosts().settle(pathname, fields, reply);
  return reply;
}

async function replyTo(
  serverAction: () => Promise<unknown>,
  pathname: string,
  intent: string | null,
): Promise<LessonReply> {
  try {
    return (await serverAction()) as LessonReply;
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and with nothing else of that kind.
    if (error instanceof TypeError) return { kind: "not-sent" };
    if (error instanceof Response && intent !== "retry" && leadsTo(error, pathname)) return { kind: "kept" };
    throw error;
  }
}

function leadsTo(response: Response, pathname: string): boolean {
  const location = response.headers.get("Location");
  return location !== null && new URL(location, window.location.href).pathname === pathname;
}

/** Without a network there is nothing to load anew; when the attempt was over, there is. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const reply = args.actionResult as LessonReply | undefined;
  if (reply?.kind === "not-sent" || reply?.kind === "noted") return false;
  if (reply?.kind === "over" || reply?.kind === "open") return true;
  return args.defaultShouldRevalidate;
}
