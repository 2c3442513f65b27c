import { LinkButton } from "#app/ui/button";
import { Section } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Status, type StatusName } from "#app/ui/status";
import { Table, TableScroll } from "#app/ui/table";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat } from "#app/words/context";
import type { ContentRow } from "./insights-view";
import { moduleInsightsPath } from "./paths";

const shapes: Record<ContentRow["state"], StatusName> = {
  overdue: "overdue",
  now: "due",
  soon: "soon",
  flagged: "due",
};

/** Modules past their review-by day or near it, and those with questions to repair. */
export function ContentTable({ rows, today }: { rows: readonly ContentRow[]; today: string }) {
  const words = useInsightWords().content;
  return (
    <Section id="content" title={words.title} note={words.note}>
      {rows.length === 0 ? (
        <Empty icon="calendar" title={words.none}>
          <p>{words.noneWhy}</p>
        </Empty>
      ) : (
        <TableScroll labelledBy="content">
          <div className="ContentTable">
            <Table aria-label={words.tableLabel}>
              <thead>
                <tr>
                  <th scope="col">{words.module}</th>
                  <th scope="col">{words.published}</th>
                  <th scope="col">{words.why}</th>
                  <th scope="col">{words.status}</th>
                  <th scope="col">
                    <span className="VisuallyHidden">{words.action}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Content key={row.module.id} row={row} today={today} />
                ))}
              </tbody>
            </Table>
          </div>
        </TableScroll>
      )}
    </Section>
  );
}

function Content({ row, today }: { row: ContentRow; today: string }) {
  const words = useInsightWords().content;
  const format = useFormat();
  const { module, state } = row;
  const reasons = [
    row.flagged > 0 ? words.flagged(row.flagged, row.questions) : "",
    row.forgotten ? words.forgotten : "",
  ].filter(Boolean);
  const date = row.reviewBy === null ? "" : format.shortDate(row.reviewBy, today);
  return (
    <tr>
      <th scope="row">
        {module.title} <span className="Muted">{words.version(row.revision)}</span>
      </th>
      <td>
        {format.date(row.publishedOn)}
        <small>{words.daysAgo(row.daysAgo)}</small>
      </td>
      <td>{reasons.length > 0 ? reasons.join(" · ") : state === "overdue" ? words.past : words.date}</td>
      <td>
        <Status status={shapes[state]}>{state === "flagged" ? words.states.flagged : words.states[state](date)}</Status>
      </td>
      <td data-num>
        {row.edit === null ? (
          <LinkButton size="dense" to={moduleInsightsPath(module.id)} aria-label={words.lookOf(module.title)}>
            {words.look}
          </LinkButton>
        ) : (
          <LinkButton size="dense" to={row.edit} aria-label={words.openOf(module.title)}>
            {words.open}
          </LinkButton>
        )}
      </td>
    </tr>
  );
}
