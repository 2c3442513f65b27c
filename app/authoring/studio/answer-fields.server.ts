/** Answers what the studio's page sends by itself: JSON, and 401 for whoever is signed out, so that the page can say so. */
import type { AppLoadContext } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import type { SignedIn } from "#db/queries/people";

export async function answerFields(
  context: AppLoadContext,
  request: Request,
  work: (reader: SignedIn, form: FormData) => Promise<object>,
): Promise<Response> {
  const { reader } = context.visit;
  // All of it is taken in before anything is answered: whoever still sends does not hear why it was not taken.
  const form = await request.formData();
  if (!reader) return Response.json({ code: "signed-out" }, { status: 401 });
  const answer = await answering(() => work(reader, form));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}

/** A field's text; empty where there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
