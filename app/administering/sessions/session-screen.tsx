import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Page, Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat, useWords } from "#app/words/context";
import { isLanguage } from "#app/words/language";
import { capitalised } from "#app/words/numerals";
import { heldSessionPath, sessionsPath } from "./paths";
import { CancelSession, CorrectAttendance, Missed, SignOff } from "./session-closing";
import type { Participant, SessionView } from "./session-view";
import { SessionState } from "./sessions-screen";
import type { SessionPostProblem } from "./take-session-post.server";

/** One session, for whoever holds it: who comes, who waits, who was there, and what is left to do. */
export function SessionScreen(props: {
  view: SessionView;
  /** What was just done, from the address. */
  done: URLSearchParams;
  problem: SessionPostProblem | null;
}) {
  const { problem, view } = props;
  const words = useSessionWords().session;
  const { head } = view;
  const open = head.state === "planned" || head.state === "begun";
  const isTooLate = problem === "too-late" || props.done.get("done") === "too-late";
  // Who was there took part, also from the waiting list.
  const takesPart = ({ place, mark }: Participant) => place === "booked" || mark === "there";
  const taking = view.participants.filter(takesPart);
  const waiting = view.participants.filter((person) => !takesPart(person));
  return (
    <Page>
      <Head view={view} />
      <Done done={props.done} />
      <TooLate state={head.state} isOwn={isTooLate} isNext={problem === "next-too-late"} />
      {head.state === "cancelled" ? (
        <Notice icon="info" title={words.cancel.cancelled}>
          <p>{view.cancelledWhy}</p>
        </Notice>
      ) : null}
      <div className="Split" data-cols="aside">
        <div>
          <Section
            id="participants"
            title={words.participants}
            note={open && head.state === "planned" ? words.free(Math.max(0, head.seats - head.booked)) : null}
          >
            {taking.length === 0 ? <p className="Nothing">{words.nobody}</p> : null}
            <People people={taking} view={view} open={open} />
          </Section>
          {waiting.length > 0 ? (
            <Section id="waiting" title={words.waitingList} note={head.state === "planned" ? words.waitingNote : null}>
              <People people={waiting} view={view} open={open} ordered />
            </Section>
          ) : null}
          {head.state === "begun" ? <SignOff view={view} problem={problem} /> : null}
          {head.state === "signed" ? <Missed view={view} /> : null}
          {head.state === "signed" ? <CorrectAttendance view={view} problem={problem} /> : null}
          {open ? <CancelSession problem={problem} /> : null}
        </div>
        <Facts view={view} />
      </div>
    </Page>
  );
}

function Head({ view: { head, mayNote, today } }: { view: SessionView }) {
  const words = useSessionWords();
  const format = useFormat();
  const open = head.state === "planned" || head.state === "begun";
  const year = head.on.slice(0, 4) === today.slice(0, 4) ? "" : ` ${head.on.slice(0, 4)}`;
  return (
    <header className="PageHead">
      <div>
        <nav aria-label={words.crumbs}>
          <ol className="Crumbs">
            <li>
              <Link to={sessionsPath}>{words.title}</Link>
            </li>
          </ol>
        </nav>
        <h1>{head.module.title}</h1>
        <p className="Lead">
          <time dateTime={head.on}>{capitalised(format.longDate(head.on) + year)}</time>
          {", "}
          {words.time(head.from, head.to)}
          {head.zone === null ? null : ` (${words.zone(head.zone.replaceAll("_", " "))})`}
          {`. ${head.place}`}
        </p>
      </div>
      <div className="Row">
        {open ? <LinkButton to={heldSessionPath(head.id, "change")}>{words.session.change}</LinkButton> : null}
        {open ? (
          <LinkButton to={heldSessionPath(head.id, "invite")} kind={head.state === "planned" ? "primary" : undefined}>
            {head.state === "planned" ? words.session.invite : words.session.addLate}
          </LinkButton>
        ) : null}
        {open && mayNote ? (
          <LinkButton to={heldSessionPath(head.id, "attendance")} kind={head.state === "begun" ? "primary" : undefined}>
            <Icon name="check" /> {words.session.attendance}
          </LinkButton>
        ) : null}
      </div>
    </header>
  );
}

