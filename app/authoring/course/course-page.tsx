import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { studioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { CourseScreen } from "./course-screen";
import { readCourseView } from "./read-course.server";
import { takeCourseForm } from "./take-course-form.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readCourseView(context.deps, reader, params.course ?? "", language));
  const isSaved = new URL(request.url).searchParams.has("saved");
  return {
    view,
    isSaved,
    title: `${view.title} · ${studioWords[language].title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const { language } = context.visit;
  return await answering(() => takeCourseForm(context.deps, reader, params.course ?? "", form, language));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CoursePage() {
  const { view, isSaved } = useLoaderData<typeof loader>();
  const notTaken = useActionData<typeof action>() ?? null;
  return <CourseScreen view={view} isSaved={isSaved && notTaken === null} notTaken={notTaken} />;
}
