import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Page, PageHead } from "#app/ui/page";
import { Empty, Notice } from "#app/ui/panels";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat } from "#app/words/context";
import { heldSessionPath } from "./paths";
import type { InvitationView } from "./read-invitation.server";

/** A form that was sent and not taken, with what was in it. */
export interface SentInvitation {
  readonly refused: { readonly nobody: boolean; readonly noReason: boolean };
  readonly people: readonly string[];
  readonly why: string;
}

/**
 * Choosing whom to ask: those who have the module to do, or anybody by name. Once it is signed off, choosing who came and
 * was on no list, with a reason.
 */
export function InviteScreen({ view, sent }: { view: InvitationView; sent: SentInvitation | null }) {
  const words = useSessionWords();
  const says = words.invite;
  const format = useFormat();
  const { session } = view;
  const when = `${format.dayAndMonth(session.on, view.today)}, ${session.from}`;
  return (
    <Page>
      <PageHead
        title={view.begun ? says.lateTitle : says.title}
        eyebrow={
          <Link to={heldSessionPath(session.id)}>
            {session.title}, {when}
          </Link>
        }
      />
      <p className="Lead">{view.signed ? says.late.text : says.free(view.free)}</p>
      <Find view={view} />
      {view.people.length === 0 ? (
        <Empty icon="search" level={2} title={says.none}>
          <p>{view.begun ? says.late.noneWhy : says.noneWhy}</p>
        </Empty>
      ) : (
        <Choose view={view} sent={sent} />
      )}
    </Page>
  );
}

function Find({ view }: { view: InvitationView }) {
  const says = useSessionWords().invite;
  return (
    <Form
      key={`${view.search} ${view.departmentId}`}
      method="get"
      className="FilterBar"
      role="search"
      aria-label={says.find}
    >
      <span className="Search">
        <Icon name="search" />
        <Input
          dense
          type="search"
          name="q"
          defaultValue={view.search}
          maxLength={100}
          placeholder={says.search}
          aria-label={says.search}
        />
      </span>
      <Select dense name="department" defaultValue={view.departmentId ?? ""} aria-label={says.department}>
        <option value="">{says.anyDepartment}</option>
        {view.departments.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {"\u2003".repeat(depth)}
            {name}
          </option>
        ))}
      </Select>
      <Button size="dense">{says.show}</Button>
    </Form>
  );
}

function Choose({ view, sent }: { view: InvitationView; sent: SentInvitation | null }) {
  const words = useSessionWords();
  const says = words.invite;
  const nobody = sent?.refused.nobody === true;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (nobody) alert.current?.focus();
  }, [nobody]);
  return (
    <Form method="post" className="InviteForm">
      {nobody ? (
        <div ref={alert} tabIndex={-1}>
          <Notice icon="alert" status="overdue" live="alert" title={says.nobodyChosen} />
        </div>
      ) : null}
      <fieldset>
        <legend>
          {view.search === "" ? says.owing : says.found}{" "}
          {view.search === "" ? <small className="Muted">{says.owingNote}</small> : null}
          <span className="VisuallyHidden">. {view.begun ? says.late.choose : says.choose}</span>
        </legend>
        <ul className="Choices">
          {view.people.map((person) => (
            <li key={person.id}>
              <label className="Check">
                <input
                  type="checkbox"
                  name="person"
                  value={person.id}
                  defaultChecked={sent?.people.includes(person.id) === true}
                />
                <span>
                  <b>{person.name}</b>
                  <small>
                    {[words.session.number(person.employeeNumber), person.department].filter(Boolean).join(" · ")}
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {view.more ? <p className="Muted">{says.more}</p> : null}
      {view.signed ? (
        <>
          <input type="hidden" name="late" value="yes" />
          <Field
            label={words.session.correct.why}
            error={sent?.refused.noReason ? words.session.correct.whyMissing : null}
          >
            <Input name="why" maxLength={500} defaultValue={sent?.why} autoComplete="off" />
          </Field>
        </>
      ) : null}
      <div className="Stack" data-gap="2">
        <div className="Row">
          <Button kind="primary">{view.begun ? says.late.submit : says.submit}</Button>
        </div>
        {view.begun ? null : <p className="Muted Small">{says.tell}</p>}
      </div>
    </Form>
  );
}
