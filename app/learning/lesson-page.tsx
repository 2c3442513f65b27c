import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lessonPath } from "#app/lessons/links";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { lookingAsField } from "./lesson-anchors";
import { LessonScreen } from "./lesson-screen";
import { readLesson } from "./read-lesson.server";
import { takeLessonPost } from "./take-lesson-post.server";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const view = await answering(() =>
    readLesson(context.deps, reader, {
      moduleId: params.module ?? "",
      lesson: params.lesson ?? "",
      language,
      now,
      today,
      as: new URL(request.url).searchParams.get(lookingAsField),
    }),
  );
  return { view };
}

/** Everything that the page's forms send; see `takeLessonPost` for the intents. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const result = await answering(() =>
    takeLessonPost(context.deps, reader, {
      moduleId: params.module ?? "",
      lesson: params.lesson ?? "",
      language: context.visit.language,
      form,
    }),
  );
  // Nobody waits for an answer to a note of how far they have read.
  if (result.kind === "noted") return data(null, { status: 204 });
  const isDocument = request.headers.get("accept")?.includes("text/html") ?? false;
  // What is shown is no longer what holds: the page as it is now.
  if (result.kind === "over" && isDocument) throw redirect(lessonPath(params.module ?? "", params.lesson ?? ""));
  // A form that was sent without script comes back to the page, at the place it was sent from.
  if (result.kind === "kept" && (isDocument || result.leads)) throw redirect(result.href);
  return data(result, { status: result.kind === "problem" ? 422 : 200 });
}

export { clientAction, shouldRevalidate } from "./send-lesson-post";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.view.lesson.title} · Repris` : "Repris" },
];

export default function LessonPage() {
  const { view } = useLoaderData<typeof loader>();
  return <LessonScreen view={view} />;
}
