import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { isOwnPath, lendChoice, rememberChoice } from "#app/platform/visit";
import { Brand, Languages } from "../shell";
import styles from "./access.css?url";
import { readSignIn } from "./read-sign-in.server";
import { SignInScreen } from "./sign-in-screen";
import { takeSignIn } from "./take-sign-in.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

function nextOf(search: URLSearchParams): string | null {
  const next = search.get("next");
  return next !== null && isOwnPath(next) ? next : null;
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const next = nextOf(search);
  if (context.visit.reader) throw redirectDocument(next ?? "/");
  const way = search.get("way");
  const asked = {
    next,
    way,
    kept: search.has("kept") ? search.get("kept") === "1" : null,
    signedOut: search.has("signed-out"),
    left: search.has("left"),
  };
  const view = await readSignIn(context.deps, context.visit, asked, request.headers.get("cookie") ?? undefined);
  const headers = new Headers();
  // What was chosen here is how this device begins next time; a code is only for once.
  if (way === "email" || way === "number") {
    const remember = view.shared ? lendChoice : rememberChoice;
    headers.append("Set-Cookie", remember("repris_way", way));
  }
  return data({ view }, { headers });
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const result = await answering(() =>
    takeSignIn(context.deps, context.visit, { form, cookies: request.headers.get("cookie") ?? undefined }),
  );
  if (result.kind === "again") {
    const { kind: _, ...again } = result;
    const isGood = again.problem === null && (again.first === null || again.first.fault === null);
    return data(again, { status: isGood ? 200 : again.problem?.kind === "tooMany" ? 429 : 422 });
  }
  const headers = new Headers();
  for (const cookie of result.cookies) headers.append("Set-Cookie", cookie);
  // A new document: its words are in the language of whoever is here now.
  throw redirectDocument(result.href, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.view.title }];

export default function SignInPage() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <SignInScreen
      view={sent ? { ...view, ...sent } : view}
      wordmark={<Brand to="/" />}
      languages={<Languages action="/settings/language" />}
    />
  );
}
