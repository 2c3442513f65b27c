import "./bundler-context";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigate } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { catalogues } from "#app/words/catalogues";
import { EditorScreen } from "./editor-screen";
import { readEditor } from "./read-editor.server";
import { filePath } from "./studio-paths";
import { takeEditorForm } from "./take-editor-form.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  const wanted = { moduleId: params.module ?? "", path: search.get("file"), language };
  const view = await answering(() => readEditor(context.deps, reader, wanted));
  return {
    view,
    zone: reader.zone,
    done: search.get("done"),
    title: `${view.module.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await answering(() => takeEditorForm(context.deps, reader, params.module ?? "", form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditorPage() {
  const { view, zone, done } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  return (
    <EditorScreen
      view={view}
      zone={zone}
      done={done}
      onOpen={(path) => navigate(filePath(view.module.id, path), { preventScrollReset: true })}
    />
  );
}
