import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { isOwnPath } from "#app/platform/visit";
import { Brand, Languages } from "../shell";
import { readSignIn } from "./read-sign-in.server";
import { SignInScreen } from "./sign-in-screen";
import { takeSignIn } from "./take-sign-in.server";

function nextOf(request: Request): string | null {
  const next = new URL(request.url).searchParams.get("next");
  return next !== null && isOwnPath(next) ? next : null;
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = nextOf(request);
  if (context.visit.reader) throw redirectDocument(next ?? "/");
  const search = new URL(request.url).searchParams;
  const view = await readSignIn(context.deps, context.visit, {
    next,
    kept: search.get("kept") === "1",
    signedOut: search.has("signed-out"),
  });
  return { view };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const result = await answering(() =>
    takeSignIn(context.deps, context.visit, { form, cookies: request.headers.get("cookie") ?? undefined }),
  );
  if (result.kind === "refused") {
    const status = result.problem.kind === "tooMany" ? 429 : 422;
    return data({ problem: result.problem, email: result.email }, { status });
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
  const shown = sent ? { ...view, problem: sent.problem, email: sent.email } : view;
  return (
    <SignInScreen view={shown} wordmark={<Brand to="/" />} languages={<Languages action="/settings/language" />} />
  );
}
