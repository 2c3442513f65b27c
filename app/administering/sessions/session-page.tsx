import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { pageTitle } from "./page-title";
import { readSession } from "./read-sessions.server";
import { SessionScreen } from "./session-screen";
import styles from "./sessions.css?url";
import { takeSessionPost } from "./take-session-post.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const view = await answering(() => readSession(context.deps, reader, context.visit, params.session ?? ""));
  return { view, title: pageTitle(context.visit.language, view.head.module.title) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const problem = await answering(() => takeSessionPost(context.deps, reader, params.session ?? "", form));
  const tooLate = problem === "too-late" || problem === "next-too-late";
  return data({ problem }, { status: tooLate ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SessionPage() {
  const { view } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return <SessionScreen view={view} done={search} problem={useActionData<typeof action>()?.problem ?? null} />;
}
