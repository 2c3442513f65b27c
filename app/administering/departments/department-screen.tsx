import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { LinkButton } from "#app/ui/button";
import { Page, PageHead, Section, Split } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useDepartmentsWords } from "#app/words/areas/departments";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useFormat } from "#app/words/context";
import type { DoneCode } from "../directory-view";
import type { SentForm } from "../form-reader";
import { Crumbs, Done, History } from "../parts";
import { DepartmentForms } from "./department-forms";
import { type DepartmentView, departmentsPath } from "./departments-view";

/** One department: who is in it, what lies under it, what can be done to it and what was. */
export function DepartmentScreen(props: { view: DepartmentView; done: DoneCode | null; sent: SentForm | null }) {
  const { view, done, sent } = props;
  const words = useDepartmentsWords();
  const shared = useDirectoryWords();
  const crumbs = [
    { to: departmentsPath, label: words.title },
    ...view.above.map(({ id, name }) => ({ to: `${departmentsPath}/${id}`, label: name })),
  ];
  return (
    <Page>
      <Crumbs label={shared.crumbs} items={crumbs} />
      <PageHead title={view.name}>
        <LinkButton to={`/admin/people?department=${encodeURIComponent(view.id)}`} size="dense">
          {words.one.people}
        </LinkButton>
      </PageHead>
      <Done code={done} />
      <State view={view} />
      <Split columns="even">
        <Section id="children" title={words.one.children}>
          <Children view={view} />
        </Section>
        <Section id="managers" title={words.one.managers}>
          <Managers view={view} />
        </Section>
      </Split>
      {view.canChange && view.closedOn === null && view.merging === null ? (
        <DepartmentForms view={view} sent={sent} />
      ) : null}
      <Section id="history" title={shared.historyTitle}>
        <History events={view.history} empty={shared.noHistory} />
      </Section>
    </Page>
  );
}

function State({ view }: { view: DepartmentView }) {
  const words = useDepartmentsWords().one;
  const format = useFormat();
  if (view.merging !== null) return <Merging left={view.merging} into={view.mergedInto?.name ?? ""} />;
  if (view.closedOn === null) return <p className="Summary">{words.sentence(view.people, view.children.length)}</p>;
  const day = format.date(view.closedOn);
  return (
    <p className="Summary">
      {view.mergedInto === null ? words.closed(day) : words.closedInto(day, view.mergedInto.name)}
    </p>
  );
}

const everyMs = 1000;

/** How far a merge has come: looked at again every second, or by a link without script. */
function Merging({ left, into }: { left: number; into: string }) {
  const words = useDepartmentsWords().one;
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (state === "idle") revalidate();
    }, everyMs);
    return () => clearTimeout(timer);
  });
  return (
    <Notice icon="clock" title={words.merging(left, into)} live="status">
      <p>{words.mergingText}</p>
      <p>
        <Link to=".">{words.refresh}</Link>
      </p>
    </Notice>
  );
}

function Children({ view }: { view: DepartmentView }) {
  const words = useDepartmentsWords();
  if (view.children.length === 0) return <p className="Muted">{words.one.noChildren}</p>;
  return (
    <ul className="DepartmentTree">
      {view.children.map(({ id, name, people }) => (
        <li key={id}>
          <div>
            <Link to={`${departmentsPath}/${id}`}>{name}</Link>
            <span data-num>{words.inIt(people)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Managers({ view }: { view: DepartmentView }) {
  const words = useDepartmentsWords().one;
  const shared = useDirectoryWords();
  if (view.managers.length === 0) return <p className="Muted">{words.noManagers}</p>;
  return (
    <ul className="PlainList">
      {view.managers.map(({ personId, name, deputy }) => (
        <li key={`${personId} ${deputy}`}>
          <Link to={`/admin/people/${personId}`}>{name}</Link>
          {deputy ? <span className="Muted"> {shared.deputy}</span> : null}
        </li>
      ))}
    </ul>
  );
}
