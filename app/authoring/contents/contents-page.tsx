import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { studioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { readEditor } from "../studio/read-editor.server";
import { ContentsScreen } from "./contents-screen";
import { takeContentsForm } from "./take-contents-form.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const wanted = { moduleId: params.module ?? "", path: null, language };
  const view = await answering(() => readEditor(context.deps, reader, wanted));
  const isDone = new URL(request.url).searchParams.has("done");
  const says = studioWords[language].contents;
  return {
    view,
    zone: reader.zone,
    isDone,
    title: `${says.title} · ${view.module.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await answering(() => takeContentsForm(context.deps, reader, params.module ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ContentsPage() {
  const { view, zone, isDone } = useLoaderData<typeof loader>();
  const notTaken = useActionData<typeof action>() ?? null;
  return <ContentsScreen view={view} zone={zone} isDone={isDone} notTaken={notTaken} />;
}
