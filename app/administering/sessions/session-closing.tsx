/** What is done once a session has begun, or instead of it: sign-off, following up, putting right, cancelling. */
import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { Disclosure } from "#app/ui/panels";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat } from "#app/words/context";
import { heldSessionPath, newSessionPath } from "./paths";
import type { SessionView } from "./session-view";
import type { SessionPostProblem } from "./take-session-post.server";

interface Closing {
  readonly view: SessionView;
  readonly problem: SessionPostProblem | null;
}

/** Signing off, once everybody is noted. */
export function SignOff({ view, problem }: Closing) {
  const words = useSessionWords().session.signOff;
  const unnoted = view.participants.filter(({ place, mark }) => place === "booked" && mark === "none").length;
  return (
    <Section id="sign-off" title={words.title}>
      <div className="Stack SectionLead" data-gap="3">
        <p>{words.text}</p>
        {unnoted > 0 ? (
          <p role={problem === "unnoted" ? "alert" : undefined}>
            <b>{words.unnoted(unnoted)}</b>
          </p>
        ) : null}
        <Form method="post" className="Row">
          {unnoted > 0 ? (
            <Button name="intent" value="rest">
              {words.rest}
            </Button>
          ) : (
            <Button kind="primary" name="intent" value="sign">
              {words.sign}
            </Button>
          )}
        </Form>
      </div>
    </Section>
  );
}

/** Who had a seat and was not there, each with a way to the next session. */
export function Missed({ view }: { view: SessionView }) {
  const words = useSessionWords().session;
  const format = useFormat();
  const missed = view.participants.filter(({ place, mark }) => place === "booked" && mark === "absent");
  return (
    <Section id="sign-off" title={words.signOff.title}>
      <div className="Stack SectionLead" data-gap="3">
        <p>
          {words.signOff.signed(
            view.signedOffBy ?? "",
            view.signedOffOn === null ? "" : format.dayAndMonth(view.signedOffOn, view.today),
          )}
        </p>
        {missed.length === 0 ? null : (
          <>
            <h3 id="missed">
              {words.missed.title} <small className="Muted">{words.missed.note}</small>
            </h3>
            <ul className="Participants" aria-labelledby="missed">
              {missed.map((person) => (
                <li key={person.personId}>
                  <span className="Name">
                    <b>{person.name}</b>
                    <small>{person.department}</small>
                  </span>
                  {person.next ? (
                    <Link to={heldSessionPath(person.next.id)}>
                      {words.missed.has(format.dayAndMonth(person.next.on, view.today))}
                    </Link>
                  ) : (
                    <NextFor view={view} personId={person.personId} name={person.name} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}

function NextFor({ view, personId, name }: { view: SessionView; personId: string; name: string }) {
  const words = useSessionWords();
  const format = useFormat();
  const says = words.session.missed;
  if (view.others.length === 0) {
    return (
      <span>
        {says.noNext} <Link to={`${newSessionPath}?module=${view.head.module.id}`}>{says.planNext}</Link>
      </span>
    );
  }
  return (
    <Form method="post" className="Row" data-gap="2">
      <input type="hidden" name="person" value={personId} />
      <Select dense name="to" aria-label={says.inviteTo(name)}>
        {view.others.map(({ id, on, from, place }) => (
          <option key={id} value={id}>
            {[`${format.shortDate(on, view.today)} ${from}`, place].filter(Boolean).join(", ")}
          </option>
        ))}
      </Select>
      <Button size="dense" name="intent" value="follow-up">
        {says.invite}
      </Button>
    </Form>
  );
}

/** A mark that was wrong after all. */
export function CorrectAttendance({ view, problem }: Closing) {
  const words = useSessionWords().session;
  const says = words.correct;
  const late = <Link to={heldSessionPath(view.head.id, "invite")}>{words.addLate}</Link>;
  if (view.participants.length === 0) return <p className="SectionLead">{late}</p>;
  return (
    <div className="SectionLead">
      <Disclosure summary={says.summary} open={problem === "correct-why"}>
        <Form method="post" className="Stack SessionForm" noValidate>
          <p className="Muted">{says.text}</p>
          <Field label={says.person}>
            <Select name="person">
              {view.participants.map(({ personId, name }) => (
                <option key={personId} value={personId}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={says.mark}>
            <Select name="mark">
              <option value="absent">{words.marks.absent}</option>
              <option value="there">{words.marks.there}</option>
            </Select>
          </Field>
          <Field label={says.why} error={problem === "correct-why" ? says.whyMissing : null}>
            <Input name="why" maxLength={500} autoComplete="off" />
          </Field>
          <Button name="intent" value="correct">
            {says.submit}
          </Button>
        </Form>
        <p className="SectionLead">{late}</p>
      </Disclosure>
    </div>
  );
}

/** Cancelling it, with the reason that everybody gets to read. */
export function CancelSession({ problem }: { problem: SessionPostProblem | null }) {
  const words = useSessionWords().session.cancel;
  return (
    <div className="SectionLead">
      <Disclosure summary={words.summary} open={problem === "cancel-why"}>
        <Form method="post" className="Stack SessionForm" noValidate>
          <p className="Muted">{words.text}</p>
          <Field label={words.why} error={problem === "cancel-why" ? words.whyMissing : null}>
            <Input name="why" maxLength={500} autoComplete="off" />
          </Field>
          <Button kind="danger" name="intent" value="cancel">
            {words.submit}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