/** What was just done, said once. */
function Done({ done }: { done: URLSearchParams }) {
  const words = useSessionWords().session.done;
  const what = done.get("done");
  const [booked = 0, waiting = 0, left = 0] = (done.get("n") ?? "").split(".").map(Number);
  const promoted = Number(done.get("promoted") ?? 0);
  const said: Record<string, string> = {
    planned: words.planned,
    changed: promoted > 0 ? `${words.changed} ${words.promoted(promoted)}` : words.changed,
    unchanged: words.unchanged,
    removed: words.removed,
    corrected: words.corrected,
    "right-already": words.rightAlready,
    added: words.added(booked, waiting),
    invited: words.invited(booked, waiting, left),
  };
  const text = what !== null && Object.hasOwn(said, what) ? said[what] : undefined;
  return text ? <Notice icon="check" status="current" live="status" title={text} /> : null;
}

/** What somebody wanted to do, and a colleague had made impossible meanwhile. */
function TooLate(props: { state: SessionView["head"]["state"]; isOwn: boolean; isNext: boolean }) {
  const says = useSessionWords().session.tooLate;
  const { state } = props;
  if (!props.isOwn && !props.isNext) return null;
  const why = props.isNext ? says.next : state === "signed" || state === "cancelled" ? says[state] : says.changed;
  return (
    <Notice icon="alert" status="due" live="alert" title={says.title}>
      <p>{why}</p>
    </Notice>
  );
}

function Facts({ view }: { view: SessionView }) {
  const words = useSessionWords();
  const { languageNames } = useWords().shell;
  const { head } = view;
  const says = words.session.facts;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [says.instructor, head.instructor],
    [says.language, isLanguage(head.language) ? languageNames[head.language] : head.language],
    [says.seats, words.list.taken(head.booked, head.seats)],
    [says.note, view.note],
  ];
  return (
    <aside className="SessionFacts">
      <SessionState head={head} />
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
      <Link to={heldSessionPath(head.id, "list")}>{words.session.print}</Link>
    </aside>
  );
}

function People(props: { people: readonly Participant[]; view: SessionView; open: boolean; ordered?: boolean }) {
  const List = props.ordered ? "ol" : "ul";
  if (props.people.length === 0) return null;
  return (
    <List className="Participants" data-ordered={props.ordered ? "" : undefined}>
      {props.people.map((person) => (
        <Person key={person.personId} person={person} view={props.view} open={props.open} />
      ))}
    </List>
  );
}

function Person(props: { person: Participant; view: SessionView; open: boolean }) {
  const { open, person, view } = props;
  const words = useSessionWords().session;
  const after = view.head.state === "begun" || view.head.state === "signed";
  const noted = after && (person.place === "booked" || person.mark !== "none");
  return (
    <li>
      <span className="Name">
        <b>{person.name}</b>
        <small>{[words.number(person.employeeNumber), person.department].filter(Boolean).join(" · ")}</small>
      </span>
      <span className="Said">
        {person.gone ? <span className="Badge">{words.gone}</span> : null}
        {noted ? words.marks[person.mark] : null}
        {person.completed ? <span className="Badge">{words.completed}</span> : null}
      </span>
      {open ? (
        <Form method="post">
          <input type="hidden" name="person" value={person.personId} />
          <button
            type="submit"
            name="intent"
            value="remove"
            className="Button"
            data-kind="quiet"
            data-size="dense"
            aria-label={words.removeName(person.name)}
          >
            {words.remove}
          </button>
        </Form>
      ) : null}
    </li>
  );
}
