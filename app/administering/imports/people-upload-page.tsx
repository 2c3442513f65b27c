import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { company, mustBeAble } from "#app/domain/permissions";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { FileDrop } from "#app/ui/file-drop";
import { Page, PageHead } from "#app/ui/page";
import { importsWords, useImportsWords } from "#app/words/areas/imports";
import { catalogues } from "#app/words/catalogues";
import { useFormat } from "#app/words/context";
import { fileSize } from "./file-size";
import { importsPath } from "./import-paths";
import styles from "./imports.css?url";
import { fileLimits } from "./table-form";
import { takeUpload } from "./take-upload.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  await answering(async () => mustBeAble(reader, "manage-people", company));
  const { language } = context.visit;
  return { title: `${importsWords[language].upload.title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await takeUpload(context, request, "people");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PeopleUploadPage() {
  useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const words = useImportsWords();
  const format = useFormat();
  const busy = useNavigation().formMethod === "POST";
  const size = (bytes: number) => fileSize(bytes, words.size, format);
  return (
    <Page>
      <PageHead title={words.upload.title} eyebrow={<Link to={importsPath}>{words.upload.crumb}</Link>} />
      <p>{words.upload.intro}</p>
      <Form method="post" encType="multipart/form-data" className="ImportForm">
        <FileDrop
          name="file"
          label={words.upload.label}
          hint={words.upload.hint}
          accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain"
          limit={fileLimits.people}
          chosen={(file) => words.upload.chosen(file.name, size(file.bytes))}
          tooLarge={(file) => words.upload.tooLarge(size(file.bytes))}
          error={problem ? words.upload.problems[problem] : undefined}
        />
        <p>
          <Button kind="primary" busy={busy}>
            {busy ? words.upload.sending : words.upload.send}
          </Button>
        </p>
        <p className="Muted">{words.upload.after}</p>
      </Form>
    </Page>
  );
}
