import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { readParked, requireReader, unpark } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Page } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { catalogues } from "#app/words/catalogues";
import { useWords } from "#app/words/context";

/** What was sent after the session had ended is sent now that its sender is back: by script at once, else by a button. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const parked = readParked(request.headers.get("cookie") ?? undefined, reader.personId);
  if (!parked) throw redirect("/", { headers: { "Set-Cookie": unpark } });
  const title = `${catalogues[context.visit.language].signIn.resume.title} · Repris`;
  return data({ path: parked.path, fields: parked.fields, title }, { headers: { "Set-Cookie": unpark } });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ResumePage() {
  const { path, fields } = useLoaderData<typeof loader>();
  const words = useWords().signIn.resume;
  const form = useRef<HTMLFormElement>(null);
  // As a document, the way a page without script sends it: the answer to it leads to the very place it was sent from.
  useEffect(() => form.current?.submit(), []);
  return (
    <Page>
      <Empty edge="plain" level={1} icon="clock" title={words.title}>
        <p>{words.text}</p>
        <Form method="post" action={path} ref={form} reloadDocument>
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Button kind="primary">{words.send}</Button>
        </Form>
      </Empty>
    </Page>
  );
}
