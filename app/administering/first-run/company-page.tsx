import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { CompanyFields } from "#app/ui/company-fields";
import { setupWords, useSetupWords } from "#app/words/areas/setup";
import { catalogues } from "#app/words/catalogues";
import { changeCompany, readCompanyView } from "./change-company.server";
import styles from "./first-run.css?url";
import { StepFrame } from "./step-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readCompanyView(context.deps, reader, language));
  return { view, title: `${setupWords[language].company.title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  const result = await answering(() => changeCompany(context.deps, reader, form));
  if (result.faults.length > 0) return data(result, { status: 422 });
  throw redirect("/admin");
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** The company's name, zone and language, found again after the first run. */
export default function CompanyPage() {
  const { view } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const words = useSetupWords().company;
  const busy = useNavigation().state !== "idle";
  const fault = (name: "nameMissing" | "zoneUnknown") => (again?.faults.includes(name) ? words[name] : undefined);
  return (
    <StepFrame title={words.title} lead={words.lead} place={null} skipTo={null} refused={again !== undefined}>
      <Form method="post" className="Stack" data-gap="4" noValidate>
        <CompanyFields
          {...view.choices}
          words={words}
          values={again?.values ?? view.values}
          errors={{ name: fault("nameMissing"), zone: fault("zoneUnknown") }}
        />
        <Button kind="primary" busy={busy}>
          {words.submit}
        </Button>
      </Form>
    </StepFrame>
  );
}
