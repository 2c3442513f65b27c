import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type CivilDate, civilDate } from "#app/domain/calendar";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { setupWords } from "#app/words/areas/setup";
import { catalogues } from "#app/words/catalogues";
import { isUnderWay, readDepartmentChoices, readModules, requireFirst } from "./first-requirement.server";
import styles from "./first-run.css?url";
import { RequirementScreen, type Typed } from "./requirement-screen";
import { endPath } from "./steps";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, today } = context.visit;
  const wanted = new URL(request.url).searchParams.getAll("module");
  const modules = await answering(() => readModules(context.deps, reader, language));
  return {
    modules: modules.filter((module) => wanted.includes(module.id)).map(({ id, title }) => ({ id, title })),
    departments: await readDepartmentChoices(context.deps, language),
    underWay: await isUnderWay(context.deps),
    today,
    title: `${setupWords[language].requirement.title} · ${catalogues[language].product.name}`,
  };
}

/** The civil date of a text; null for what is none. */
function dateOf(text: string): CivilDate | null {
  try {
    return civilDate(text.trim());
  } catch {
    return null;
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const modules = form.getAll("module").flatMap((value) => (typeof value === "string" ? [value] : []));
  const typed: Typed = {
    who: text("who") === "department" ? "department" : "everyone",
    department: text("department"),
    from: text("from"),
  };
  const from = dateOf(typed.from);
  const faults = [
    ...(from === null ? (["dateInvalid"] as const) : []),
    ...(typed.who === "department" && typed.department === "" ? (["departmentMissing"] as const) : []),
    ...(modules.length === 0 ? (["nothingChosen"] as const) : []),
  ];
  if (from === null || faults.length > 0) return data({ typed, faults }, { status: 422 });
  const departmentId = typed.who === "department" ? typed.department : null;
  await answering(() => requireFirst(context.deps, reader, { modules, departmentId, from }));
  throw redirect(endPath);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function RequirementPage() {
  const view = useLoaderData<typeof loader>();
  return <RequirementScreen view={view} again={useActionData<typeof action>()} />;
}
