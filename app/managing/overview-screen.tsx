import { Link } from "@remix-run/react";
import { Page, PageHead, Split } from "#app/ui/page";
import { useFormat, useWords } from "#app/words/context";
import { LoadYear } from "./load-year";
import { Matrix } from "./matrix";
import { Nudges } from "./nudges";
import { OverviewFigures, OverviewSentence } from "./overview-summary";
import type { OverviewView } from "./overview-view";
import { evidenceListPath, postersPath, slipsPath } from "./paths";
import { ScopeChoice } from "./scope-choice";
import { TrendChart } from "./trend-chart";

/** The manager's overview: one sentence, what proves it, and who needs a nudge. */
export function OverviewScreen({ view }: { view: OverviewView }) {
  const words = useWords().overview;
  const format = useFormat();
  const { scope, today } = view;
  return (
    <Page wide>
      <PageHead title={words.title} eyebrow={scope.isCompany ? words.wholeCompany(scope.name) : scope.name}>
        <ScopeChoice scope={scope} />
        {view.printsSlips ? (
          <p className="Row NoPrint" data-gap="4">
            <Link to={slipsPath(scope.departmentId)}>{words.prints.slips}</Link>
            <Link to={postersPath}>{words.prints.posters}</Link>
          </p>
        ) : null}
      </PageHead>
      <OverviewSentence view={view} />
      <p className="EvidenceWaiting NoPrint">
        <Link to={evidenceListPath}>{words.evidence(view.evidenceWaiting)}</Link>
      </p>
      <p className="PrintOnly">{words.printed(scope.name, format.date(today))}</p>
      <OverviewFigures view={view} />
      <Matrix matrix={view.matrix} headcount={scope.headcount} scopeId={view.nudges.query.scopeId} />
      <Split columns="2-1">
        <TrendChart trend={view.trend} ahead={view.ahead} today={today} />
        <LoadYear ahead={view.ahead} today={today} />
      </Split>
      <Nudges list={view.nudges} counts={view.counts} today={today} />
    </Page>
  );
}
