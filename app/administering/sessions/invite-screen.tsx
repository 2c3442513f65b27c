import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Page, PageHead } from "#app/ui/page";
import { Empty, Notice } from "#app/ui/panels";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat } from "#app/words/context";
import { heldSessionPath } from "./paths";
import type { InvitationView } from "./read-invitation.server";

/** Choosing whom to ask: those who have the module to do, or anybody by name. `nobody`: it was sent with none chosen. */
export function InviteScreen({ view, nobody }: { view: InvitationView; nobody: boolean }) {
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
      <p className="Lead">{says.free(view.free)}</p>
      <Find view={view} />
      {view.people.length === 0 ? (
        <Empty icon="search" level={2} title={says.none}>
          <p>{says.noneWhy}</p>
        </Empty>
      ) : (
        <Choose view={view} nobody={nobody} />
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

function Choose({ view, nobody }: { view: InvitationView; nobody: boolean }) {
  const words = useSessionWords();
  const says = words.invite;
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
          <span className="VisuallyHidden">. {says.choose}</span>
        </legend>
        <ul className="Choices">
          {view.people.map((person) => (
            <li key={person.id}>
              <label className="Check">
                <input type="checkbox" name="person" value={person.id} />
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
      <div className="Stack" data-gap="2">
        <div className="Row">
          <Button kind="primary">{says.submit}</Button>
        </div>
        <p className="Muted Small">{says.tell}</p>
      </div>
    </Form>
  );
}
