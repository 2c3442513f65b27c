import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isShared, requireReader } from "#app/platform/visit";
import { accessWords } from "#app/words/areas/access";
import { catalogues } from "#app/words/catalogues";
import styles from "./access.css?url";
import { changeOwnAccess, readOwnAccess } from "./own-access.server";
import { OwnAccessScreen, type Refusal } from "./own-access-screen";
import type { Chosen } from "./sign-in-by-number.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const changed = new URL(request.url).searchParams.get("changed");
  return {
    access: await readOwnAccess(context.deps, reader.personId),
    changed: changed === "pin" || changed === "password" ? changed : null,
    shared: isShared(context.visit),
    title: `${accessWords[language].own.title} · ${catalogues[language].product.name}`,
  } as const;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const kind = text("kind") === "password" ? "password" : "pin";
  const current = text("current");
  if (current.trim() === "") {
    const refusal: Refusal = { kind, problem: { kind: "missing" } };
    return data(refusal, { status: 422 });
  }
  const chosen: Chosen =
    kind === "pin"
      ? { kind, pin: text("new").trim(), again: text("again").trim() }
      : { kind, password: text("new"), again: text("again") };
  const cookies = request.headers.get("cookie") ?? undefined;
  const result = await changeOwnAccess(context.deps, reader, { current: current.trim(), chosen, cookies });
  if (result.kind === "changed") throw redirect(`/settings/access?changed=${kind}`);
  const refusal: Refusal = { kind, problem: result };
  return data(refusal, { status: result.kind === "limited" ? 429 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OwnAccessPage() {
  const { access, changed, shared } = useLoaderData<typeof loader>();
  return <OwnAccessScreen access={access} changed={changed} shared={shared} refused={useActionData<typeof action>()} />;
}
