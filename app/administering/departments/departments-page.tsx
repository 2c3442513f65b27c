import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { departmentsWords } from "#app/words/areas/departments";
import { catalogues } from "#app/words/catalogues";
import styles from "../organisation.css?url";
import { takeForm } from "../take-form";
import { takeNewDepartment } from "./change-department.server";
import { DepartmentsScreen } from "./departments-screen";
import { readDepartments } from "./read-departments.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readDepartments(context.deps, reader, context.visit));
  return { view, title: `${departmentsWords[language].title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await takeForm(() => takeNewDepartment({ deps: context.deps, reader, visit: context.visit }, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DepartmentsPage() {
  const { view } = useLoaderData<typeof loader>();
  return <DepartmentsScreen view={view} sent={useActionData<typeof action>() ?? null} />;
}
