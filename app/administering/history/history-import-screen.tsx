import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Page, PageHead, Row, Section } from "#app/ui/page";
import { Disclosure, Notice } from "#app/ui/panels";
import { useHistoryWords } from "#app/words/areas/history";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { FailedFile } from "../imports/failed-file";
import { ImportFacts, ImportGoing } from "../imports/import-parts";
import { historyUploadPath, importPath, importsPath } from "../imports/import-paths";
import { DayOneTable, HistorySentence } from "./day-one-table";
import { HistoryMappingForm } from "./history-mapping-form";
import { HistoryRows } from "./history-rows";
import type { HistoryView } from "./history-view";
import { NamesForm } from "./names-form";
import type { NotTaken } from "./take-history-decision.server";
import { HistoryUndo } from "./undo-form";

/** An import of completions: what it waits for, what it does, what it did. */
export function HistoryImportScreen(props: {
  view: HistoryView;
  isKnown: boolean;
  hasGoneOn: boolean;
  notTaken: NotTaken | null;
}) {
  const { view, notTaken } = props;
  const words = useImportsWords();
  const path = importPath("history", view.id);
  return (
    <Page wide>
      <PageHead title={view.file.name} eyebrow={<Link to={importsPath}>{words.list.title}</Link>} />
      <div className="Stack" data-gap={5}>
        {props.hasGoneOn ? <Notice icon="info" title={words.goneOn} live="status" /> : null}
        {props.isKnown ? <Notice icon="info" title={words.known} live="status" /> : null}
        <Facts view={view} />
        <ImportGoing view={view} path={path} />
        {view.state === "failed" && view.fault ? <FailedFile fault={view.fault} again={historyUploadPath} /> : null}
        {view.state === "discarded" ? (
          <Notice icon="info" title={words.discarded.title}>
            <p>{words.discarded.note}</p>
          </Notice>
        ) : null}
        {view.state === "mapping" ? (
          <>
            <HistoryMappingForm view={view} refused={notTaken?.intent === "columns" ? notTaken : null} />
            <Discard />
          </>
        ) : null}
        {view.state === "ready" ? <Ready view={view} notTaken={notTaken} /> : null}
        {view.state === "applied" ? <Applied view={view} notTaken={notTaken} path={path} /> : null}
        {view.state === "taken-back" ? <TakenBack view={view} /> : null}
        <HistoryRows view={view} />
      </div>
    </Page>
  );
}

function Facts({ view }: { view: HistoryView }) {
  const words = useHistoryWords().file;
  const format = useFormat();
  const { summary } = view;
  return (
    <ImportFacts view={view}>
      {summary?.first && summary.last ? (
        <>
          <dt>{words.spanLabel}</dt>
          <dd>{words.span(format.date(summary.first), format.date(summary.last))}</dd>
        </>
      ) : null}
    </ImportFacts>
  );
}

function Discard() {
  const words = useHistoryWords().confirm;
  return (
    <Form method="post">
      <Button kind="quiet" name="intent" value="discard">
        {words.discard}
      </Button>
    </Form>
  );
}

function Ready({ view, notTaken }: { view: HistoryView; notTaken: NotTaken | null }) {
  const all = useHistoryWords();
  const words = all.confirm;
  const { names, summary } = view;
  if (!summary) return null;
  const records = summary.counts.records ?? 0;
  const isOpen = (summary.counts.undecided ?? 0) > 0;
  const refused = notTaken?.intent === "confirm" ? notTaken : null;
  return (
    <>
      <HistorySentence summary={summary} />
      {names?.undecided ? <NamesForm names={names} modules={view.modules} isPrimary={isOpen} /> : null}
      {records > 0 ? <DayOneTable dayOne={summary.dayOne} /> : null}
      {isOpen || records === 0 ? (
        <Discard />
      ) : (
        <Section id="confirm" title={words.title}>
          <Form method="post" className="ImportForm">
            {refused ? <Notice icon="alert" status="overdue" live="alert" title={words[refused.problem]} /> : null}
            <p>{words.intro}</p>
            <Row gap={3}>
              <Button kind="primary" name="intent" value="confirm">
                {words.button}
              </Button>
              <Button kind="quiet" name="intent" value="discard">
                {words.discard}
              </Button>
            </Row>
          </Form>
        </Section>
      )}
      {names && !names.undecided ? (
        <Disclosure summary={all.names.change}>
          <NamesForm names={names} modules={view.modules} />
        </Disclosure>
      ) : null}
      <Disclosure summary={words.back} open={notTaken?.intent === "columns"}>
        <HistoryMappingForm view={view} refused={notTaken?.intent === "columns" ? notTaken : null} />
      </Disclosure>
    </>
  );
}

function Applied({ view, notTaken, path }: { view: HistoryView; notTaken: NotTaken | null; path: string }) {
  const words = useHistoryWords().applied;
  const all = useImportsWords();
  const format = useFormat();
  const { applied, summary } = view;
  if (!summary) return null;
  const recorded = summary.recorded ?? 0;
  return (
    <>
      <Notice icon="check" status="current" live="status" title={words.title(format.number(recorded), recorded === 1)}>
        {applied ? <p>{words.note(format.date(applied.day), applied.by ?? all.list.nobody)}</p> : null}
      </Notice>
      <HistorySentence summary={summary} />
      <DayOneTable dayOne={summary.dayOne} />
      <HistoryUndo view={view} refused={notTaken?.intent === "take-back" ? notTaken : null} path={path} />
    </>
  );
}

function TakenBack({ view }: { view: HistoryView }) {
  const words = useHistoryWords().undo;
  const all = useImportsWords();
  const format = useFormat();
  const { takenBack } = view;
  return (
    <Notice icon="info" live="status" title={words.done}>
      {takenBack ? (
        <p>
          {words.doneNote(format.date(takenBack.day), takenBack.by ?? all.list.nobody)} {takenBack.why}
        </p>
      ) : null}
    </Notice>
  );
}
