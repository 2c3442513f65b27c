import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DomainError } from "#app/domain/errors";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { sessionWords } from "#app/words/areas/sessions";
import { isMark } from "./attendance-marks";
import { AttendanceScreen } from "./attendance-screen";
import { leadingBack } from "./leading-back.server";
import { noteAttendance } from "./note-attendance.server";
import { pageTitle } from "./page-title";
import { heldSessionPath } from "./paths";
import { readSession } from "./read-sessions.server";
import styles from "./sessions.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const view = await answering(() => readSession(context.deps, reader, context.visit, params.session ?? ""));
  const { language } = context.visit;
  return { view, title: pageTitle(language, sessionWords[language].attendance.title, view.head.module.title) };
}

/** A mark that was sent without script. Where nothing can be noted any more, the page says so. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const sessionId = params.session ?? "";
  const [personId, mark] = [form.get("person"), form.get("mark")];
  const path = heldSessionPath(sessionId, "attendance");
  await leadingBack(path, async () => {
    if (!isMark(mark) || typeof personId !== "string") throw new DomainError("invalid", "A mark is of a person");
    await noteAttendance(context.deps, reader, { sessionId, personId, mark, seen: null });
  });
  throw redirect(path);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function AttendancePage() {
  return <AttendanceScreen view={useLoaderData<typeof loader>().view} />;
}
