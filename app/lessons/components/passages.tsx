import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { idsOf, isMeant } from "../passage-audience";
import { useReading } from "../reader";
import { Slot } from "../slots";

/** A passage for some departments; everybody else does not get it at all. */
export function ForDepartment(props: { only?: string; except?: string; title: string; children?: ReactNode }) {
  const { reader } = useReading();
  const words = useWords().lesson;
  const audience = props.only !== undefined ? { only: idsOf(props.only) } : { except: idsOf(props.except) };
  if (!isMeant(audience, reader.departments)) return null;
  return (
    <div className="ForDepartment">
      <header>
        <Icon name="users" />
        {props.title}
        {"only" in audience ? <small>{words.shownFor}</small> : null}
      </header>
      <div>{props.children}</div>
    </div>
  );
}

/** What the module is worth to a department, shown to that department. */
export function Why(props: { for: string; title: string; children?: ReactNode }) {
  const { reader } = useReading();
  if (!isMeant({ only: idsOf(props.for) }, reader.departments)) return null;
  return (
    <section className="WhyItMatters">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Whether a passage is new to somebody whose newest completed revision is `since` or older. */
function useIsNew(since: string): boolean {
  const { completed } = useReading().reader;
  return completed !== null && completed.revision <= Number(since);
}

function ChangedLabel() {
  const { completed } = useReading().reader;
  const words = useWords().lesson;
  const format = useFormat();
  return (
    <Status status="changed">
      {completed === null ? words.changed : words.changedSince(format.date(completed.on))}
    </Status>
  );
}

const noProps = {};

/** A passage that is new to some readers; the others read it as any other. */
export function Changed(props: { since: string; children?: ReactNode }) {
  const isNew = useIsNew(props.since);
  if (!isNew) return <>{props.children}</>;
  return (
    <div className="ChangedBlock">
      <Slot component={ChangedLabel} props={noProps} reads={(reader) => reader.completed?.on ?? null} />
      {props.children}
    </div>
  );
}

/** New words inside a sentence. */
export function ChangedText(props: { since: string; children?: ReactNode }): ReactNode {
  const isNew = useIsNew(props.since);
  return isNew ? <mark>{props.children}</mark> : props.children;
}
