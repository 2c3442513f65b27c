import { Form, Link } from "@remix-run/react";
import { Button, LinkButton } from "#app/ui/button";
import { Page, PageHead, Row } from "#app/ui/page";
import { Disclosure, Notice } from "#app/ui/panels";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { ConfirmForm, UndoForm } from "./confirm-form";
import { FailedFile } from "./failed-file";
import { ImportFacts, ImportGoing } from "./import-parts";
import { importPath, importsPath, peopleUploadPath } from "./import-paths";
import { LeftList } from "./left-list";
import { MappingForm } from "./mapping-form";
import type { PeopleImportView } from "./people-import-view";
import { changesIn } from "./people-options";
import { PeopleSummaryText } from "./people-summary";
import { PlacesForm } from "./places-form";
import { RowsList } from "./rows-list";
import type { NotTaken } from "./take-people-decision.server";

/** An import of people: what it waits for, what it does, what it did. */
export function PeopleImportScreen(props: {
  view: PeopleImportView;
  isKnown: boolean;
  hasChanged: boolean;
  hasGoneOn: boolean;
  notTaken: NotTaken | null;
}) {
  const { view, notTaken } = props;
  const words = useImportsWords();
  const path = importPath("people", view.id);
  return (
    <Page wide>
      <PageHead title={view.file.name} eyebrow={<Link to={importsPath}>{words.list.title}</Link>} />
      <div className="Stack" data-gap={5}>
        {props.isKnown ? <Notice icon="info" title={words.known} live="status" /> : null}
        {props.hasGoneOn ? <Notice icon="info" title={words.goneOn} live="status" /> : null}
        {props.hasChanged ? <Notice icon="info" title={words.confirm.changed} live="status" /> : null}
        <Facts view={view} />
        <ImportGoing view={view} path={path} />
        {view.state === "failed" && view.fault ? <FailedFile fault={view.fault} again={peopleUploadPath} /> : null}
        {view.state === "discarded" ? (
          <Notice icon="info" title={words.discarded.title}>
            <p>{words.discarded.note}</p>
          </Notice>
        ) : null}
        {view.state === "mapping" ? (
          <MappingForm view={view} refused={notTaken?.intent === "columns" ? notTaken : null} />
        ) : null}
        {view.state === "mapping" ? <Discard /> : null}
        {view.state === "ready" ? <Ready view={view} notTaken={notTaken} /> : null}
        {view.state === "applied" ? <Applied view={view} notTaken={notTaken} path={path} /> : null}
        {view.state === "taken-back" ? <TakenBack view={view} /> : null}
        <RowsList view={view} />
      </div>
    </Page>
  );
}

function Facts({ view }: { view: PeopleImportView }) {
  const words = useImportsWords().file;
  const format = useFormat();
  return (
    <ImportFacts view={view}>
      {view.summary ? (
        <>
          <dt>{words.labels.from}</dt>
          <dd>{format.date(view.from)}</dd>
        </>
      ) : null}
    </ImportFacts>
  );
}

function Ready({ view, notTaken }: { view: PeopleImportView; notTaken: NotTaken | null }) {
  const words = useImportsWords().confirm;
  const { summary, undecided } = view;
  if (!summary) return null;
  const isOpen = (summary.counts.undecided ?? 0) > 0;
  const hasWork = !isOpen && changesIn(summary) > 0;
  const hasNear = undecided !== null && summary.near > 0 && (summary.counts.conflict ?? 0) > 0;
  return (
    <>
      <PeopleSummaryText view={view} />
      {undecided && (isOpen || hasNear) ? (
        <PlacesForm
          undecided={undecided}
          near={hasNear ? summary.near : 0}
          refused={notTaken?.intent === "places" ? notTaken : null}
        />
      ) : null}
      {hasWork ? <ConfirmForm view={view} refused={notTaken?.intent === "confirm" ? notTaken : null} /> : <Discard />}
      <Disclosure summary={words.back}>
        <MappingForm view={view} refused={notTaken?.intent === "columns" ? notTaken : null} />
      </Disclosure>
    </>
  );
}

function Discard() {
  const words = useImportsWords().confirm;
  return (
    <Form method="post">
      <Button kind="quiet" name="intent" value="discard">
        {words.discard}
      </Button>
    </Form>
  );
}

function Applied({ view, notTaken, path }: { view: PeopleImportView; notTaken: NotTaken | null; path: string }) {
  const all = useImportsWords();
  const words = all.applied;
  const format = useFormat();
  const leftOut = view.summary?.leftOut ?? 0;
  const refused = notTaken?.intent === "take-back" ? notTaken : null;
  return (
    <>
      <Notice icon="check" status="current" title={words.title} live="status">
        {view.applied ? <p>{words.note(format.date(view.applied.day), view.applied.by ?? all.list.nobody)}</p> : null}
        {leftOut > 0 ? <p>{words.leftOut(format.number(leftOut), leftOut === 1)}</p> : null}
      </Notice>
      <PeopleSummaryText view={view} />
      <Row gap={3}>
        <LinkButton to="/admin/people">{words.see}</LinkButton>
        {view.undo ? null : (
          <LinkButton kind="quiet" to={`${path}?undo#undo`}>
            {all.undo.link}
          </LinkButton>
        )}
      </Row>
      {view.undo ? <UndoForm undo={view.undo} refused={refused} /> : null}
    </>
  );
}

function TakenBack({ view }: { view: PeopleImportView }) {
  const all = useImportsWords();
  const format = useFormat();
  const { takenBack } = view;
  return (
    <Notice icon="check" title={all.undo.done} live="status">
      {takenBack ? (
        <>
          <p>{all.undo.doneNote(format.date(takenBack.day), takenBack.by ?? all.list.nobody)}</p>
          <p>{takenBack.why}</p>
        </>
      ) : null}
      {view.left ? <LeftList left={view.left} said={all.undo.stayed} /> : null}
      <p>
        <Link to={peopleUploadPath}>{all.undo.again}</Link>
      </p>
    </Notice>
  );
}
