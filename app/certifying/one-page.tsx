import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { evidenceWords } from "#app/words/areas/evidence";
import { catalogues } from "#app/words/catalogues";
import styles from "./certifying.css?url";
import { decideEvidence } from "./decide-evidence.server";
import { OneScreen } from "./one-screen";
import { evidencePath, ownEvidencePath } from "./paths";
import { readEvidence } from "./read-evidence.server";
import { takeBackEvidence } from "./take-back-evidence.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

const receipts = ["approved", "declined", "withdrawn"] as const;
const intents = ["approve", "decline", "withdraw"] as const;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const view = await answering(() =>
    readEvidence(context.deps, reader, { language, now, today }, params.evidenceId ?? ""),
  );
  const done = new URL(request.url).searchParams.get("done");
  return {
    view,
    done: receipts.find((receipt) => receipt === done) ?? null,
    title: `${evidenceWords[language].title} · ${view.module} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const id = params.evidenceId ?? "";
  const { now } = context.visit;
  const sent = form.get("intent");
  if (sent === "take-back") {
    const isTaken = await answering(() => takeBackEvidence(context.deps, reader, id, now));
    if (!isTaken) return data({ intent: sent, problem: "too-late", why: "" } as const, { status: 409 });
    throw redirect(`${ownEvidencePath}?done=taken-back`);
  }
  const verdict = intents.find((intent) => intent === sent);
  if (verdict === undefined) throw data({ code: "invalid" }, { status: 400 });
  const typed = form.get("why");
  const why = typeof typed === "string" ? typed : "";
  const result = await answering(() => decideEvidence(context.deps, reader, { id, verdict, why }, now));
  if (result.kind === "decided") {
    const done = ({ approve: "approved", decline: "declined", withdraw: "withdrawn" } as const)[verdict];
    throw redirect(`${evidencePath(id)}?done=${done}`);
  }
  const status = result.kind === "too-late" ? 409 : 422;
  return data({ intent: verdict, problem: result.kind, why } as const, { status });
}

/** Whoever decided too late sees what was decided. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OnePage() {
  const { done, view } = useLoaderData<typeof loader>();
  return <OneScreen view={view} done={done} sent={useActionData<typeof action>() ?? null} />;
}
