import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { studioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { textOf } from "../studio/answer-fields.server";
import { refuseForm } from "../studio/refuse-form.server";
import { filePath, modulePath } from "../studio/studio-paths";
import { HistoryScreen } from "./history-screen";
import { readModuleHistory } from "./read-history.server";
import { restoreDraft, restoreRevision, restoreSave } from "./restore.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const wanted = { moduleId: params.module ?? "", language };
  const view = await answering(() => readModuleHistory(context.deps, reader, wanted));
  const { title } = studioWords[language].history;
  return { view, zone: reader.zone, title: `${title} · ${view.module.title} · ${catalogues[language].product.name}` };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const moduleId = params.module ?? "";
  const { deps } = context;
  return await answering(async () => {
    switch (textOf(form, "intent")) {
      case "restore-revision":
        await restoreRevision(deps, reader, moduleId, Number(textOf(form, "number")));
        throw redirect(modulePath(moduleId));
      case "restore-save": {
        const path = textOf(form, "path");
        const [draftId, number] = [textOf(form, "draft"), Number(textOf(form, "number"))];
        await restoreSave(deps, reader, { moduleId, draftId, path, number });
        throw redirect(filePath(moduleId, path));
      }
      case "restore-draft":
        await restoreDraft(deps, reader, moduleId, textOf(form, "draft"));
        throw redirect(modulePath(moduleId));
      default:
        return await refuseForm(deps.db.read, reader, moduleId);
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HistoryPage() {
  const { view, zone } = useLoaderData<typeof loader>();
  return <HistoryScreen view={view} zone={zone} />;
}
