/** Parts of the pages of administration. */
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon";
import { Notice } from "#app/ui/panels";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useFormat } from "#app/words/context";
import type { DoneCode, HistoryEvent } from "./directory-view";

/** The way back, above a heading. */
export function Crumbs(props: { label: string; items: readonly { readonly to: string; readonly label: string }[] }) {
  return (
    <nav aria-label={props.label}>
      <ol className="Crumbs">
        {props.items.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The receipt for what was just done. */
export function Done({ code }: { code: DoneCode | null }) {
  const words = useDirectoryWords().done;
  return (
    <div role="status" className="Done">
      {code === null ? null : <Notice icon="check" status="current" title={words[code]} />}
    </div>
  );
}

/** A form that stands folded until it is wanted; open where it was sent and not taken. */
export function Foldout(props: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="Foldout" open={props.open}>
      <summary>
        <Icon name="right" />
        {props.title}
      </summary>
      <div>{props.children}</div>
    </details>
  );
}

/** What was changed, when and by whom, newest first. */
export function History({ events, empty }: { events: readonly HistoryEvent[]; empty: string }) {
  const words = useDirectoryWords();
  const format = useFormat();
  if (events.length === 0) return <p className="Muted">{empty}</p>;
  return (
    <ol className="AdminHistory">
      {events.map((event) => (
        <li key={event.id}>
          <time dateTime={event.day}>{format.date(event.day)}</time>
          <span>
            {words.history[event.action](event.what, event.from === null ? null : format.date(event.from))}{" "}
            <span className="Muted">{words.by(event.by)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
