import { Link } from "@remix-run/react";
import { Page, PageHead, Section } from "#app/ui/page";
import { Disclosure } from "#app/ui/panels";
import { useDepartmentsWords } from "#app/words/areas/departments";
import { useFormat } from "#app/words/context";
import { FieldRow, IntentForm, SelectField, TextField } from "../fields";
import type { SentForm } from "../form-reader";
import { Foldout } from "../parts";
import { type DepartmentBranch, type DepartmentsView, departmentsPath } from "./departments-view";

/** The departments as a tree, and a new one. */
export function DepartmentsScreen({ view, sent }: { view: DepartmentsView; sent: SentForm | null }) {
  const words = useDepartmentsWords();
  return (
    <Page>
      <PageHead title={words.title} />
      <p className="Summary">{words.summary(view.open, view.people)}</p>
      {view.canChange ? (
        <Foldout title={words.create} open={sent !== null}>
          <IntentForm intent="create" sent={sent} submit={words.submitCreate} kind="primary">
            <FieldRow>
              <TextField name="sv" label={words.nameSv} lang="sv" />
              <TextField name="en" label={words.nameEn} lang="en" />
            </FieldRow>
            <SelectField name="parent" label={words.under} options={view.places} empty={words.top} optional />
          </IntentForm>
        </Foldout>
      ) : null}
      {view.tree.length === 0 ? null : (
        <Section id="tree" title={words.tree} note={words.treeNote}>
          <Tree branches={view.tree} />
        </Section>
      )}
      {view.closed.length === 0 ? null : <Closed view={view} />}
    </Page>
  );
}

function Tree({ branches }: { branches: readonly DepartmentBranch[] }) {
  const words = useDepartmentsWords();
  return (
    <ul className="DepartmentTree">
      {branches.map((branch) => (
        <li key={branch.id}>
          <div>
            <Link to={`${departmentsPath}/${branch.id}`}>{branch.name}</Link>
            <span className="Muted">
              {branch.managers.length === 0 ? words.noManager : words.led(branch.managers.join(", "))}
            </span>
            <span data-num>{words.inIt(branch.people)}</span>
          </div>
          {branch.children.length === 0 ? null : <Tree branches={branch.children} />}
        </li>
      ))}
    </ul>
  );
}

function Closed({ view }: { view: DepartmentsView }) {
  const words = useDepartmentsWords();
  const format = useFormat();
  return (
    <Disclosure summary={words.closed(view.closed.length)}>
      <ul className="ClosedList">
        {view.closed.map(({ id, name, closedOn, mergedInto }) => (
          <li key={id}>
            <Link to={`${departmentsPath}/${id}`}>{name}</Link>{" "}
            <span className="Muted">
              {[
                words.closedOn(format.date(closedOn)),
                ...(mergedInto === null ? [] : [words.mergedInto(mergedInto)]),
              ].join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
