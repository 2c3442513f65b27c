/** Takes one mark of attendance, sent by itself: answers in JSON, so that the page stays where it is. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { isMark } from "./attendance-marks";
import { noteAttendance } from "./note-attendance.server";

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const mark = form.get("mark");
  const personId = form.get("person");
  const seen = form.getAll("seen").filter(isMark);
  const result = await answering(async () => {
    if (!isMark(mark) || typeof personId !== "string") throw new DomainError("invalid", "A mark is of a person");
    const sessionId = params.session ?? "";
    return await noteAttendance(context.deps, reader, { sessionId, personId, mark, seen });
  });
  return Response.json(result, { headers: { "Cache-Control": "no-store" } });
}
