import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Field, Select } from "#app/ui/field";
import { studioWords, useStudioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { StudioBar } from "../studio/studio-bar";
import { Comparison } from "./comparison";
import { readComparison } from "./read-comparison.server";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  const wanted = { moduleId: params.module ?? "", from: search.get("from"), to: search.get("to"), language };
  const view = await answering(() => readComparison(context.deps, reader, wanted));
  const { title } = studioWords[language].compare;
  return { view, zone: reader.zone, title: `${title} · ${view.module.title} · ${catalogues[language].product.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Two states of a module's text beside one another, in one text. */
export default function ComparePage() {
  const { view, zone } = useLoaderData<typeof loader>();
  const says = useStudioWords().compare;
  const nameOf = (side: string) => (side === "draft" ? says.draft : says.version(Number(side)));
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={view.module} draft={null} live={null} zone={zone} part={says.title} />
      <div className="StudioPart">
        <Form method="get" className="Row" data-gap="3" data-align="end">
          {(["from", "to"] as const).map((side) => (
            <Field key={side} label={says[side]}>
              <Select dense name={side} defaultValue={view[side]}>
                {view.choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {nameOf(choice)}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          <Button size="dense">{says.show}</Button>
        </Form>
        <h2 className="ComparedCount">{says.changedFiles(view.files.length)}</h2>
        {view.files.map((file) => (
          <Comparison key={file.path} file={file} from={nameOf(view.from)} to={nameOf(view.to)} />
        ))}
      </div>
    </main>
  );
}
