import { Link } from "@remix-run/react";
import { useFormat, useWords } from "#app/words/context";
import { everyNudge, nudgeHref } from "./nudge-query";
import type { OverviewView } from "./overview-view";
import { nudgesAnchor } from "./paths";
import { shareOf, wholePercent } from "./share";
import { weakestIn } from "./weakest";

/** The overview in a sentence that somebody could say aloud. */
export function OverviewSentence(props: { view: OverviewView }) {
  return (
    <p className="Summary">
      <Sentence view={props.view} />
    </p>
  );
}

function Sentence({ view }: { view: OverviewView }) {
  const { sentence } = useWords().overview;
  const format = useFormat();
  const { counts, matrix } = view;
  const share = shareOf(counts);
  if (share === null) {
    return <>{counts.exempt + counts.onLeave > 0 ? sentence.everybodyAway : sentence.nothing}</>;
  }
  const percent = wholePercent(share);
  const weakest = weakestIn(matrix);
  if (counts.overdue === 0 || weakest === null) {
    return <>{counts.valid === counts.required ? sentence.allWell : sentence.onTheWay(percent)}</>;
  }
  const module = matrix.modules.find((each) => each.id === weakest.moduleId);
  const row = matrix.rows.find((each) => each.department.id === weakest.departmentId);
  const place = sentence.behind({
    module: matrix.modules.length > 1 ? (module?.short.replaceAll("\u00ad", "") ?? null) : null,
    department: matrix.rows.length > 1 ? (row?.department.name ?? null) : null,
    overdue: weakest.overdue,
    count: format.number(weakest.overdue),
  });
  const list = nudgeHref(
    {
      ...everyNudge,
      scopeId: view.nudges.query.scopeId,
      departmentId: row?.department.id ?? null,
      moduleId: module?.id ?? null,
      state: "overdue",
    },
    nudgesAnchor,
  );
  return (
    <>
      {sentence.share(percent)} {place.before}
      <Link to={list} preventScrollReset>
        {place.linked}
      </Link>
      {place.after}
    </>
  );
}

/** The same in figures. */
export function OverviewFigures({ view }: { view: OverviewView }) {
  const words = useWords().overview;
  const format = useFormat();
  const { counts, nextMonth } = view;
  const share = shareOf(counts);
  const { figures } = words;
  const { minutes } = nextMonth;
  const time = minutes < 60 ? figures.takeMinutes(minutes) : figures.takeHours(format.number(Math.round(minutes / 60)));
  const notCounted = words.sentence.notCounted(counts.exempt, counts.onLeave);
  return (
    <>
      <dl className="Figures">
        <Figure
          name={figures.valid}
          value={share === null ? "–" : format.percent(share)}
          note={share === null ? figures.noneRequired : figures.ofRequired(format.number(counts.required))}
        />
        <Figure
          name={figures.overdue}
          value={format.number(counts.overdue)}
          note={counts.overdue === 0 ? figures.noneOverdue : figures.ofRequired(format.number(counts.required))}
        />
        <Figure
          name={figures.dueSoon}
          value={format.number(counts.dueWithin30)}
          note={counts.dueWithin30 === 0 ? figures.noneDue : figures.withinWeek(format.number(counts.dueWithin7))}
        />
        <Figure
          name={figures.refreshersIn(format.monthName(Number(nextMonth.month.slice(5, 7))))}
          value={format.number(nextMonth.refreshers)}
          note={nextMonth.refreshers === 0 ? figures.noRefreshers : time}
        />
      </dl>
      {notCounted === null ? null : <p className="Muted Small FiguresNote">{notCounted}</p>}
    </>
  );
}

function Figure(props: { name: string; value: string; note: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.value} <small>{props.note}</small>
      </dd>
    </div>
  );
}
