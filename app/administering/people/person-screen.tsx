import { Link } from "@remix-run/react";
import { Page, PageHead, Section, Split } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { usePeopleWords } from "#app/words/areas/people";
import { useFormat } from "#app/words/context";
import { isLanguage } from "#app/words/language";
import type { DoneCode } from "../directory-view";
import type { SentForm } from "../form-reader";
import { Crumbs, Done, History } from "../parts";
import { peoplePath } from "./people-query";
import type { PersonView } from "./people-view";
import { PersonForms } from "./person-forms";

/** One person: what they are called, where they work and worked, what can be changed and what was. */
export function PersonScreen(props: { view: PersonView; done: DoneCode | null; sent: SentForm | null }) {
  const { view, done, sent } = props;
  const words = usePeopleWords();
  const shared = useDirectoryWords();
  return (
    <Page>
      <Crumbs label={shared.crumbs} items={[{ to: peoplePath, label: words.title }]} />
      <PageHead title={view.name} />
      <Done code={done} />
      <Sentence view={view} />
      <Facts view={view} />
      {view.canChange ? <PersonForms view={view} sent={sent} /> : null}
      <Split columns="even">
        <Employments view={view} />
        <Memberships view={view} />
      </Split>
      <Section id="history" title={shared.historyTitle}>
        <History events={view.history} empty={words.one.noHistory} />
      </Section>
    </Page>
  );
}

function Sentence({ view: { presence, present } }: { view: PersonView }) {
  const words = usePeopleWords().one;
  const format = useFormat();
  if (present === null) return <p className="Summary">{words.never}</p>;
  const { title, from, to } = present;
  const says =
    presence === "coming"
      ? words.coming(format.date(from))
      : to === null
        ? words.present(title, format.date(from))
        : presence === "left"
          ? words.left(format.date(to))
          : words.leaves(title, format.date(to));
  return <p className="Summary">{says}</p>;
}

function Facts({ view }: { view: PersonView }) {
  const words = usePeopleWords();
  const says = words.one;
  const { department, email, language, number, roles } = view;
  return (
    <dl className="Facts PersonFacts">
      <div>
        <dt>{says.number}</dt>
        <dd>{number}</dd>
      </div>
      <div>
        <dt>{says.email}</dt>
        <dd>{email ?? says.noEmail}</dd>
      </div>
      <div>
        <dt>{says.language}</dt>
        <dd>{isLanguage(language) ? words.languages[language] : language}</dd>
      </div>
      <div>
        <dt>{says.department}</dt>
        <dd>
          {department === null ? says.none : <Link to={`/admin/departments/${department.id}`}>{department.name}</Link>}
        </dd>
      </div>
      <div>
        <dt>{says.roles}</dt>
        <dd>{roles.length === 0 ? says.noRoles : roles.join("; ")}</dd>
      </div>
    </dl>
  );
}

function Employments({ view }: { view: PersonView }) {
  const words = usePeopleWords().one;
  const { kinds } = useDirectoryWords();
  const format = useFormat();
  return (
    <Section id="employments" title={words.employments}>
      <ul className="StretchList">
        {view.employments.map((row) => (
          <li key={row.id}>
            <b>{row.title === "" ? kinds[row.kind] : row.title}</b>
            <span>{words.span(format.date(row.from), row.to === null ? words.now : format.date(row.to))}</span>
            <span className="Muted">
              {[
                kinds[row.kind],
                row.site,
                row.entity,
                ...(row.manager === null ? [] : [words.reports(row.manager)]),
              ].join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Memberships({ view }: { view: PersonView }) {
  const words = usePeopleWords().one;
  const format = useFormat();
  return (
    <Section id="memberships" title={words.memberships}>
      <ul className="StretchList">
        {view.memberships.map((row) => (
          <li key={row.id}>
            <b>{row.department}</b>
            <span>{words.span(format.date(row.from), row.to === null ? words.now : format.date(row.to))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
