import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { newModuleWords } from "#app/words/areas/new-module";
import { catalogues } from "#app/words/catalogues";
import { modulePath } from "../studio/studio-paths";
import { beginModule, readNewModuleView } from "./begin-module.server";
import styles from "./new-module.css?url";
import { NewModuleScreen } from "./new-module-screen";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now } = context.visit;
  const view = await answering(() => readNewModuleView(context.deps.db.read, reader, { language, now }));
  return { view, title: `${newModuleWords[language].title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") typed[name] = value;
  const result = await answering(() => beginModule(context.deps, reader, typed));
  if ("refused" in result) return data(result.refused, { status: 422 });
  throw redirect(modulePath(result.moduleId));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function NewModulePage() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return <NewModuleScreen view={view} refused={refused} />;
}
