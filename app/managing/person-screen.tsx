import { Link } from "@remix-run/react";
import { Avatar } from "#app/ui/avatar";
import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Page, Section } from "#app/ui/page";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { everyNudge, nudgeHref } from "./nudge-query";
import { nudgesAnchor, overviewPath, slipPath } from "./paths";
import { PersonEvidenceList } from "./person-evidence-list";
import { PersonModules } from "./person-modules";
import { PersonSentence } from "./person-summary";
import type { PersonView } from "./person-view";
import { Timeline } from "./timeline";

/** One person, to their manager: every module's standing with its reason, and what happened. On paper: evidence. */
export function PersonScreen({ view }: { view: PersonView }) {
  const words = useWords().person;
  const format = useFormat();
  const { person, today } = view;
  return (
    <Page>
      <PersonHead view={view} />
      <p className="PrintOnly">
        {words.printed(person.name, person.employeeNumber, view.organisation, format.date(today))}
      </p>
      <div className="Split" data-cols="aside">
        <PersonSentence view={view} />
        <PersonFacts view={view} />
      </div>
      <PersonModules modules={view.modules} today={today} />
      <PersonEvidenceList rows={view.evidence} today={today} />
      <div className="Split" data-cols="aside">
        <Timeline events={view.events} hasEarlier={view.hasEarlierEvents} today={today} />
        <Meanings />
      </div>
    </Page>
  );
}

function PersonHead({ view: { person, printsSlip } }: { view: PersonView }) {
  const words = useWords().person;
  const { department } = person;
  return (
    <header className="PageHead">
      <div className="PersonHead">
        <Avatar name={person.name} size="large" />
        <div>
          <nav aria-label={words.crumbs}>
            <ol className="Crumbs">
              <li>
                <Link to={overviewPath}>{words.overview}</Link>
              </li>
              {department === null ? null : (
                <li>
                  <Link
                    to={`${overviewPath}${nudgeHref({ ...everyNudge, departmentId: department.id }, nudgesAnchor)}`}
                  >
                    {department.name}
                  </Link>
                </li>
              )}
            </ol>
          </nav>
          <h1>{person.name}</h1>
        </div>
      </div>
      {printsSlip ? (
        <LinkButton to={slipPath(person.id)}>
          <Icon name="print" />
          {words.slip}
        </LinkButton>
      ) : null}
    </header>
  );
}

function PersonFacts({ view: { person } }: { view: PersonView }) {
  const says = useWords().person.facts;
  const format = useFormat();
  const facts: readonly (readonly [string, string | null])[] = [
    [says.title, person.title],
    [says.department, person.department?.name ?? null],
    [says.site, person.site],
    [says.employedFrom, person.employedFrom === null ? null : format.date(person.employedFrom)],
    [says.leftOn, person.leftOn === null ? null : format.date(person.leftOn)],
    [says.manager, person.manager],
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

const explained = ["current", "soon", "due", "changed", "overdue", "exempt", "leave"] as const;

function Meanings() {
  const words = useWords();
  const says = words.person.meanings;
  return (
    <Section id="meanings" title={says.title} kind="Meanings">
      <dl>
        {explained.map((status) => (
          <div key={status}>
            <dt>
              <Status status={status}>{words.explanation.status[status]}</Status>
            </dt>
            <dd>{says[status]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
