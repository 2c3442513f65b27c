import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { company, mustBeAble } from "#app/domain/permissions";
import { answering } from "#app/platform/http-error";
import { newId } from "#app/platform/ids";
import { receiveFile } from "#app/platform/receive-file";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Page, PageHead, Stack } from "#app/ui/page";
import { evidenceWords, useEvidenceWords } from "#app/words/areas/evidence";
import { catalogues } from "#app/words/catalogues";
import styles from "./certifying.css?url";
import { CertificateFields, FormProblems, type Returned, type SentForm, useReturned } from "./evidence-fields";
import { mostFileBytes, statusOfRefusal } from "./evidence-form";
import type { ModuleChoice } from "./evidence-view";
import { evidencePath } from "./paths";
import { readModuleChoices } from "./read-evidence.server";
import { enterEvidence } from "./send-evidence.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  await answering(async () => mustBeAble(reader, "decide-evidence", company));
  const { language, now, today } = context.visit;
  return {
    modules: await readModuleChoices(context.deps.db.read, language),
    form: { id: newId(now), today, file: null },
    title: `${evidenceWords[language].enter.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  await answering(async () => mustBeAble(reader, "decide-evidence", company));
  const received = await receiveFile(context.deps, request, { limit: mostFileBytes, by: reader.personId });
  const result = await answering(() => enterEvidence(context.deps, reader, { received, now: context.visit.now }));
  if (result.kind === "sent") throw redirect(evidencePath(result.id));
  return data(result, { status: statusOfRefusal(result) });
}

export { clientAction, shouldRevalidate } from "./send-once";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function EnterPage() {
  const { form, modules } = useLoaderData<typeof loader>();
  const sent = useActionData<SentForm>();
  const words = useEvidenceWords();
  const returned = useReturned(sent);
  const busy = useNavigation().formMethod === "POST";
  return (
    <Page>
      <PageHead title={words.enter.title} eyebrow={words.title} />
      <p className="Lead EvidenceLead">{words.enter.lead}</p>
      <Form method="post" encType="multipart/form-data" className="EvidenceForm" noValidate>
        <Stack gap={5}>
          <FormProblems sent={sent} returned={returned} />
          <About returned={returned} modules={modules} />
          <CertificateFields
            view={form}
            returned={returned}
            needsFile={false}
            file={sent?.kind === "refused" ? sent.file : null}
          />
          <fieldset className="Field">
            <legend>{words.enter.approval}</legend>
            {(["now", "later"] as const).map((when) => (
              <label key={when} className="Check">
                <input
                  type="radio"
                  name="approve"
                  value={when}
                  defaultChecked={(returned.fields?.approve ?? true) === (when === "now")}
                />
                {words.enter[when]}
              </label>
            ))}
          </fieldset>
          <p>
            <Button kind="primary" busy={busy}>
              {words.enter.submit}
            </Button>
          </p>
        </Stack>
      </Form>
    </Page>
  );
}

function About({ returned, modules }: { returned: Returned; modules: readonly ModuleChoice[] }) {
  const { errorOf, fields, idOf } = returned;
  const words = useEvidenceWords().enter;
  return (
    <>
      <Field label={words.person} hint={words.personHint} error={errorOf("person")} id={idOf("person")}>
        <Input name="person" defaultValue={fields?.person} autoComplete="off" required />
      </Field>
      <Field label={words.module} error={errorOf("module")} id={idOf("module")}>
        <Select name="module" defaultValue={fields?.module ?? ""} required>
          <option value="">{words.pick}</option>
          {modules.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
