import { Form, Link, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { Button, LinkButton } from "#app/ui/button";
import { Field, Input, TextArea } from "#app/ui/field";
import { Page, PageHead, Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useRequirementsWords } from "#app/words/areas/requirements";
import { useFormat } from "#app/words/context";
import { intervalOf } from "#app/words/interval";
import { Following } from "./following";
import { editRequirementPath, requirementPath } from "./paths";
import { ProblemSummary } from "./problem-summary";
import { RequirementCrumbs } from "./requirement-crumbs";
import type { Problem, RequirementView, TrialView } from "./requirement-view";
import { TrialResult, trialId } from "./trial-result";

interface Sent {
  readonly kind: "end" | "withdraw";
  readonly last: string;
  readonly why: string;
  readonly problems: readonly Problem[];
  readonly trial: TrialView | null;
}

/** One requirement: whom it is for, since when, and how it is changed, ended or taken back. */
export function RequirementScreen(props: {
  view: RequirementView;
  done: "saved" | "ended" | "withdrawn" | null;
  sent: Sent | null;
}) {
  const { view, done, sent } = props;
  const words = useRequirementsWords();
  const format = useFormat();
  const path = requirementPath(view.id);
  const isOpen = view.withdrawn === null && view.after === null;
  const receipt = done && { saved: words.saved, ended: words.endedNow, withdrawn: words.withdrawnNow }[done];
  return (
    <Page>
      <RequirementCrumbs />
      <PageHead title={view.module.title}>
        {isOpen ? <LinkButton to={editRequirementPath(view.id)}>{words.edit}</LinkButton> : null}
      </PageHead>
      <div role="status" className="Stack">
        {receipt && sent === null ? <Notice icon="check" status="current" title={receipt} /> : null}
      </div>
      <ProblemSummary problems={sent?.problems ?? []} now={path} />
      {view.following === null ? null : <Following following={view.following} path={path} />}
      <p className="Summary">{view.sentence}</p>
      {view.withdrawn === null ? null : (
        <Notice icon="x" title={words.withdrawn(format.date(view.withdrawn.on), view.withdrawn.by)}>
          <p>{view.withdrawn.why}</p>
        </Notice>
      )}
      <Facts view={view} />
      {isOpen ? (
        <>
          <End view={view} sent={sent?.kind === "end" ? sent : null} />
          <Withdraw view={view} sent={sent?.kind === "withdraw" ? sent : null} />
        </>
      ) : null}
    </Page>
  );
}

function Facts({ view }: { view: RequirementView }) {
  const words = useRequirementsWords();
  const format = useFormat();
  const { from, to, due, every, people, note, recorded, before, after } = view;
  const times = [
    due === null ? null : words.shorterDue(intervalOf(due)),
    every === null ? null : words.shorterEvery(intervalOf(every)),
  ].filter((text) => text !== null);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      words.holds,
      to === null
        ? `${words.from(format.date(from))}, ${words.until}`
        : words.fromTo(format.date(from), format.date(to)),
    ],
    [words.trial.obliged, people === null ? null : words.obliges(people, format.number(people))],
    [words.times, times.length === 0 ? null : times.join(", ")],
    [words.note, note],
    [words.byWhom, words.by(format.date(recorded.on), recorded.by)],
    [
      words.versions,
      before === null && after === null ? null : <Versions key="versions" before={before} after={after} />,
    ],
  ];
  return (
    <Section id="facts" title={words.facts}>
      <dl className="Facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}

function Versions({ before, after }: { before: string | null; after: string | null }) {
  const words = useRequirementsWords();
  return (
    <>
      {before === null ? null : <Link to={requirementPath(before)}>{words.earlierVersion}</Link>}
      {before === null || after === null ? null : ", "}
      {after === null ? null : <Link to={requirementPath(after)}>{words.laterVersion}</Link>}
    </>
  );
}

/** A change that is shown before it is done. */
function Change(props: {
  kind: "end" | "withdraw";
  view: RequirementView;
  sent: Sent | null;
  children: (errorOf: (field: string) => string | null) => ReactNode;
}) {
  const { kind, view, sent } = props;
  const words = useRequirementsWords();
  const says = words[kind];
  const asked = useNavigation().formData?.get("do");
  const formId = `${kind}-form`;
  useEffect(() => {
    const heading = sent?.trial ? document.getElementById(trialId) : null;
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [sent]);
  const errorOf = (field: string) => {
    const problem = sent?.problems.find((each) => each.field === field);
    return problem ? words.problems[problem.code] : null;
  };
  return (
    <Section id={kind} title={says.title}>
      <p className="Muted SectionLead">{says.lead}</p>
      <Form method="post" id={formId} className="RequirementForm" noValidate preventScrollReset>
        <button
          type="submit"
          name="do"
          value={`try-${kind}`}
          tabIndex={-1}
          aria-hidden="true"
          className="VisuallyHidden"
        />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={view.to ?? ""} />
        {props.children(errorOf)}
        <p>
          <Button name="do" value={`try-${kind}`} busy={asked === `try-${kind}`}>
            {says.try}
          </Button>
        </p>
      </Form>
      {sent?.trial ? (
        <>
          <TrialResult trial={sent.trial} formId={formId} />
          <p>
            <Button kind="danger" form={formId} name="do" value={kind} busy={asked === kind}>
              {says.do}
            </Button>
          </p>
        </>
      ) : null}
    </Section>
  );
}

function End({ view, sent }: { view: RequirementView; sent: Sent | null }) {
  const words = useRequirementsWords();
  return (
    <Change kind="end" view={view} sent={sent}>
      {(errorOf) => (
        <Field id="last" label={words.end.last} error={errorOf("last")}>
          <Input type="date" name="last" defaultValue={sent?.last ?? view.today} required />
        </Field>
      )}
    </Change>
  );
}

function Withdraw({ view, sent }: { view: RequirementView; sent: Sent | null }) {
  const words = useRequirementsWords();
  return (
    <Change kind="withdraw" view={view} sent={sent}>
      {(errorOf) => (
        <Field id="why" label={words.withdraw.why} error={errorOf("why")}>
          <TextArea name="why" defaultValue={sent?.why ?? ""} rows={2} required />
        </Field>
      )}
    </Change>
  );
}
