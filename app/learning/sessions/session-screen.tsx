import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Page, PageHead, Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useParticipationWords } from "#app/words/areas/participation";
import { useFormat, useWords } from "#app/words/context";
import { isLanguage } from "#app/words/language";
import { capitalised } from "#app/words/numerals";
import { homePath } from "../paths";
import type { ParticipantView } from "./session-view";

/** One session for who takes part: when and where, and their seat. `done`: what they have just done. */
export function ParticipantScreen({ view, done }: { view: ParticipantView; done: string | null }) {
  const words = useParticipationWords().session;
  const format = useFormat();
  const said = done === "booked" || done === "waiting" || done === "returned" ? words.done[done] : null;
  return (
    <Page>
      <PageHead title={view.module.title} eyebrow={<Link to={homePath}>{words.back}</Link>} />
      {said === null ? null : (
        <p className="Receipt" role="status">
          <Icon name="check" /> {said}
        </p>
      )}
      <div className="Participation">
        <p className="When">
          <time dateTime={view.on}>{capitalised(format.longDate(view.on))}</time>
          <span>
            {words.time(view.from, view.to)}
            {view.zone === null ? null : ` (${words.zone(view.zone.replaceAll("_", " "))})`}
          </span>
        </p>
        <YourPlace view={view} />
        <Facts view={view} />
      </div>
      <Others view={view} />
    </Page>
  );
}

/** How it stands between the session and its reader, and the one thing they can do about it. */
function YourPlace({ view }: { view: ParticipantView }) {
  const words = useParticipationWords().session;
  const standing = view.standing;
  switch (standing) {
    case "booked":
      return (
        <Notice icon="check" status="current" title={words.booked.title}>
          <p>{words.booked.text}</p>
          <Act intent="return" label={words.giveBack}>
            <Calendar view={view} />
          </Act>
        </Notice>
      );
    case "waiting":
      return (
        <Notice icon="clock" status="soon" title={words.waiting.title(view.placeInLine ?? 1)}>
          <p>{words.waiting.text}</p>
          <Act intent="return" label={words.leaveQueue} />
        </Notice>
      );
    case "free":
      return (
        <Notice icon="calendar" title={words.free.title}>
          <p>{words.free.text}</p>
          <Act intent="book" label={words.book} primary />
        </Notice>
      );
    case "full":
      return (
        <Notice icon="calendar" title={words.full.title}>
          <p>{words.full.text}</p>
          <Act intent="book" label={words.queue} primary />
        </Notice>
      );
    case "elsewhere":
      return (
        <Notice icon="info" title={words.elsewhere.title}>
          <p>{words.elsewhere.text}</p>
          {view.elsewhere === null ? null : <Link to={`/sessions/${view.elsewhere}`}>{words.elsewhere.link}</Link>}
        </Notice>
      );
    case "cancelled":
      return (
        <Notice icon="info" title={words.cancelled}>
          <p>{view.cancelledWhy}</p>
        </Notice>
      );
    default: {
      const told = {
        "not-yours": words.notYours,
        "not-employed": words.notEmployed,
        begun: words.begun,
        there: words.there,
        missed: words.missed,
      }[standing];
      return (
        <Notice icon={standing === "there" ? "check" : "info"} title={told.title}>
          <p>{told.text}</p>
          {view.calendar ? <Calendar view={view} /> : null}
        </Notice>
      );
    }
  }
}

function Act(props: { intent: "book" | "return"; label: string; primary?: boolean; children?: ReactNode }) {
  return (
    <Form method="post" className="Row">
      <Button name="intent" value={props.intent} kind={props.primary ? "primary" : undefined}>
        {props.label}
      </Button>
      {props.children}
    </Form>
  );
}

function Calendar({ view }: { view: ParticipantView }) {
  const words = useParticipationWords().session;
  return (
    <a href={`/sessions/${view.id}/calendar.ics`} download>
      <Icon name="calendar" /> {words.calendar}
    </a>
  );
}

function Facts({ view }: { view: ParticipantView }) {
  const words = useParticipationWords().session;
  const { languageNames } = useWords().shell;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.place, view.place],
    [words.instructor, view.instructor],
    [words.language, isLanguage(view.language) ? languageNames[view.language] : view.language],
    [words.seats, view.standing === "cancelled" ? null : words.seatsLeft(view.left, view.seats)],
    [words.note, view.note],
  ];
  return (
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
  );
}

function Others({ view }: { view: ParticipantView }) {
  const words = useParticipationWords().session;
  const format = useFormat();
  return (
    <>
      {view.others.length === 0 ? null : (
        <Section id="others" title={words.others}>
          <ul className="OtherSessions">
            {view.others.map((other) => (
              <li key={other.id}>
                <Link to={`/sessions/${other.id}`}>
                  <time dateTime={other.on}>{format.longDate(other.on)}</time> {other.from}
                </Link>
                <span>{other.place}</span>
                <span className="Muted">{words.seatsLeft(other.left, other.seats)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.standing === "not-yours" ? null : (
        <p className="Instead">
          <Link to={view.module.href}>{words.module}</Link>
        </p>
      )}
    </>
  );
}
