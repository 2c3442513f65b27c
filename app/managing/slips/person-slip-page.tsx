import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Page, PageHead } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { PrintButton } from "#app/ui/print-button";
import { slipsWords, useSlipsWords } from "#app/words/areas/slips";
import { catalogues } from "#app/words/catalogues";
import { personPath } from "../paths";
import { makeCodes } from "./make-codes.server";
import { readPersonSlip } from "./read-slips.server";
import { Slip } from "./slip";
import styles from "./slips.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const read = await answering(() => readPersonSlip(context.deps, reader, context.visit, params.personId ?? ""));
  const title = slipsWords[language].person.title(read.slip.name);
  return { ...read, title: `${title} · ${catalogues[language].product.name}` };
}

/** Makes a code and shows it, this once. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const made = await answering(() => makeCodes(context.deps, reader, [params.personId ?? ""]));
  return data(made);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** A code that was made changes nothing that the page shows besides. */
export function shouldRevalidate(change: { formMethod?: string; defaultShouldRevalidate: boolean }) {
  return change.formMethod === "POST" ? false : change.defaultShouldRevalidate;
}

export default function PersonSlipPage() {
  const { sheet, slip } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const all = useSlipsWords();
  const words = all.person;
  const busy = useNavigation().state === "submitting";
  const code = made?.codes[slip.personId];
  return (
    <Page>
      <div className="NoPrint">
        <p>
          <Link to={personPath(slip.personId)}>{words.back(slip.name)}</Link>
        </p>
        <PageHead title={words.title(slip.name)} />
        <p className="Lead">{words.lead}</p>
        {code === undefined ? null : (
          <Notice icon="lock" live="status" title={words.made}>
            <p>{words.madeText}</p>
          </Notice>
        )}
        <div className="SlipBar">
          {slip.code === "allowed" ? (
            <Form method="post">
              <Button kind={code === undefined ? "primary" : undefined} busy={busy}>
                {code === undefined ? words.make : words.again}
              </Button>
            </Form>
          ) : (
            <p className="Muted">{slip.code === "own" ? words.own : words.refused}</p>
          )}
          <PrintButton label={words.print} hint={words.printHint} />
        </div>
      </div>
      <Slip
        sheet={sheet}
        slip={slip}
        code={code === undefined || made === undefined ? null : { text: code, until: made.until }}
      />
    </Page>
  );
}
