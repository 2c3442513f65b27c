import { Link } from "@remix-run/react";
import { Section } from "#app/ui/page";
import { Disclosure } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { useSetupWords } from "#app/words/areas/setup";

/** What is done of getting started and what is to do, each with its way there. */
export function Checklist(props: {
  items: readonly {
    readonly id: "company" | "people" | "course" | "requirement" | "access";
    readonly done: boolean;
    readonly path: string;
  }[];
}) {
  const words = useSetupWords().checklist;
  if (props.items.length === 0) return null;
  const list = (
    <ul className="Checklist">
      {props.items.map((item) => (
        <li key={item.id}>
          <div>
            <Link to={item.path}>{words.steps[item.id].title}</Link>
            <p className="Muted Small">{words.steps[item.id].text}</p>
          </div>
          <Status status={item.done ? "current" : "planned"}>{item.done ? words.done : words.toDo}</Status>
        </li>
      ))}
    </ul>
  );
  if (props.items.every((item) => item.done)) return <Disclosure summary={words.allDone}>{list}</Disclosure>;
  return (
    <Section id="getting-started" title={words.title} note={words.lead}>
      {list}
    </Section>
  );
}
