import {
  type ActionFunctionArgs,
  data as answer,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { importsWords } from "#app/words/areas/imports";
import { catalogues } from "#app/words/catalogues";
import { begunPath } from "./import-paths";
import styles from "./imports.css?url";
import { ImportsScreen } from "./imports-screen";
import { pickUp } from "./inbox.server";
import type { NotPickedUp } from "./inbox-problem";
import { readImports } from "./read-imports.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return {
    view: await answering(() => readImports(context.deps, reader, Number.isInteger(page) ? page : 1)),
    title: `${importsWords[language].list.title} · ${catalogues[language].product.name}`,
  };
}

/** Picks a file up out of the folder: goes on to its import, or says with 422 why not. */
export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const name = String(form.get("name") ?? "");
  const kind = form.get("kind") === "history" ? "history" : "people";
  const picked = await answering(() => pickUp(context.deps, reader, kind, name));
  if ("begun" in picked) throw redirect(begunPath(kind, picked.begun));
  const refused: NotPickedUp = { name, problem: picked.problem };
  return answer(refused, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportsPage() {
  return (
    <ImportsScreen view={useLoaderData<typeof loader>().view} notPickedUp={useActionData<typeof action>() ?? null} />
  );
}
