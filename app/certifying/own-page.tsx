import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Field, Select } from "#app/ui/field";
import { Page, PageHead, Section } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { evidenceWords, useEvidenceWords } from "#app/words/areas/evidence";
import { catalogues } from "#app/words/catalogues";
import { useFormat } from "#app/words/context";
import styles from "./certifying.css?url";
import { Receipt, StateOf } from "./evidence-parts";
import type { OwnEvidenceView } from "./evidence-view";
import { ownEvidencePath, sendEvidencePath } from "./paths";
import { readModuleTitle, readOwnEvidence } from "./read-evidence.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, now, today } = context.visit;
  const view = await answering(() => readOwnEvidence(context.deps, reader, { language, now, today }));
  const done = new URL(request.url).searchParams.get("done");
  return {
    view,
    done: done === "sent" || done === "taken-back" ? done : null,
    title: `${evidenceWords[language].own.title} · ${catalogues[language].product.name}`,
  } as const;
}

/** Leads to the form of the module that was chosen. */
export async function action({ context, request }: ActionFunctionArgs) {
  await requireReader(context, request);
  const module = (await request.formData()).get("module");
  const moduleId = typeof module === "string" ? module : "";
  await answering(() => readModuleTitle(context.deps.db.read, moduleId, context.visit.language));
  throw redirect(sendEvidencePath(moduleId));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OwnPage() {
  const { done, view } = useLoaderData<typeof loader>();
  const words = useEvidenceWords().own;
  const receipts = { sent: words.received, "taken-back": words.takenBack };
  return (
    <Page>
      <PageHead title={words.title} />
      <Receipt said={done === null ? null : receipts[done]} />
      <p className="Lead EvidenceLead">{words.lead}</p>
      {view.rows.length === 0 ? (
        <Empty icon="file" level={2} title={words.empty.title}>
          <p>{words.empty.text}</p>
        </Empty>
      ) : (
        <Section id="sent" title={words.listed}>
          <OwnList view={view} />
        </Section>
      )}
      {view.modules.length === 0 ? null : (
        <Section id="new" title={words.choose}>
          <Form method="post" action={ownEvidencePath} className="EvidenceChoice">
            <Field label={words.chooseModule} hint={words.chooseHint}>
              <Select name="module" required>
                {view.modules.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            </Field>
            <Button>{words.go}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}

function OwnList({ view }: { view: OwnEvidenceView }) {
  const words = useEvidenceWords();
  const format = useFormat();
  return (
    <ol className="EvidenceList">
      {view.rows.map((row) => (
        <li key={row.id}>
          <h3>
            <Link to={row.href}>{row.module}</Link>
          </h3>
          <StateOf {...row} />
          <p>
            {row.issuer}, {format.date(row.completedOn)}.{" "}
            {row.endsIn !== null && row.expiresOn !== null ? (
              <>
                {words.own.ending(format.date(row.expiresOn), words.left(row.endsIn))}{" "}
                <Link to={row.renewHref}>{words.own.renew}</Link>
              </>
            ) : row.expiresOn === null ? null : (
              `${words.facts.expiresOn} ${format.date(row.expiresOn)}.`
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
