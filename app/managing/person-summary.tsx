import { useFormat, useWords } from "#app/words/context";
import type { Formats } from "#app/words/format";
import { capitalised } from "#app/words/numerals";
import type { Words } from "#app/words/words";
import type { PersonModule, PersonView } from "./person-view";

type SentenceWords = Words["person"]["sentence"];

/** How this person stands, in the sentences somebody would say aloud. */
export function PersonSentence({ view }: { view: PersonView }) {
  const says = useWords().person.sentence;
  const format = useFormat();
  const { leftOn } = view.person;
  const left = leftOn === null ? null : says.left(format.dayAndMonth(leftOn, view.today));
  return <p className="Summary">{left ?? sentenceOf(view, says, format)}</p>;
}

/** Due first; without a date last. */
function byDate(a: PersonModule, b: PersonModule): number {
  return (a.standing.dueOn ?? "9999-12-31").localeCompare(b.standing.dueOn ?? "9999-12-31");
}

function sentenceOf({ modules: all, today }: PersonView, says: SentenceWords, format: Formats): string {
  // What somebody took without being required to is shown below, and is in no count.
  const modules = all.filter((module) => module.requiredFor.length > 0);
  const day = (date: string | null) => format.dayAndMonth(date ?? today, today);
  const inState = (...states: readonly PersonModule["standing"]["state"][]) =>
    modules.filter(({ standing }) => states.includes(standing.state)).sort(byDate);
  const late = inState("overdue", "lapsed", "refresher-overdue");
  const open = inState("assigned", "refresher-open");
  const counted = [...late, ...open, ...inState("current")];
  if (counted.length === 0) {
    if (inState("on-leave").length > 0) return says.away;
    return inState("exempt").length > 0 ? says.exempt : says.nothing;
  }
  const valid = says.valid(counted.filter(({ standing }) => standing.valid).length, counted.length);
  const todo = [...late, ...open];
  if (todo.length === 0) {
    const next = counted.filter(({ standing }) => standing.dueOn !== null).sort(byDate)[0];
    return next === undefined ? valid : `${valid} ${says.next(next.title, day(next.standing.dueOn))}`;
  }
  const clauses = [lateClause(late, says, day), openClause(open, says, day)].filter((clause) => clause !== null);
  const minutes = todo.reduce((sum, module) => sum + (module.minutes ?? 0), 0);
  return [
    valid,
    `${capitalised(clauses.reduce((first, second) => says.and(first, second)))}.`,
    minutes > 0 ? says.minutes(minutes, todo.length) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

type Day = (date: string | null) => string;

function lateClause(late: readonly PersonModule[], says: SentenceWords, day: Day): string | null {
  const [only] = late;
  if (only === undefined) return null;
  if (late.length > 1) return says.overdueSeveral(late.length);
  return only.standing.state === "lapsed"
    ? says.lapsedOn(only.title, day(only.standing.validUntil))
    : says.overdueSince(only.title, day(only.standing.dueOn));
}

function openClause(open: readonly PersonModule[], says: SentenceWords, day: Day): string | null {
  const [first] = open;
  if (first === undefined) return null;
  return open.length === 1
    ? says.dueBy(first.title, day(first.standing.dueOn))
    : says.dueSeveral(open.length, first.title, day(first.standing.dueOn));
}
