import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input, TextArea } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Page, PageHead, Section, Stack } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { useCourseWords } from "#app/words/areas/course";
import { useStudioWords } from "#app/words/areas/studio";
import { useLanguageName } from "#app/words/language-name";
import { modulePath, studioPath } from "../studio/studio-paths";
import type { BoardMember, CourseNotTaken, CourseView } from "./course-view";

type Refused<Intent> = Extract<CourseNotTaken, { intent: Intent }> | null;

function of<Intent extends CourseNotTaken["intent"]>(notTaken: CourseNotTaken | null, intent: Intent): Refused<Intent> {
  return notTaken?.intent === intent ? (notTaken as Refused<Intent>) : null;
}

/** What a course is called, who answers for it and reviews it, and in which order its modules come. */
export function CourseScreen(props: { view: CourseView; isSaved: boolean; notTaken: CourseNotTaken | null }) {
  const { view, isSaved, notTaken } = props;
  const says = useCourseWords();
  const studio = useStudioWords();
  return (
    <Page>
      <PageHead title={view.title} eyebrow={<Link to={studioPath}>{studio.title}</Link>} />
      <p className="Lead">{view.isArchived ? says.archived : says.intro}</p>
      <div role="status">{isSaved ? <Notice icon="check" status="current" title={says.saved} /> : null}</div>
      <Section id="words" title={says.words}>
        <Description view={view} notTaken={of(notTaken, "save")} />
      </Section>
      <Section id="board" title={says.board} note={says.boardNote}>
        <Board board={view.board} notTaken={of(notTaken, "add")} />
      </Section>
      <Section id="modules" title={says.modules} note={view.modules.length > 1 ? says.modulesNote : undefined}>
        <Modules view={view} />
      </Section>
      {view.isArchived ? <Restore /> : <Archive notTaken={of(notTaken, "archive")} />}
    </Page>
  );
}

function Description({ view, notTaken }: { view: CourseView; notTaken: Refused<"save"> }) {
  const says = useCourseWords();
  const nameOf = useLanguageName();
  const values = notTaken?.typed ?? view.values;
  return (
    <Form method="post" className="StudioForm" noValidate key={notTaken ? "typed" : "read"}>
      {notTaken ? <Notice icon="alert" status="overdue" live="alert" title={says.refused} /> : null}
      {Object.entries(view.values).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={`seen.${name}`} defaultValue={value} />
      ))}
      {view.languages.map((language, place) => (
        <Stack key={language} gap={4}>
          <Field label={says.titleIn(nameOf(language))} error={notTaken?.faults[`title.${language}`]}>
            <Input
              name={`title.${language}`}
              lang={language}
              defaultValue={values[`title.${language}`]}
              maxLength={200}
              required={place === 0}
            />
          </Field>
          <Field label={says.summaryIn(nameOf(language))} error={notTaken?.faults[`summary.${language}`]}>
            <TextArea
              name={`summary.${language}`}
              lang={language}
              rows={2}
              defaultValue={values[`summary.${language}`]}
              maxLength={2000}
              required={place === 0}
            />
          </Field>
        </Stack>
      ))}
      <Field label={says.owner} hint={says.ownerHint(view.ownerName)} error={notTaken?.faults.owner}>
        <Input type="email" name="owner" defaultValue={values.owner} maxLength={254} required autoComplete="off" />
      </Field>
      <p>
        <Button kind="primary" name="intent" value="save">
          {says.save}
        </Button>
      </p>
    </Form>
  );
}

function Board({ board, notTaken }: { board: readonly BoardMember[]; notTaken: Refused<"add"> }) {
  const says = useCourseWords();
  return (
    <Stack gap={4}>
      {board.length === 0 ? <p className="Muted">{says.noBoard}</p> : null}
      <ul className="Lines StudioModules">
        {board.map((member) => (
          <li key={member.email}>
            <span>
              {member.name ?? member.email}
              <br />
              <small className="Muted">
                {[member.name === null ? null : member.email, member.department, member.isHere ? null : says.notHere]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            <Form method="post" className="Push">
              <input type="hidden" name="email" value={member.email} />
              <Button
                size="dense"
                name="intent"
                value="remove"
                aria-label={says.removeNamed(member.name ?? member.email)}
              >
                {says.remove}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" className="StudioForm" noValidate key={board.length}>
        <Field
          label={says.reviewer}
          hint={says.reviewerHint}
          error={notTaken ? says.boardFaults[notTaken.fault] : undefined}
        >
          <Input type="email" name="email" defaultValue={notTaken?.typed ?? ""} maxLength={254} autoComplete="off" />
        </Field>
        <p>
          <Button name="intent" value="add">
            {says.add}
          </Button>
        </p>
      </Form>
    </Stack>
  );
}

function Modules({ view }: { view: CourseView }) {
  const says = useCourseWords();
  const studio = useStudioWords();
  const placed = view.modules.filter(({ number }) => number !== null);
  if (view.modules.length === 0) return <p className="Muted">{says.noModules}</p>;
  return (
    <ol className="Lines StudioModules">
      {view.modules.map((module) => (
        <li key={module.id}>
          <Link to={modulePath(module.id)}>{module.title}</Link>
          <span className="Muted">
            {module.isArchived
              ? studio.archived
              : module.number === null
                ? studio.neverPublished
                : studio.version(module.number)}
          </span>
          {module.isChanged ? <Status status="changed">{studio.changed}</Status> : null}
          {module.number === null || placed.length < 2 ? null : (
            <Form method="post" className="Row Push" data-gap="1">
              <input type="hidden" name="module" value={module.id} />
              <button
                type="submit"
                className="IconButton"
                data-size="dense"
                name="intent"
                value="up"
                aria-disabled={module.id === placed[0]?.id}
                aria-label={says.up(module.title)}
              >
                <Icon name="up" />
              </button>
              <button
                type="submit"
                className="IconButton"
                data-size="dense"
                name="intent"
                value="down"
                aria-disabled={module.id === placed.at(-1)?.id}
                aria-label={says.down(module.title)}
              >
                <Icon name="down" />
              </button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}

function Archive({ notTaken }: { notTaken: Refused<"archive"> }) {
  const says = useCourseWords();
  return (
    <details className="Foldout" open={notTaken !== null} id="archive">
      <summary>{says.archive}</summary>
      <Form method="post">
        <Stack gap={4}>
          {notTaken ? (
            <Notice icon="alert" status="overdue" live="alert" title={says.archiveOpen}>
              <ul>
                {notTaken.open.map(({ id, title }) => (
                  <li key={id}>
                    <Link to={modulePath(id)}>{title}</Link>
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <p>{says.archiveText}</p>
          <p>
            <Button kind="danger" name="intent" value="archive">
              {says.submitArchive}
            </Button>
          </p>
        </Stack>
      </Form>
    </details>
  );
}

function Restore() {
  const says = useCourseWords();
  return (
    <Section id="archive" title={says.restore}>
      <Form method="post" className="StudioForm">
        <p>{says.restoreText}</p>
        <p>
          <Button name="intent" value="restore">
            {says.restore}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
