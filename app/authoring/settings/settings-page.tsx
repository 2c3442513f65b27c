import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { studioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { textOf } from "../studio/answer-fields.server";
import { partPath } from "../studio/studio-paths";
import { readSettingsView } from "./read-settings.server";
import { saveSettings } from "./save-settings.server";
import { SettingsScreen } from "./settings-screen";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readSettingsView(context.deps, reader, params.module ?? "", language));
  const isSaved = new URL(request.url).searchParams.has("saved");
  const { title } = studioWords[language].settings;
  return {
    view,
    zone: reader.zone,
    isSaved,
    title: `${title} · ${view.module.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const moduleId = params.module ?? "";
  const tries = textOf(form, "intent") === "try";
  const { language } = context.visit;
  const outcome = await answering(() => saveSettings(context.deps, reader, { moduleId, form, tries, language }));
  if (outcome.kind === "saved") throw redirect(`${partPath(moduleId, "settings")}?saved`);
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return data({ outcome, typed }, { status: outcome.kind === "refused" ? 422 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SettingsPage() {
  const { view, zone, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <SettingsScreen
      view={view}
      zone={zone}
      isSaved={isSaved && answer === null}
      outcome={answer?.outcome ?? null}
      typed={answer?.typed ?? null}
    />
  );
}
