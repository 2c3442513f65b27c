import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { company, mustBeAble } from "#app/domain/permissions";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { FileDrop } from "#app/ui/file-drop";
import { Page, PageHead, Section } from "#app/ui/page";
import { historyWords, useHistoryWords } from "#app/words/areas/history";
import { useImportsWords } from "#app/words/areas/imports";
import { catalogues } from "#app/words/catalogues";
import { useFormat } from "#app/words/context";
import { fileSize } from "../imports/file-size";
import { historyUploadPath, importsPath } from "../imports/import-paths";
import styles from "../imports/imports.css?url";
import { fileLimits } from "../imports/table-form";
import { takeUpload } from "../imports/take-upload.server";
import { templates } from "./templates";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  await answering(async () => mustBeAble(reader, "import-history", company));
  const { language } = context.visit;
  return { title: `${historyWords[language].upload.title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await takeUpload(context, request, "history");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function HistoryUploadPage() {
  useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const all = useImportsWords();
  const words = useHistoryWords().upload;
  const format = useFormat();
  const busy = useNavigation().formMethod === "POST";
  const size = (bytes: number) => fileSize(bytes, all.size, format);
  return (
    <Page>
      <PageHead title={words.title} eyebrow={<Link to={importsPath}>{all.upload.crumb}</Link>} />
      <p>{words.intro}</p>
      <Form method="post" encType="multipart/form-data" className="ImportForm">
        <FileDrop
          name="file"
          label={words.label}
          hint={words.hint}
          accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain"
          limit={fileLimits.history}
          chosen={(file) => words.chosen(file.name, size(file.bytes))}
          tooLarge={(file) => words.tooLarge(size(file.bytes))}
          error={problem ? words.problems[problem] : undefined}
        />
        <p>
          <Button kind="primary" busy={busy}>
            {busy ? words.sending : words.send}
          </Button>
        </p>
        <p className="Muted">{words.after}</p>
      </Form>
      <Section id="templates" title={words.templates}>
        <p>{words.templatesText}</p>
        <ul>
          {templates.map((template) => (
            <li key={template}>
              <a href={`${historyUploadPath}/templates/${template}.csv`} download>
                {words.template[template]}
              </a>
            </li>
          ))}
        </ul>
        <p className="Muted">{words.moodleNote}</p>
      </Section>
    </Page>
  );
}
