import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { sessionWords } from "#app/words/areas/sessions";
import { pageTitle } from "./page-title";
import { heldSessionPath } from "./paths";
import { planSession } from "./plan-session.server";
import { readSessionForm } from "./read-session-form.server";
import { readSessionFields } from "./session-form";
import { SessionFormScreen } from "./session-form-screen";
import styles from "./sessions.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const moduleId = new URL(request.url).searchParams.get("module");
  const view = await answering(() => readSessionForm(context.deps, reader, context.visit, { moduleId }));
  return { view, title: pageTitle(context.visit.language, sessionWords[context.visit.language].plan) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const fields = readSessionFields(form);
  const sure = form.getAll("sure").map(String);
  const result = await answering(() => planSession(context.deps, reader, { fields, sure }));
  if (result.kind === "planned") throw redirect(`${heldSessionPath(result.id)}?done=planned`);
  return data({ fields, result }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function NewSessionPage() {
  const { view } = useLoaderData<typeof loader>();
  return <SessionFormScreen view={view} sent={useActionData<typeof action>()} />;
}
