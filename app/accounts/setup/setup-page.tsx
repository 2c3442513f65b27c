import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { setupWords } from "#app/words/areas/setup";
import { catalogues } from "#app/words/catalogues";
import { Brand, Languages } from "../../shell";
import styles from "./setup.css?url";
import { admitToSetup, readSetup, takeSetup } from "./setup.server";
import { SetupScreen } from "./setup-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { language } = context.visit;
  const url = new URL(request.url);
  const cookie = request.headers.get("cookie") ?? undefined;
  const admitted = await answering(() => admitToSetup(context.deps, url.searchParams.get("key"), cookie));
  if (admitted.kind === "set-up") throw redirect("/sign-in");
  // The key leaves the address as soon as it has been used: it is in no history that is shown, and in no referrer.
  if (admitted.cookie !== null) throw redirect("/setup", { headers: { "Set-Cookie": admitted.cookie } });
  const view = await readSetup(context.deps, language, url.searchParams.get("step"));
  return { view, title: `${setupWords[language].title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const cookie = request.headers.get("cookie") ?? undefined;
  const admitted = await answering(() => admitToSetup(context.deps, null, cookie));
  if (admitted.kind === "set-up") throw redirect("/sign-in");
  const form = await request.formData();
  const taken = await answering(() => takeSetup(context.deps, context.visit, form));
  if (taken.kind === "again") return data(taken.again, { status: 422 });
  const headers = new Headers();
  for (const each of taken.cookies) headers.append("Set-Cookie", each);
  throw redirectDocument(taken.href, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SetupPage() {
  const { view } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <SetupScreen
      view={view}
      again={again}
      wordmark={<Brand to="/" />}
      languages={<Languages action="/settings/language" />}
    />
  );
}
