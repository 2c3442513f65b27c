import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { requireReader } from "#app/platform/visit";
import { Button, LinkButton } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Page, PageHead, Section } from "#app/ui/page";
import { Empty, Notice } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { studioWords, useStudioWords } from "#app/words/areas/studio";
import { catalogues } from "#app/words/catalogues";
import { textOf } from "./answer-fields.server";
import { readStudio } from "./read-studio.server";
import { coursePath, modulePath, partPath, studioPath } from "./studio-paths";
import { takeApprovals } from "./take-approvals.server";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language } = context.visit;
  const view = await answering(() => readStudio(context.deps, reader, language));
  const isSaved = new URL(request.url).searchParams.has("saved");
  return { view, isSaved, title: `${studioWords[language].title} · ${catalogues[language].product.name}` };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const form = await request.formData();
  await answering(() => takeApprovals(context.deps, reader, textOf(form, "approvals")));
  throw redirect(`${studioPath}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Every course and module that the reader may write in, and what waits for their review. */
export default function StudioPage() {
  const { view, isSaved } = useLoaderData<typeof loader>();
  const says = useStudioWords();
  const archived = view.courses.filter(({ isArchived }) => isArchived);
  return (
    <Page>
      <PageHead title={says.title}>
        {view.mayWrite ? (
          <LinkButton kind="primary" to="/studio/new">
            {says.newModule}
          </LinkButton>
        ) : null}
      </PageHead>
      <div role="status">{isSaved ? <Notice icon="check" status="current" title={says.approvalsSaved} /> : null}</div>
      {view.asked.length > 0 ? (
        <Section id="asked" title={says.asked}>
          <ul className="Stack" data-gap="2">
            {view.asked.map((review) => (
              <li key={review.moduleId} className="Row" data-gap="3">
                <Link to={partPath(review.moduleId, "review")}>{says.askedFor(review.title)}</Link>
                {review.isGiven ? <Status status="current">{says.verdictGiven}</Status> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.mayWrite && view.courses.length === 0 ? (
        <Empty icon="pen" title={says.noCourses} level={2}>
          <p>{says.noCoursesText}</p>
          <LinkButton kind="primary" to="/studio/new">
            {says.newModule}
          </LinkButton>
        </Empty>
      ) : null}
      {view.courses
        .filter(({ isArchived }) => !isArchived)
        .map((course) => (
          <Section
            key={course.id}
            id={`course-${course.id}`}
            title={course.title}
            aside={
              <Link to={coursePath(course.id)} aria-label={says.aboutCourse(course.title)}>
                {says.about}
              </Link>
            }
          >
            {course.modules.length === 0 ? <p className="Muted">{says.noModules}</p> : null}
            <ul className="Lines StudioModules">
              {course.modules.map((module) => (
                <li key={module.id}>
                  <Link to={modulePath(module.id)}>{module.title}</Link>
                  <span className="Muted">
                    {module.isArchived
                      ? says.archived
                      : module.number === null
                        ? says.neverPublished
                        : says.version(module.number)}
                  </span>
                  {module.isChanged ? <Status status="changed">{says.changed}</Status> : null}
                </li>
              ))}
            </ul>
          </Section>
        ))}
      {archived.length > 0 ? (
        <Section id="archived" title={says.archivedCourses}>
          <ul className="Lines StudioModules">
            {archived.map((course) => (
              <li key={course.id}>
                <Link to={coursePath(course.id)}>{course.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.discarded.length > 0 ? (
        <Section id="discarded" title={says.discarded}>
          <ul className="Lines StudioModules">
            {view.discarded.map((module) => (
              <li key={module.draftId}>
                <span>{module.title}</span>
                <Form method="post" action={partPath(module.moduleId, "history")}>
                  <input type="hidden" name="draft" value={module.draftId} />
                  <Button
                    size="dense"
                    name="intent"
                    value="restore-draft"
                    aria-label={`${says.history.restoreDraft}: ${module.title}`}
                  >
                    {says.history.restoreDraft}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {view.approvals === null ? null : (
        <Section id="approvals" title={says.approvalsSetting}>
          <Form method="post" className="StudioForm">
            <Field label={says.approvalsNeeded} hint={says.approvalsHint}>
              <Input type="number" name="approvals" min={0} max={9} defaultValue={view.approvals} required />
            </Field>
            <p>
              <Button>{says.approvalsSave}</Button>
            </p>
          </Form>
        </Section>
      )}
    </Page>
  );
}
