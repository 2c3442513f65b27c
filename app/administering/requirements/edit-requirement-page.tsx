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
import { requirementPath } from "./paths";
import { readRequirement } from "./read-requirement.server";
import { RequirementCrumbs } from "./requirement-crumbs";
import { RequirementForm } from "./requirement-form";
import styles from "./requirements.css?url";
import { beginVersion, takeRequirement } from "./save-requirement.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { deps, visit } = context;
  const id = params.requirement ?? "";
  return await answering(async () => {
    const { module } = await readRequirement(deps, reader, visit, id);
    const title = requirementsWords[visit.language].editTitle(module.title);
    return {
      id,
      module: module.title,
      begun: await beginVersion(deps, reader, visit, id),
      title: `${title} · ${catalogues[visit.language].product.name}`,
    };
  });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const { deps, visit } = context;
  const id = params.requirement ?? "";
  const outcome = await answering(async () => takeRequirement(deps, reader, visit, await request.formData(), id));
  if ("to" in outcome) throw redirect(outcome.to);
  return data(outcome.sent, { status: outcome.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function EditRequirementPage() {
  const { begun, id, module } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? begun;
  const words = useRequirementsWords();
  return (
    <Page>
      <RequirementCrumbs id={id} module={module} />
      <PageHead title={words.editTitle(module)} />
      <p className="Muted RequirementsLead">{words.editLead}</p>
      <RequirementForm sent={sent} modules={null} old={requirementPath(id)} />
    </Page>
  );
}
