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
import { Page, PageHead } from "#app/ui/page";
import { requirementsWords, useRequirementsWords } from "#app/words/areas/requirements";
import { catalogues } from "#app/words/catalogues";
import { readModuleChoices } from "./read-modules.server";
import { RequirementCrumbs } from "./requirement-crumbs";
import { RequirementForm } from "./requirement-form";
import styles from "./requirements.css?url";
import { beginRequirement, takeRequirement } from "./save-requirement.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { deps, visit } = context;
  const moduleId = new URL(request.url).searchParams.get("module") ?? "";
  return {
    begun: await answering(() => beginRequirement(deps, reader, visit, moduleId)),
    modules: await readModuleChoices(deps, visit.language),
    title: `${requirementsWords[visit.language].newTitle} · ${catalogues[visit.language].product.name}`,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const { deps, visit } = context;
  const outcome = await answering(async () => takeRequirement(deps, reader, visit, await request.formData(), null));
  if ("to" in outcome) throw redirect(outcome.to);
  return data(outcome.sent, { status: outcome.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function NewRequirementPage() {
  const { begun, modules } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? begun;
  const words = useRequirementsWords();
  return (
    <Page>
      <RequirementCrumbs />
      <PageHead title={words.newTitle} />
      <RequirementForm sent={sent} modules={modules} old={null} />
    </Page>
  );
}
