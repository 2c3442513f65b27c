import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { refresherPath } from "./paths";
import { readQuestion } from "./read-refresher.server";
import { RefresherScreen } from "./refresher-screen";
import type { NotTaken } from "./send-refresher-answer";
import { takeRefresherAnswer } from "./take-refresher-answer.server";

/** `?answered=` names the question whose outcome is shown; without it, the next one is asked. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const answered = new URL(request.url).searchParams.get("answered");
  const wanted = { moduleId: params.module ?? "", language, now, today, answered, error: null };
  const read = await answering(() => readQuestion(context.deps, reader, wanted));
  if (read.kind === "elsewhere") throw redirect(read.href);
  return { view: read.view };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const moduleId = params.module ?? "";
  const form = await request.formData();
  const result = await answering(() =>
    takeRefresherAnswer(context.deps, reader, { moduleId, language: context.visit.language, form }),
  );
  switch (result.kind) {
    case "kept":
      return redirect(`${refresherPath(moduleId, "question")}?answered=${encodeURIComponent(result.questionId)}`);
    case "over":
      return redirect(refresherPath(moduleId));
    case "problem":
      return data({ problem: result.problem }, { status: 422 });
  }
}

export { clientAction, shouldRevalidate } from "./send-refresher-answer";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.view.module.title} · Repris` : "Repris" },
];

export default function RefresherQuestionPage() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<NotTaken>();
  const { step } = view;
  if (sent?.problem && step.kind === "question" && step.check.state === "unanswered") {
    const check = { ...step.check, error: sent.problem };
    return <RefresherScreen view={{ ...view, step: { ...step, check } }} />;
  }
  return <RefresherScreen view={view} />;
}
