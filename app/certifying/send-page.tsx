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
import { newId } from "#app/platform/ids";
import { receiveFile } from "#app/platform/receive-file";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Page, PageHead, Stack } from "#app/ui/page";
import { evidenceWords, useEvidenceWords } from "#app/words/areas/evidence";
import { catalogues } from "#app/words/catalogues";
import styles from "./certifying.css?url";
import { CertificateFields, FormProblems, type SentForm, useReturned } from "./evidence-fields";
import { mostFileBytes, statusOfRefusal } from "./evidence-form";
import { ownEvidencePath } from "./paths";
import { readModuleTitle } from "./read-evidence.server";
import { sendEvidence } from "./send-evidence.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  await requireReader(context, request);
  const { language, now, today } = context.visit;
  const module = await answering(() => readModuleTitle(context.deps.db.read, params.module ?? "", language));
  return {
    module,
    form: { id: newId(now), today, file: null },
    title: `${evidenceWords[language].send.title(module)} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const received = await receiveFile(context.deps, request, { limit: mostFileBytes, by: reader.personId });
  const result = await answering(() =>
    sendEvidence(context.deps, reader, { moduleId: params.module ?? "", received, now: context.visit.now }),
  );
  if (result.kind === "sent") throw redirect(`${ownEvidencePath}?done=sent`);
  return data(result, { status: statusOfRefusal(result) });
}

export { clientAction, shouldRevalidate } from "./send-once";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SendPage() {
  const { form, module } = useLoaderData<typeof loader>();
  const sent = useActionData<SentForm>();
  const words = useEvidenceWords();
  const returned = useReturned(sent);
  const busy = useNavigation().formMethod === "POST";
  return (
    <Page>
      <PageHead title={words.send.title(module)} eyebrow={words.title} />
      <p className="Lead EvidenceLead">{words.send.lead}</p>
      <Form method="post" encType="multipart/form-data" className="EvidenceForm" noValidate>
        <Stack gap={5}>
          <FormProblems sent={sent} returned={returned} />
          <CertificateFields
            view={form}
            returned={returned}
            needsFile
            file={sent?.kind === "refused" ? sent.file : null}
          />
          <p>
            <Button kind="primary" size="large" busy={busy}>
              {busy ? words.send.sending : words.send.submit}
            </Button>
          </p>
        </Stack>
      </Form>
    </Page>
  );
}
