import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { company, mustBeAble } from "#app/domain/permissions";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { peopleWords } from "#app/words/areas/people";
import { catalogues } from "#app/words/catalogues";
import styles from "../organisation.css?url";
import { takeForm } from "../take-form";
import { takeNewPerson } from "./change-person.server";
import { NewPersonScreen } from "./new-person-screen";
import { readChoices } from "./read-people.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const choices = await answering(async () => {
    mustBeAble(reader, "manage-people", company);
    return await readChoices(context.deps.db.read, context.visit);
  });
  return { choices, title: `${peopleWords[language].newOne.title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  return await takeForm(() => takeNewPerson({ deps: context.deps, reader, visit: context.visit }, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPersonPage() {
  const { choices } = useLoaderData<typeof loader>();
  return <NewPersonScreen choices={choices} sent={useActionData<typeof action>() ?? null} />;
}
