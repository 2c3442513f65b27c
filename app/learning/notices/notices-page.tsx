import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { participationWords } from "#app/words/areas/participation";
import { catalogues } from "#app/words/catalogues";
import styles from "../sessions/participation.css?url";
import { NoticesScreen } from "./notices-screen";
import { openNotices, readNotices } from "./read-notices.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  const { language } = context.visit;
  const view = await answering(() => readNotices(context.deps, reader, context.visit, page));
  return { view, title: `${participationWords[language].notices.title} · ${catalogues[language].product.name}` };
}

/** `until` (UTC ISO): everything told by then has been seen. */
export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const until = (await request.formData()).get("until");
  await answering(() => openNotices(context.deps, reader, typeof until === "string" ? until : ""));
  throw redirect("/notices");
}

/** The page stays as it was opened, with what was new marked as new. */
export function shouldRevalidate({
  formAction,
  defaultShouldRevalidate,
}: {
  formAction?: string;
  defaultShouldRevalidate: boolean;
}) {
  return formAction?.startsWith("/notices") ? false : defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NoticesPage() {
  return <NoticesScreen view={useLoaderData<typeof loader>().view} />;
}
