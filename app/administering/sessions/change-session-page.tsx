import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireReader } from "#app/platform/visit";
import { sessionWords } from "#app/words/areas/sessions";
import { changeSession } from "./change-session.server";
import { leadingBack } from "./leading-back.server";
import { pageTitle } from "./page-title";
import { heldSessionPath, tooLatePath } from "./paths";
import { readSessionForm } from "./read-session-form.server";
import { readSessionFields } from "./session-form";
import { SessionFormScreen } from "./session-form-screen";
import styles from "./sessions.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const sessionId = params.session ?? "";
  const view = await leadingBack(tooLatePath(sessionId), () =>
    readSessionForm(context.deps, reader, context.visit, { sessionId }),
  );
  return { view, title: pageTitle(context.visit.language, sessionWords[context.visit.language].form.changeTitle) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const sessionId = params.session ?? "";
  const form = await request.formData();
  const fields = readSessionFields(form);
  const sure = form.getAll("sure").map(String);
  const result = await leadingBack(tooLatePath(sessionId), () =>
    changeSession(context.deps, reader, { sessionId, fields, sure }),
  );
  if (result.kind === "refused" || result.kind === "doubtful") return data({ fields, result }, { status: 422 });
  const done = result.kind === "unchanged" ? "done=unchanged" : `done=changed&promoted=${result.promoted}`;
  throw redirect(`${heldSessionPath(sessionId)}?${done}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ChangeSessionPage() {
  const { view } = useLoaderData<typeof loader>();
  return <SessionFormScreen view={view} sent={useActionData<typeof action>()} />;
}
