import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { StatusName } from "./status";

/** The number that a row of a list shares with its ring on the year wheel, in the shape of the ring's pin. */
export function Key(props: { status: StatusName; children: ReactNode }) {
  return (
    <span className="Key" data-status={props.status}>
      <span>{props.children}</span>
    </span>
  );
}

/**
 * The one thing to do next, with the reason. `repeat` opens it with the repeat sign: only for what is done again.
 * `row` is its ring on the wheel.
 */
export function NextAction(props: {
  title: ReactNode;
  status: ReactNode;
  due: ReactNode;
  why: ReactNode;
  repeat?: boolean;
  row?: number | undefined;
  children: ReactNode;
}) {
  return (
    <article className={props.repeat ? "NextAction Repeat" : "NextAction"} data-row={props.row}>
      <div className="Row">
        {props.status}
        <span className="Muted">{props.due}</span>
      </div>
      <h2>{props.title}</h2>
      <p className="Why">{props.why}</p>
      <div className="Actions">{props.children}</div>
    </article>
  );
}

/** A list of things by date. */
export function Agenda(props: { children: ReactNode }) {
  return <ol className="Agenda">{props.children}</ol>;
}

/** One thing of an agenda: its number, its name, when, and a sentence about it. `row` is its ring on the wheel. */
export function AgendaItem(props: {
  mark: ReactNode;
  row?: number | undefined;
  title: ReactNode;
  to: string;
  when: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li data-row={props.row}>
      {props.mark}
      <h3>
        <Link to={props.to}>{props.title}</Link>
      </h3>
      <div className="When">
        {props.when}
        {props.note ? <small>{props.note}</small> : null}
      </div>
      <p>{props.children}</p>
    </li>
  );
}
