import { LinkButton } from "#app/ui/button";
import { Section } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Pagination } from "#app/ui/table";
import { useFormat, useWords } from "#app/words/context";
import { NudgeFilter } from "./nudge-filter";
import { isFiltered, nudgeHref, withoutFilters } from "./nudge-query";
import type { NudgeList, OverviewCounts } from "./overview-view";
import { nudgesAnchor } from "./paths";
import { PeopleTable } from "./people-table";

/** The list of who needs a nudge. */
export function Nudges(props: { list: NudgeList; counts: OverviewCounts; today: string }) {
  const { list, counts, today } = props;
  const says = useWords().overview.nudges;
  const format = useFormat();
  const isEmpty = list.rows.length === 0;
  const filtered = isFiltered(list.query);
  return (
    <Section
      id={nudgesAnchor}
      title={says.title}
      note={says.note(format.number(counts.overdue), format.number(counts.dueWithin7))}
    >
      {isEmpty && !filtered ? (
        <div className="SectionLead">
          <Empty icon="check" title={says.nobody}>
            <p>{says.nobodyWhy}</p>
          </Empty>
        </div>
      ) : (
        <>
          <NudgeFilter list={list} />
          {isEmpty ? (
            <Empty icon="search" title={says.noHits}>
              <p>{says.noHitsWhy}</p>
              <LinkButton to={nudgeHref(withoutFilters(list.query), nudgesAnchor)} preventScrollReset>
                {says.removeFilter}
              </LinkButton>
            </Empty>
          ) : (
            <>
              <PeopleTable rows={list.rows} query={list.query} today={today} />
              <Pages list={list} />
            </>
          )}
        </>
      )}
    </Section>
  );
}

function Pages({ list }: { list: NudgeList }) {
  const says = useWords().overview.nudges;
  const format = useFormat();
  const { query, pageSize, printable, total, isMore, reach, rows } = list;
  const before = (query.page - 1) * pageSize;
  const to = (page: number) => nudgeHref({ ...query, page }, nudgesAnchor);
  return (
    <Pagination
      label={says.pages}
      summary={says.shown(
        format.number(before + 1),
        format.number(before + rows.length),
        `${format.number(total)}${isMore ? "+" : ""}`,
      )}
      previous={query.page > 1 ? { to: to(query.page - 1), label: says.previous } : undefined}
      next={before + rows.length < reach ? { to: to(query.page + 1), label: says.next } : undefined}
      whole={
        printable
          ? { to: nudgeHref({ ...query, page: 1, whole: true }, nudgesAnchor), label: says.whole(format.number(total)) }
          : undefined
      }
    />
  );
}
