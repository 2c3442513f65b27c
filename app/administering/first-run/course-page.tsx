import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button } from "#app/ui/button";
import { Empty } from "#app/ui/panels";
import { setupWords, useSetupWords } from "#app/words/areas/setup";
import { catalogues } from "#app/words/catalogues";
import { type ModuleToRequire, readModules } from "./first-requirement.server";
import styles from "./first-run.css?url";
import { StepFrame } from "./step-frame";
import { endPath, placeOf, stepPaths } from "./steps";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** What is chosen stands in the address (`module`, as often as there are) and leads on to the requirement. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const search = new URL(request.url).searchParams;
  const modules = await answering(() => readModules(context.deps, reader, language));
  const chosen = search.getAll("module").filter((id) => modules.some((module) => module.id === id));
  if (chosen.length > 0) {
    throw redirect(`${stepPaths.requirement}?${new URLSearchParams(chosen.map((id) => ["module", id]))}`);
  }
  return {
    modules,
    nothing: search.has("chosen"),
    title: `${setupWords[language].course.title} · ${catalogues[language].product.name}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CoursePage() {
  const { modules, nothing } = useLoaderData<typeof loader>();
  const words = useSetupWords().course;
  const courses = byCourse(modules);
  return (
    <StepFrame
      title={words.title}
      lead={words.lead}
      place={placeOf.course}
      skipTo={modules.length === 0 ? endPath : stepPaths.requirement}
      refused={false}
    >
      {modules.length === 0 ? (
        <Empty icon="book" level={2} title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <Form method="get" className="Stack" data-gap="5">
          <input type="hidden" name="chosen" value="" />
          {nothing ? <p role="alert">{words.nothing}</p> : null}
          {[...courses].map(([course, own]) => (
            <fieldset key={course} className="ModuleChoices">
              <legend>{course}</legend>
              {own.map((module) => (
                <label key={module.id} className="Check">
                  <input type="checkbox" name="module" value={module.id} defaultChecked={module.required && !nothing} />
                  <span>
                    {module.title}
                    <small>
                      {module.summary} {words.module(module.minutes)}.
                    </small>
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
          <Button kind="primary" size="large">
            {words.next}
          </Button>
        </Form>
      )}
    </StepFrame>
  );
}

function byCourse(modules: readonly ModuleToRequire[]): ReadonlyMap<string, readonly ModuleToRequire[]> {
  const courses = new Map<string, ModuleToRequire[]>();
  for (const module of modules) courses.set(module.course, [...(courses.get(module.course) ?? []), module]);
  return courses;
}
