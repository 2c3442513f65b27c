import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Empty } from "#app/ui/panels";
import { useFormat, useWords } from "#app/words/context";
import type { HomeArrangement } from "./home-arrangement";
import { SessionLink } from "./home-rows";
import type { HomeView } from "./home-view";

/** What stands where the next action would: the first day, everything done, or nothing required. */
export function HomeEmpty(props: { view: HomeView; lists: HomeArrangement }) {
  const { lists, view } = props;
  const words = useWords().home;
  const format = useFormat();
  const { next } = lists;
  if (next) {
    const last = lists.also.reduce<string | null>((latest, item) => {
      return item.dueOn !== null && (latest === null || item.dueOn > latest) ? item.dueOn : latest;
    }, null);
    return (
      <Empty icon="book" level={2} title={next.title}>
        <p>
          {words.empty.firstStart(view.person.department, next.title, next.minutes)}{" "}
          {words.empty.firstRest(lists.also.length, last === null ? null : format.dayAndMonth(last, view.today))}
        </p>
        <p>{next.reason}</p>
        <LinkButton kind="primary" to={next.href}>
          {next.begun ? words.next.resume : words.empty.firstAction(next.title)} <Icon name="right" />
        </LinkButton>
        <SessionLink item={next} />
      </Empty>
    );
  }
  if (lists.listed === 0) {
    // the sentence above and the list below say all there is about a pause
    if (lists.paused.length > 0) return null;
    return (
      <Empty icon="info" level={2} title={words.empty.notRequired}>
        <p>{words.empty.notRequiredText}</p>
      </Empty>
    );
  }
  const upcoming = lists.rings[0];
  const readable = upcoming ?? lists.current[0];
  return (
    <Empty icon="check" level={2} title={words.empty.allDone}>
      <p>
        {upcoming?.dueOn
          ? words.empty.nextUp(
              upcoming.title,
              format.dayAndMonth(upcoming.dueOn, view.today),
              upcoming.opensOn !== null && upcoming.opensOn > view.today
                ? format.dayAndMonth(upcoming.opensOn, view.today)
                : null,
            )
          : words.empty.nothingAhead}
      </p>
      {readable ? <LinkButton to={readable.href}>{words.empty.readAnyway}</LinkButton> : null}
    </Empty>
  );
}
