import { Link } from "@remix-run/react";
import { Button, LinkButton } from "#app/ui/button";
import { Page, PageHead } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat } from "#app/words/context";
import { type Mark, shownMark } from "./attendance-marks";
import { heldSessionPath } from "./paths";
import type { Participant, SessionView } from "./session-view";
import { type Attendance, useAttendance } from "./use-attendance";

/** Noting who is here, standing in the room with a phone: two large targets a person, saved with each tap. */
export function AttendanceScreen({ view }: { view: SessionView }) {
  const words = useSessionWords();
  const says = words.attendance;
  const format = useFormat();
  const { head, participants } = view;
  const attendance = useAttendance(head.id, participants);
  const { state } = attendance;
  const booked = participants.filter(({ place }) => place === "booked");
  const waiting = participants.filter(({ place }) => place === "waiting");
  const noted = booked.filter(({ personId }) => shownMark(state, personId) !== "none").length;
  const isOver = head.state === "signed" || head.state === "cancelled";
  const open = !isOver && view.mayNote && !state.closed;
  const rows = (people: readonly Participant[]) => (
    <ul className="Roll">
      {people.map((person) => (
        <Row key={person.personId} person={person} attendance={attendance} open={open} isOver={isOver} />
      ))}
    </ul>
  );
  return (
    <Page>
      <PageHead
        title={says.title}
        eyebrow={
          <Link to={heldSessionPath(head.id)}>
            {head.module.title}, {format.dayAndMonth(head.on, view.today)}
          </Link>
        }
      >
        {head.state === "cancelled" ? null : (
          <p className="Lead" role="status">
            {says.noted(noted, booked.length)}
          </p>
        )}
      </PageHead>
      {open ? null : <Notice icon="info" title={isOver || view.mayNote ? says.closed : says.notYet} />}
      <Trouble attendance={attendance} sessionId={head.id} />
      {head.state === "cancelled" ? null : (
        <>
          {booked.length === 0 ? <p className="Nothing">{words.session.nobody}</p> : null}
          {rows(booked)}
          {waiting.length > 0 ? (
            <section className="RollMore" aria-labelledby="waiting">
              <h2 id="waiting">{says.waitingHere}</h2>
              {rows(waiting)}
            </section>
          ) : null}
        </>
      )}
      <div className="RollEnd">
        {open ? <p className="Muted Small">{says.undo}</p> : null}
        <div className="Row">
          {open ? <LinkButton to={heldSessionPath(head.id, "invite")}>{words.session.addLate}</LinkButton> : null}
          {head.state === "begun" ? (
            <LinkButton kind="primary" to={`${heldSessionPath(head.id)}#sign-off`}>
              {says.done}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

/** What keeps marks from getting through; they are kept meanwhile. */
function Trouble({ attendance: { state, retry }, sessionId }: { attendance: Attendance; sessionId: string }) {
  const says = useSessionWords().attendance;
  const waits = Object.keys(state.wanted).length > 0;
  if (!state.failed || !waits) return null;
  if (state.signedOut) {
    const next = new URLSearchParams({ next: heldSessionPath(sessionId, "attendance") });
    return (
      <Notice icon="lock" status="due" live="status" title={says.signedOut.title}>
        <p>{says.signedOut.text}</p>
        <a href={`/sign-in?${next}`}>{says.signedOut.link}</a>
      </Notice>
    );
  }
  return (
    <Notice icon="offline" status="due" live="status" title={says.lost.title}>
      <p>{says.lost.text}</p>
      <Button type="button" size="dense" onClick={retry}>
        {says.lost.retry}
      </Button>
    </Notice>
  );
}

/** Somebody, with the two targets; once it is over, with what was noted. */
function Row(props: { person: Participant; attendance: Attendance; open: boolean; isOver: boolean }) {
  const { attendance, open, person } = props;
  const { state } = attendance;
  const words = useSessionWords();
  const says = words.attendance;
  const id = person.personId;
  const mark = shownMark(state, id);
  const waits = state.wanted[id] !== undefined;
  const said = state.otherwise.includes(id) ? says.otherwise : waits ? (state.failed ? says.waits : says.saving) : "";
  const choice = (value: Exclude<Mark, "none">, label: string) => (
    <button
      type="submit"
      name="mark"
      value={mark === value ? "none" : value}
      aria-pressed={mark === value}
      data-mark={value}
      disabled={!open}
      onClick={(event) => {
        if (!attendance.alive) return;
        event.preventDefault();
        attendance.tap(id, mark === value ? "none" : value);
      }}
    >
      {label}
    </button>
  );
  return (
    <li>
      <span className="Name" id={`roll-${id}`}>
        <b>{person.name}</b>
        <small>{[words.session.number(person.employeeNumber), person.department].filter(Boolean).join(" · ")}</small>
      </span>
      {props.isOver ? (
        <span>{words.session.marks[person.mark]}</span>
      ) : (
        <form method="post" className="Marks" aria-labelledby={`roll-${id}`}>
          <input type="hidden" name="person" value={id} />
          {choice("there", says.there)}
          {choice("absent", says.absent)}
        </form>
      )}
      <span className="Said" role="status">
        {said}
      </span>
    </li>
  );
}
