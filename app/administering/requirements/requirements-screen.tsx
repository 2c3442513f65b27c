import { Link } from "@remix-run/react";
import { LinkButton } from "#app/ui/button";
import { Page, PageHead, Section } from "#app/ui/page";
import { Badge, Disclosure, Empty } from "#app/ui/panels";
import { useRequirementsWords } from "#app/words/areas/requirements";
import { useFormat } from "#app/words/context";
import { intervalOf } from "#app/words/interval";
import { newRequirementPath, requirementPath } from "./paths";
import type { RequirementLine, RequirementsView } from "./requirement-view";

/** Everything that is required, module by module. */
export function RequirementsScreen({ view }: { view: RequirementsView }) {
  const words = useRequirementsWords();
  return (
    <Page>
      <PageHead title={words.title}>
        <LinkButton kind="primary" to={newRequirementPath}>
          {words.add}
        </LinkButton>
      </PageHead>
      <p className="Muted RequirementsLead">{words.lead}</p>
      {view.modules.length === 0 ? (
        <Empty icon="flag" title={words.none} level={2}>
          <p>{words.noneWhy}</p>
          <LinkButton to={newRequirementPath}>{words.add}</LinkButton>
        </Empty>
      ) : (
        view.modules.map(({ id, title, present, ended }) => (
          <Section key={id} id={`module-${id}`} title={title}>
            <ul className="Requirements">
              {present.map((line) => (
                <Line key={line.id} line={line} today={view.today} />
              ))}
            </ul>
            {ended.length === 0 ? null : (
              <Disclosure summary={words.ended(ended.length)}>
                <ul className="Requirements">
                  {ended.map((line) => (
                    <Line key={line.id} line={line} today={view.today} />
                  ))}
                </ul>
              </Disclosure>
            )}
          </Section>
        ))
      )}
      {view.unrequired.length === 0 ? null : (
        <Section id="unrequired" title={words.unrequired}>
          <ul className="Requirements">
            {view.unrequired.map(({ id, title }) => (
              <li key={id}>
                <Link to={`${newRequirementPath}?${new URLSearchParams({ module: id })}`}>
                  {words.requireIt(title)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Line({ line, today }: { line: RequirementLine; today: string }) {
  const words = useRequirementsWords();
  const format = useFormat();
  const { id, sentence, from, to, due, every, people } = line;
  const state =
    people !== null ? words.obliges(people, format.number(people)) : from > today ? words.notYet : words.over;
  return (
    <li>
      <Link to={requirementPath(id)}>{sentence}</Link>
      <span className="Muted">
        {to === null ? words.from(format.date(from)) : words.fromTo(format.date(from), format.date(to))} · {state}
      </span>
      {due === null ? null : <Badge>{words.shorterDue(intervalOf(due))}</Badge>}
      {every === null ? null : <Badge>{words.shorterEvery(intervalOf(every))}</Badge>}
      {line.note === null ? null : <span className="Muted">{line.note}</span>}
    </li>
  );
}
