import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/field";
import { Page, PageHead } from "#app/ui/page";
import { useInsightWords } from "#app/words/areas/insights";
import { ContentTable } from "./content-table";
import { HowItIsCounted } from "./how-it-is-counted";
import type { InsightsView } from "./insights-view";
import { ModuleMemories } from "./module-memories";
import { insightsPath } from "./paths";
import { QuestionsSection } from "./questions-table";

/** How questions do, what is remembered, and which content is to be looked over. */
export function InsightsScreen({ view }: { view: InsightsView }) {
  const words = useInsightWords();
  return (
    <Page>
      <PageHead title={words.title} eyebrow={words.eyebrow}>
        <Filter view={view} />
      </PageHead>
      <p className="Summary">
        <Sentence figures={view.figures} />
      </p>
      <QuestionsSection view={view} />
      <HowItIsCounted />
      <ModuleMemories memory={view.memory} leftOut={view.memoryLeftOut} />
      <ContentTable rows={view.content} today={view.today} />
    </Page>
  );
}

function Sentence({ figures }: { figures: InsightsView["figures"] }) {
  const says = useInsightWords().summary;
  const { answers, doubtful, forgotten, judged, tooEasy, tooHard, weak } = figures;
  if (answers === 0) return <>{says.none}</>;
  const parts = [
    doubtful > 0 ? says.doubtful(doubtful) : "",
    weak > 0 ? says.weak(weak) : "",
    tooHard > 0 ? says.tooHard(tooHard) : "",
    tooEasy > 0 ? says.tooEasy(tooEasy) : "",
  ].filter(Boolean);
  const questions = parts.length > 0 ? says.sentence(parts) : judged === 0 ? says.few : says.well;
  if (forgotten === null) return <>{questions}</>;
  const { after, linked } = says.forgotten(forgotten.title, forgotten.day, forgotten.every);
  return (
    <>
      {questions} <a href="#memory">{linked}</a>
      {after}
    </>
  );
}

function Filter({ view }: { view: InsightsView }) {
  const words = useInsightWords().filter;
  const { courseId, moduleId } = view.chosen;
  const value = moduleId !== null ? `module:${moduleId}` : courseId !== null ? `course:${courseId}` : "";
  return (
    <Form
      key={value}
      method="get"
      action={insightsPath}
      className="InsightFilter"
      role="search"
      aria-label={words.label}
    >
      <Select dense name="of" defaultValue={value} aria-label={words.label}>
        <option value="">{words.all}</option>
        {view.courses.map((course) => (
          <optgroup key={course.id} label={course.title}>
            {view.courses.length > 1 ? (
              <option value={`course:${course.id}`}>{words.wholeCourse(course.title)}</option>
            ) : null}
            {course.modules.map(({ id, title }) => (
              <option key={id} value={`module:${id}`}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Button size="dense">{words.show}</Button>
    </Form>
  );
}
