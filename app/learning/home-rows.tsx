import { Link } from "@remix-run/react";
import { Agenda, AgendaItem, Key } from "#app/ui/agenda";
import { Icon, StatusShape } from "#app/ui/icon";
import { Section } from "#app/ui/page";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { type HomeArrangement, isLate, type NumberedItem } from "./home-arrangement";
import { timeLeft, timeUntil } from "./home-phrases";
import type { HomeItem } from "./home-view";

interface RowProps {
  item: NumberedItem;
  today: string;
}

function rowOf(item: NumberedItem) {
  return { row: item.onWheel ? item.number : undefined, title: item.title, to: item.href };
}

/** Something else to do, with its last day. */
export function TodoRow({ item, today }: RowProps) {
  const words = useWords();
  const format = useFormat();
  const status = isLate(item, today) ? "overdue" : item.status;
  return (
    <AgendaItem
      {...rowOf(item)}
      mark={<Key status={status}>{item.number}</Key>}
      when={
        item.dueOn === null ? null : (
          <time dateTime={item.dueOn}>{words.home.next.by(format.shortDate(item.dueOn, today))}</time>
        )
      }
      note={item.dueOn === null ? null : timeLeft(words.home.distance, today, item.dueOn)}
    >
      <Status status={status}>{words.status[status]}</Status>&ensp;{item.reason} {item.change?.note}
      <SessionLink item={item} />
    </AgendaItem>
  );
}

/** Something that comes back, with how long until then. */
export function ComingRow({ item, today }: RowProps) {
  const words = useWords();
  const format = useFormat();
  return (
    <AgendaItem
      {...rowOf(item)}
      mark={<Key status={item.status}>{item.number}</Key>}
      when={item.dueOn === null ? null : <time dateTime={item.dueOn}>{format.shortDate(item.dueOn)}</time>}
      note={item.dueOn === null ? null : timeUntil(words.home.distance, today, item.dueOn)}
    >
      {item.status === "current" ? null : (
        <>
          <Status status={item.status}>{words.status[item.status]}</Status>&ensp;
        </>
      )}
      {item.reason}
      <SessionLink item={item} />
    </AgendaItem>
  );
}

/** Something held, with how long it is valid. */
export function CurrentRow({ item, today }: RowProps) {
  const words = useWords();
  const format = useFormat();
  return (
    <AgendaItem
      {...rowOf(item)}
      mark={<Key status={item.status}>{item.number}</Key>}
      when={
        item.validUntil === null ? (
          words.home.untilFurther
        ) : (
          <time dateTime={item.validUntil}>{words.home.until(format.date(item.validUntil))}</time>
        )
      }
      note={item.validUntil === null ? null : timeLeft(words.home.distance, today, item.validUntil)}
    >
      <Status status={item.status}>{words.status[item.status]}</Status>&ensp;{item.reason}
      <SessionLink item={item} />
    </AgendaItem>
  );
}

/** The session in a room in which it can be done instead, or will be. */
export function SessionLink({ item }: { item: HomeItem }) {
  if (item.session === null) return null;
  return (
    <span className="SessionLink">
      <Icon name="calendar" /> <Link to={item.session.href}>{item.session.text}</Link>
    </span>
  );
}

function PausedRow(props: { item: HomeItem }) {
  const { item } = props;
  const words = useWords();
  return (
    <AgendaItem
      title={item.title}
      to={item.href}
      mark={
        <Key status={item.status}>
          <StatusShape name={item.status} />
        </Key>
      }
      when={null}
    >
      <Status status={item.status}>{words.status[item.status]}</Status>&ensp;{item.reason}
    </AgendaItem>
  );
}

/** What asks for nothing now: exempt, or the person is away. */
export function Paused(props: { lists: HomeArrangement }) {
  const words = useWords().home.paused;
  if (props.lists.paused.length === 0) return null;
  return (
    <Section id="paused" title={words.title} note={words.note}>
      <Agenda>
        {props.lists.paused.map((item) => (
          <PausedRow key={item.moduleId} item={item} />
        ))}
      </Agenda>
    </Section>
  );
}
