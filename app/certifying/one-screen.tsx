import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, TextArea } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Page, Section } from "#app/ui/page";
import { Disclosure, Notice } from "#app/ui/panels";
import { useEvidenceWords } from "#app/words/areas/evidence";
import { useFormat } from "#app/words/context";
import { Receipt, StateOf } from "./evidence-parts";
import type { EvidenceView } from "./evidence-view";

/** A decision that was sent and not taken. */
export interface SentDecision {
  readonly intent: "approve" | "decline" | "withdraw" | "take-back";
  readonly problem: "why-missing" | "too-late";
  readonly why: string;
}

/** One piece of evidence: what it says, what it would change, and what was decided. */
export function OneScreen(props: {
  view: EvidenceView;
  done: "approved" | "declined" | "withdrawn" | null;
  sent: SentDecision | null;
}) {
  const { done, sent, view } = props;
  const words = useEvidenceWords();
  const says = words.one;
  return (
    <Page>
      <header className="PageHead">
        <div>
          <ol className="Crumbs">
            <li>
              <Link to={view.listHref}>{view.isOwn ? words.own.title : says.back}</Link>
            </li>
            {view.personHref === null ? null : (
              <li>
                <Link to={view.personHref}>{view.person}</Link>
              </li>
            )}
          </ol>
          <h1>{view.module}</h1>
        </div>
        <StateOf state={view.state} />
      </header>
      <Receipt said={done === null ? null : says.done[done]} />
      {sent?.problem === "too-late" ? (
        <div className="EvidenceDone">
          <Notice icon="info" status="due" live="alert" title={says.tooLate.title}>
            <p>{says.tooLate.text}</p>
          </Notice>
        </div>
      ) : null}
      <div className="Split" data-cols="even">
        <EvidenceFacts view={view} />
        <div>
          <Decided view={view} />
          <Verdict view={view} sent={sent} />
        </div>
      </div>
    </Page>
  );
}

function EvidenceFacts({ view }: { view: EvidenceView }) {
  const { facts, one, title } = useEvidenceWords();
  const format = useFormat();
  const rows: readonly (readonly [string, string])[] = [
    ...(view.isOwn ? [] : [[facts.person, view.person] as const]),
    [facts.issuer, view.issuer],
    ...(view.number === "" ? [] : [[facts.number, view.number] as const]),
    [facts.completedOn, format.date(view.completedOn)],
    [facts.expiresOn, view.expiresOn === null ? facts.noExpiry : format.date(view.expiresOn)],
    [facts.sent, facts.sentBy(format.date(view.sentOn), view.sentBy)],
  ];
  return (
    <Section id="facts" title={title}>
      <dl className="Facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{facts.file}</dt>
          <dd>
            {view.file === null ? (
              facts.noFile
            ) : (
              <a href={view.file.href} download>
                <Icon name="download" /> {one.download(view.file.name, one.size(view.file.bytes))}
              </a>
            )}
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function Decided({ view }: { view: EvidenceView }) {
  const { one, states } = useEvidenceWords();
  const format = useFormat();
  const isTakenBack = view.state === "withdrawn" && view.decisions.length === 0;
  return (
    <Section id="decided" title={states[view.state]}>
      <div className="Decisions">
        {view.state === "waiting" && !view.can.decide ? <p>{one.decided.waiting}</p> : null}
        {isTakenBack ? <p>{one.decided.takenBack}</p> : null}
        {view.decisions.map(({ by, on, what, why }) => (
          <p key={what}>
            {one.decided[what](format.date(on), by)} {why === null ? null : one.why(why)}
          </p>
        ))}
      </div>
    </Section>
  );
}

function Verdict({ view, sent }: { view: EvidenceView; sent: SentDecision | null }) {
  const words = useEvidenceWords().one;
  const format = useFormat();
  const navigation = useNavigation();
  const busy = (intent: string) => navigation.formData?.get("intent") === intent;
  const { can, effect } = view;
  return (
    <div className="Verdict">
      {effect === null ? null : (
        <div>
          <dl className="Effect">
            <dt>{words.now}</dt>
            <dd>{effect.before ?? words.notRecorded}</dd>
            <dt>{words.after}</dt>
            <dd>{effect.after ?? words.notRecorded}</dd>
          </dl>
          {effect.isVoluntary ? <p className="Muted">{words.voluntary}</p> : null}
          {effect.changedOn !== null ? (
            <p>{words.changed(format.date(effect.changedOn))}</p>
          ) : effect.isSame && !effect.isVoluntary ? (
            <p className="Muted">{words.noGain}</p>
          ) : null}
        </div>
      )}
      {can.decide ? (
        <>
          <Form method="post">
            <Button kind="primary" name="intent" value="approve" busy={busy("approve")}>
              {words.approve}
            </Button>
          </Form>
          <WithReason
            summary={words.declineTitle}
            label={words.declineWhy}
            hint={words.declineHint}
            submit={words.decline}
            intent="decline"
            sent={sent}
          />
        </>
      ) : null}
      {can.withdraw ? (
        <WithReason
          summary={words.withdrawTitle}
          label={words.withdrawWhy}
          hint={words.withdrawHint}
          submit={words.withdraw}
          intent="withdraw"
          sent={sent}
        />
      ) : null}
      {can.takeBack ? (
        <Form method="post">
          <Button name="intent" value="take-back" busy={busy("take-back")}>
            {words.takeBack}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

function WithReason(props: {
  summary: string;
  label: string;
  hint: string;
  submit: string;
  intent: "decline" | "withdraw";
  sent: SentDecision | null;
}) {
  const words = useEvidenceWords().one;
  const returned = props.sent?.intent === props.intent && props.sent.problem === "why-missing" ? props.sent : null;
  return (
    <Disclosure summary={props.summary} open={returned !== null}>
      <Form method="post" noValidate>
        <Field label={props.label} hint={props.hint} error={returned ? words.whyMissing : null}>
          <TextArea name="why" maxLength={500} defaultValue={returned?.why} required autoFocus={returned !== null} />
        </Field>
        <Button kind="danger" name="intent" value={props.intent}>
          {props.submit}
        </Button>
      </Form>
    </Disclosure>
  );
}
