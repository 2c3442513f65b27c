import { Form, Link, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button, LinkButton } from "#app/ui/button";
import { Field, Input, Select, TextArea } from "#app/ui/field";
import { Page, PageHead } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useSessionWords } from "#app/words/areas/sessions";
import { useLanguage, useWords } from "#app/words/context";
import { languages } from "#app/words/language";
import { heldSessionPath, sessionsPath } from "./paths";
import type { SessionFormView } from "./read-session-form.server";
import type { SessionDoubt, SessionField, SessionFields, SessionProblems } from "./session-form";

interface Sent {
  readonly fields: SessionFields;
  readonly result:
    | { readonly kind: "refused"; readonly problems: SessionProblems }
    | { readonly kind: "doubtful"; readonly doubts: readonly SessionDoubt[] };
}

/** Planning a session and changing one: the same form. What was typed stays, whatever the answer. */
export function SessionFormScreen({ view, sent }: { view: SessionFormView; sent: Sent | undefined }) {
  const words = useSessionWords();
  const says = words.form;
  const isNew = view.sessionId === null;
  const back = view.sessionId === null ? sessionsPath : heldSessionPath(view.sessionId);
  const busy = useNavigation().state !== "idle";
  const doubts = sent?.result.kind === "doubtful" ? sent.result.doubts : [];
  const problems = sent?.result.kind === "refused" ? sent.result.problems : {};
  return (
    <Page>
      <PageHead
        title={isNew ? says.newTitle : says.changeTitle}
        eyebrow={<Link to={back}>{isNew ? words.title : says.back}</Link>}
      />
      <Form method="post" className="SessionForm" noValidate>
        <Answer problems={problems} doubts={doubts} />
        {isNew ? null : <p className="Muted">{says.changeNote}</p>}
        <Fields view={view} fields={sent?.fields ?? view.fields} problems={problems} />
        {doubts.map(({ kind }) => (
          <input key={kind} type="hidden" name="sure" value={kind} />
        ))}
        <div className="Row">
          <Button kind="primary" busy={busy}>
            {doubts.length > 0 ? says.sureIt[isNew ? "plan" : "change"] : isNew ? says.planIt : says.changeIt}
          </Button>
          <LinkButton kind="quiet" to={back}>
            {says.back}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

/** What the server said of the form, where the eye and the focus go first. */
function Answer(props: { problems: SessionProblems; doubts: readonly SessionDoubt[] }) {
  const says = useSessionWords().form;
  const summary = useRef<HTMLDivElement>(null);
  const { doubts, problems } = props;
  const named = Object.keys(problems) as SessionField[];
  const asks = doubts.length > 0;
  useEffect(() => {
    if (asks || Object.keys(problems).length > 0) summary.current?.focus();
  }, [asks, problems]);
  if (named.length === 0 && !asks) return null;
  const labels: Record<SessionField, string> = {
    module: says.module,
    date: says.date,
    start: says.start,
    end: says.end,
    site: says.site,
    place: says.place,
    zone: says.zone,
    seats: says.seats,
    language: says.language,
    instructor: says.instructor,
    note: says.note,
  };
  return (
    <div ref={summary} tabIndex={-1}>
      {asks ? (
        <Notice icon="info" status="due" live="alert" title={says.doubtful}>
          <ul className="Points">
            {doubts.map((doubt) => (
              <li key={doubt.kind}>
                {doubt.kind === "holiday" ? says.doubts.holiday(doubt.name) : says.doubts[doubt.kind]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice icon="alert" status="overdue" live="alert" title={says.refused}>
          <ul className="Points">
            {named.map((name) => (
              <li key={name}>
                <a href={`#session-${name}`}>{labels[name]}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Fields(props: { view: SessionFormView; fields: SessionFields; problems: SessionProblems }) {
  const { fields, problems, view } = props;
  const says = useSessionWords().form;
  const { languageNames } = useWords().shell;
  const speech = useLanguage();
  const error = (name: SessionField) => (problems[name] ? says.problems[problems[name]] : null);
  const field = (name: SessionField, label: string, input: ReactNode, hint?: string) => (
    <Field id={`session-${name}`} label={label} error={error(name)} hint={hint}>
      {input}
    </Field>
  );
  const choices = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  const spoken = [...languages].sort((a, b) => Number(b === speech) - Number(a === speech));
  return (
    <>
      {view.sessionId === null ? (
        <Part title={says.what}>
          {field(
            "module",
            says.module,
            <Select name="module" defaultValue={fields.module}>
              <option value="">{says.chooseModule}</option>
              {choices(view.modules)}
            </Select>,
          )}
        </Part>
      ) : null}
      <Part title={says.when} columns>
        {field("date", says.date, <Input type="date" name="date" defaultValue={fields.date} />)}
        {field("start", says.start, <Input type="time" name="start" defaultValue={fields.start} />, says.timeHint)}
        {field("end", says.end, <Input type="time" name="end" defaultValue={fields.end} />)}
      </Part>
      <Part title={says.where} columns>
        {field(
          "site",
          says.site,
          <Select name="site" defaultValue={fields.site}>
            <option value="">{says.elsewhere}</option>
            {choices(view.sites)}
          </Select>,
        )}
        {field(
          "place",
          says.place,
          <Input name="place" defaultValue={fields.place} maxLength={120} autoComplete="off" />,
          says.placeHint,
        )}
        {view.zones.length > 1 ? (
          field(
            "zone",
            says.zone,
            <Select name="zone" defaultValue={fields.zone}>
              {choices(view.zones.map((zone) => ({ id: zone, name: zone.replaceAll("_", " ") })))}
            </Select>,
          )
        ) : (
          <input type="hidden" name="zone" value={fields.zone} />
        )}
      </Part>
      <Part title={says.who} columns>
        {field(
          "seats",
          says.seats,
          <Input type="number" name="seats" min={1} max={1000} defaultValue={fields.seats} />,
        )}
        {field(
          "language",
          says.language,
          <Select name="language" defaultValue={fields.language}>
            {choices(spoken.map((code) => ({ id: code, name: languageNames[code] })))}
          </Select>,
        )}
        {field(
          "instructor",
          says.instructor,
          <Select name="instructor" defaultValue={fields.instructor}>
            <option value="">{says.noInstructor}</option>
            {choices(view.instructors)}
          </Select>,
        )}
      </Part>
      {field("note", says.note, <TextArea name="note" maxLength={1000} defaultValue={fields.note} />, says.noteHint)}
    </>
  );
}

function Part(props: { title: string; columns?: boolean; children: ReactNode }) {
  return (
    <fieldset className="FormPart" data-columns={props.columns ? "" : undefined}>
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}
