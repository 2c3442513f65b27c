import { Link } from "@remix-run/react";
import { StatusShape } from "#app/ui/icon";
import { Section } from "#app/ui/page";
import type { StatusName } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import type { Formats } from "#app/words/format";
import type { Words } from "#app/words/words";
import type { PersonEvent } from "./person-view";
import { listedAudiences } from "./required-for";

interface ToldEvent {
  readonly status: StatusName;
  readonly title: string;
  readonly detail: string | null;
}

/** What happened, newest first. */
export function Timeline(props: { events: readonly PersonEvent[]; hasEarlier: boolean; today: string }) {
  const says = useWords().person.events;
  const format = useFormat();
  return (
    <Section id="events" title={says.title}>
      {props.events.length === 0 ? <p className="Muted SectionLead">{says.none}</p> : null}
      <ol className="Timeline">
        {props.events.map((event) => {
          const told = tell(event, says, format, props.today);
          const isStretch = event.type === "absent";
          return (
            <li key={event.id} data-span={isStretch ? "" : undefined}>
              <time dateTime={event.on}>
                {format.shortDate(event.on)}
                <small> {isStretch ? until(event.until, says, format, props.today) : event.on.slice(0, 4)}</small>
              </time>
              <span className="Node" data-status={told.status}>
                <StatusShape name={told.status} />
              </span>
              <div>
                <b>{told.title}</b>
                {told.detail === null ? null : <p>{told.detail}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      {props.hasEarlier ? (
        <p className="TimelineMore NoPrint">
          <Link to="?events=all#events" preventScrollReset>
            {says.earlier}
          </Link>
        </p>
      ) : null}
    </Section>
  );
}

type EventWords = Words["person"]["events"];

function until(date: string | null, says: EventWords, format: Formats, today: string): string {
  return date === null ? says.endless : says.until(format.shortDate(date, today));
}

function tell(event: PersonEvent, says: EventWords, format: Formats, today: string): ToldEvent {
  const day = (date: string) => format.dayAndMonth(date, today);
  switch (event.type) {
    case "assigned":
      return {
        status: "planned",
        title: says.assigned(event.module),
        detail: event.requiredFor.length === 0 ? null : says.assignedFor(listedAudiences(event.requiredFor)),
      };
    case "unassigned":
      return { status: "planned", title: says.unassigned(event.module), detail: null };
    case "completed":
      return {
        status: "current",
        title: event.task === "module" ? says.completedModule(event.module) : says.completedRefresher(event.module),
        detail: event.revision === null ? says.elsewhere : says.revision(event.revision),
      };
    case "revised":
      return event.change === "major"
        ? { status: "changed", title: says.revised(event.module), detail: event.note ?? says.revisedWhy }
        : {
            status: "changed",
            title: says.revisedCritically(event.module),
            detail: event.note ?? says.revisedCriticallyWhy,
          };
    case "absent":
      return { status: "leave", title: says.absent, detail: says.absentWhy };
    case "exempted":
      return {
        status: "exempt",
        title: says.exempted(event.module),
        detail: says.exemptedUntil(event.until === null ? null : day(event.until), event.decidedBy),
      };
    case "extended":
      return {
        status: "planned",
        title: says.extended(event.module),
        detail: says.extendedTo(day(event.due), event.decidedBy),
      };
    case "overdue":
      return { status: "overdue", title: says.overdue(event.module), detail: null };
    case "lapsed":
      return { status: "overdue", title: says.lapsed(event.module), detail: null };
    default:
      return event satisfies never;
  }
}
