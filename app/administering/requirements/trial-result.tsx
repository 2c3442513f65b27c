import { Button } from "#app/ui/button";
import { Section } from "#app/ui/page";
import { Table, TableScroll } from "#app/ui/table";
import { useRequirementsWords } from "#app/words/areas/requirements";
import { useFormat } from "#app/words/context";
import { capitalised } from "#app/words/numerals";
import type { TrialView, TriedPerson } from "./requirement-view";
import { peopleOnPage } from "./trial-pages";

const as = {
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

/** The heading that has the focus once something was tried. */
export const trialId = "trial";

/** What a change would do. Its buttons belong to the form `formId`, which is tried again by them. */
export function TrialResult({ trial, formId }: { trial: TrialView; formId: string }) {
  const words = useRequirementsWords();
  const format = useFormat();
  const says = words.trial;
  const number = format.number;
  const hours =
    trial.minutes === 0
      ? says.noTime
      : trial.minutes < 90
        ? says.minutes(number(trial.minutes))
        : says.hours(number(Math.round(trial.minutes / 60)));
  const already = Math.max(0, trial.obliged - trial.newly);
  const dates = [
    says.earlier(trial.earlier, number(trial.earlier)),
    says.later(trial.later, number(trial.later)),
    says.late(trial.late, number(trial.late)),
  ].filter((text) => text !== "");
  return (
    <Section id={trialId} title={says.title} kind="Trial">
      <p className="Muted SectionLead">{says.on(format.date(trial.on))}</p>
      <p className="Summary">
        {trial.sentence !== "" && trial.obliged === 0 ? `${says.nobody} ` : ""}
        {trial.obliged > 1 && trial.obliged === trial.present ? `${says.everybody(number(trial.obliged))} ` : ""}
        {says.asks(trial.newly, number(trial.newly), hours)}{" "}
        {trial.newly > 0 || trial.leaves === 0 ? says.already(already, number(already)) : ""}{" "}
        {says.leaves(trial.leaves, number(trial.leaves))} {capitalised(dates.join(", "))}.
      </p>
      {trial.departments.length === 0 ? <p>{says.noChange}</p> : <Departments trial={trial} formId={formId} />}
      {trial.changed === 0 ? null : <People trial={trial} formId={formId} />}
    </Section>
  );
}

function Departments({ trial, formId }: { trial: TrialView; formId: string }) {
  const says = useRequirementsWords().trial;
  const format = useFormat();
  const all = [
    ["obliged", says.obliged],
    ["newly", says.newly],
    ["leaves", says.leave],
    ["earlier", says.forward],
    ["late", says.overdue],
  ] as const;
  const columns = all.filter(([key]) => key === "newly" || trial[key] > 0);
  return (
    <>
      <h3 id="trial-departments">{says.departments}</h3>
      <TableScroll labelledBy="trial-departments">
        <Table>
          <thead>
            <tr>
              <th scope="col">{says.department}</th>
              {columns.map(([key, label]) => (
                <th key={key} scope="col" data-num="">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trial.departments.map((department) => {
              const name = department.name || says.nowhere;
              return (
                <tr key={department.id}>
                  <th scope="row">
                    {department.id === "" ? (
                      name
                    ) : (
                      <button
                        type="submit"
                        className="LinkLike"
                        form={formId}
                        name="do"
                        value={`in ${department.id}`}
                        aria-label={says.only(name)}
                      >
                        {name}
                      </button>
                    )}
                  </th>
                  {columns.map(([key]) => (
                    <td key={key} data-num="">
                      {format.number(department[key])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </Table>
      </TableScroll>
    </>
  );
}

function People({ trial, formId }: { trial: TrialView; formId: string }) {
  const says = useRequirementsWords().trial;
  const format = useFormat();
  const { departmentId, page, pages, people } = trial;
  const before = (page - 1) * peopleOnPage;
  const department = trial.departments.find(({ id }) => id === departmentId)?.name;
  return (
    <>
      <h3 id="trial-people">{department === undefined ? says.people : says.peopleOf(department)}</h3>
      {departmentId === null ? null : <input type="hidden" form={formId} name="within" value={departmentId} />}
      <TableScroll labelledBy="trial-people">
        <Table stack>
          <thead {...as.rowgroup}>
            <tr {...as.row}>
              {[says.person, says.effect, says.reason].map((label) => (
                <th key={label} scope="col" {...as.columnheader}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as.rowgroup}>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <nav className="Pagination" aria-label={says.pages}>
        <span>
          {says.shown(format.number(before + 1), format.number(before + people.length), format.number(trial.changed))}
        </span>
        {page > 1 ? (
          <Button kind="quiet" size="dense" form={formId} name="do" value={`page ${page - 1}`}>
            {says.previous}
          </Button>
        ) : null}
        {page < pages ? (
          <Button kind="quiet" size="dense" form={formId} name="do" value={`page ${page + 1}`}>
            {says.next}
          </Button>
        ) : null}
        {departmentId === null ? null : (
          <Button kind="quiet" size="dense" form={formId} name="do" value="in">
            {says.everyone}
          </Button>
        )}
      </nav>
    </>
  );
}

function PersonRow({ person }: { person: TriedPerson }) {
  const says = useRequirementsWords().trial;
  const format = useFormat();
  const { standings } = person;
  const after = standings?.after?.dueOn ?? null;
  const was = standings?.before?.dueOn ?? null;
  const dates = [
    after === null ? "" : says.by(format.date(after)),
    was === null || was === after ? "" : says.was(format.date(was)),
  ];
  return (
    <tr {...as.row}>
      <th scope="row" {...as.rowheader}>
        {person.name} <small className="Muted">{person.department}</small>
      </th>
      <td {...as.cell}>
        {says.effects[person.effect]} <small className="Muted">{dates.filter((text) => text !== "").join(", ")}</small>
      </td>
      <td {...as.cell}>{person.reason === null ? says.outside : capitalised(person.reason)}</td>
    </tr>
  );
}
