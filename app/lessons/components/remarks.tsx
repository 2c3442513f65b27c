import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon";
import type { IconName } from "#app/ui/sprite";
import { useWords } from "#app/words/context";

const icons: Readonly<Record<"tip" | "legal" | "warning", IconName>> = {
  tip: "bulb",
  legal: "scale",
  warning: "alert",
};

/** A remark: a note stands in the margin, the other kinds in the text. */
export function Callout(props: { kind?: "note" | "tip" | "legal" | "warning"; title?: string; children?: ReactNode }) {
  const { kind = "note", title, children } = props;
  const heading = title === undefined ? null : <b>{title}</b>;
  if (kind === "note") {
    return (
      <aside className="MarginNote" role="note">
        {heading}
        {children}
      </aside>
    );
  }
  return (
    <div className="Callout" data-kind={kind} role="note">
      <Icon name={icons[kind]} />
      <div>
        {heading}
        {children}
      </div>
    </div>
  );
}

/** Things to do in order. */
export function Steps(props: { title?: string; children?: ReactNode }) {
  return (
    <div className="Procedure">
      {props.title === undefined ? null : <b>{props.title}</b>}
      <ol>{props.children}</ol>
    </div>
  );
}

export function Step(props: { title?: string; children?: ReactNode }) {
  return (
    <li>
      {props.title === undefined ? null : <b>{props.title}</b>}
      {props.children}
    </li>
  );
}

/** What to do beside what to leave. */
export function Compare(props: { label?: string; children?: ReactNode }) {
  return (
    <div className="Compare">
      {props.label === undefined ? null : <b>{props.label}</b>}
      <div>{props.children}</div>
    </div>
  );
}

export function Good(props: { label?: string; children?: ReactNode }) {
  const words = useWords().lesson;
  return (
    <div className="Side" data-side="good" data-status="current">
      <p className="Verdict">
        <Icon name="check" />
        {props.label ?? words.good}
      </p>
      {props.children}
    </div>
  );
}

export function Bad(props: { label?: string; children?: ReactNode }) {
  const words = useWords().lesson;
  return (
    <div className="Side" data-side="bad" data-status="overdue">
      <p className="Verdict">
        <Icon name="x" />
        {props.label ?? words.bad}
      </p>
      {props.children}
    </div>
  );
}
