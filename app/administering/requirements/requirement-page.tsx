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
import { requirementsWords } from "#app/words/areas/requirements";
import { catalogues } from "#app/words/catalogues";
import { changeRequirement } from "./change-requirement.server";
import { readRequirement } from "./read-requirement.server";
import { RequirementScreen } from "./requirement-screen";
import styles from "./requirements.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

const receipts = ["saved", "ended", "withdrawn"] as const;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { deps, visit } = context;
  const view = await answering(() => readRequirement(deps, reader, visit, params.requirement ?? ""));
  const asked = new URL(request.url).searchParams.get("done");
  const { title } = requirementsWords[visit.language];
  return {
    view,
    done: receipts.find((each) => each === asked) ?? null,
    title: `${view.module.title}: ${title} · ${catalogues[visit.language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const { deps, visit } = context;
  const outcome = await answering(async () =>
    changeRequirement(deps, reader, visit, params.requirement ?? "", await request.formData()),
  );
  if ("to" in outcome) throw redirect(outcome.to);
  return data(outcome.sent, { status: outcome.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function RequirementPage() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  return <RequirementScreen view={view} done={done} sent={sent} />;
}
