import { Link } from "@remix-run/react";
import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Page, PageHead, Section } from "#app/ui/page";
import { useInsightWords } from "#app/words/areas/insights";
import { HowItIsCounted } from "./how-it-is-counted";
import type { ModuleInsightsView } from "./insights-view";
import { MemoryFigure } from "./module-memories";
import { insightsPath } from "./paths";
import { QuestionInDepth } from "./question-in-depth";

/** A module's questions one by one, and what is remembered of it. */
export function ModuleInsightsScreen({ view }: { view: ModuleInsightsView }) {
  const words = useInsightWords();
  return (
    <Page>
      <nav aria-label={words.crumbs}>
        <ol className="Crumbs">
          <li>
            <Link to={insightsPath}>{words.title}</Link>
          </li>
        </ol>
      </nav>
      <PageHead title={view.module.title} eyebrow={`${view.course} · ${words.depth.version(view.revision)}`}>
        {view.edit === null ? null : (
          <LinkButton size="dense" to={view.edit}>
            <Icon name="pen" /> {words.questions.edit}
          </LinkButton>
        )}
      </PageHead>
      <Section id="memory" title={words.depth.memory} note={words.memory.note}>
        <div className="Multiples">
          <MemoryFigure memory={view.memory} />
        </div>
      </Section>
      <Section id="questions" title={words.depth.questions}>
        {view.questions.length === 0 ? <p>{words.depth.noQuestions}</p> : null}
        {view.questions.map((question) => (
          <QuestionInDepth key={question.id} question={question} today={view.today} />
        ))}
      </Section>
      <HowItIsCounted />
    </Page>
  );
}
