import { Form } from "@remix-run/react";
import { useRef } from "react";
import { answerFields } from "#app/lessons/read-response";
import { Offline } from "#app/shell";
import { Button, LinkButton } from "#app/ui/button";
import { FocusBar, FocusStage, StepMeter } from "#app/ui/focus";
import { CompiledHtml } from "#app/ui/html";
import { Icon } from "#app/ui/icon";
import { Diff } from "#app/ui/ladder";
import { Row, Stack } from "#app/ui/page";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { QuestionForm } from "./question-form";
import { RefresherResult } from "./refresher-result";
import type { IntroStep, RefresherView } from "./refresher-view";
import { useStepFocus } from "./use-step-focus";

/** A refresher, one thing at a time: what changed, a question, the next, and how it went. */
export function RefresherScreen(props: { view: RefresherView }) {
  const { view } = props;
  const { step } = view;
  const words = useWords().refresher;
  const label =
    step.kind === "intro"
      ? words.questions(step.questions)
      : step.kind === "result"
        ? words.stepsDone
        : step.again
          ? words.stepsAgain
          : words.steps(step.check.number, step.check.of);
  return (
    <>
      <FocusBar
        leave={{ to: view.homeHref, label: words.leave }}
        title={words.title(view.module.title)}
        heading={step.kind === "question"}
      >
        <StepMeter steps={view.steps} label={label} />
      </FocusBar>
      <Offline />
      <FocusStage step={step.kind}>
        {step.kind === "intro" ? <Intro view={view} step={step} /> : null}
        {step.kind === "question" ? (
          <QuestionForm key={`${step.check.question.id} ${step.again}`} attempt={view.attempt} step={step} />
        ) : null}
        {step.kind === "result" ? <RefresherResult view={view} step={step} /> : null}
      </FocusStage>
    </>
  );
}

function Intro(props: { view: RefresherView; step: IntroStep }) {
  const { step, view } = props;
  const words = useWords().refresher.intro;
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useStepFocus(heading, "intro");
  const changed = step.changes.length > 0;
  const calm = step.lastCompletedOn === null ? words.neverCompleted : words.unchanged;
  const title = changed ? words.changed(step.changes.length) : calm;
  return (
    <Stack gap={5}>
      <div className="Opening">
        {step.lastCompletedOn === null ? null : (
          <p className="Eyebrow">{words.lastCompleted(format.dayAndMonth(step.lastCompletedOn, view.today))}</p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="Lead">
          {changed ? `${words.readFirst(step.changes.length)} ` : ""}
          {words.toCome(step.questions, step.minutes, changed)}
        </p>
      </div>
      {changed ? (
        <Diff
          items={step.changes.map((change) => ({
            id: change.id,
            label: <Status status="changed">{words.changedOn(format.dayAndMonth(change.on, view.today))}</Status>,
            text: change.note,
          }))}
        />
      ) : null}
      {step.introHtml ? <CompiledHtml className="Prose" html={step.introHtml} /> : null}
      <Row>
        <Form method="post">
          <input type="hidden" name={answerFields.attempt} value={view.attempt} />
          <Button kind="primary" size="large" name={answerFields.intent} value="start">
            {step.begun ? words.resume : words.start} <Icon name="right" />
          </Button>
        </Form>
        <LinkButton kind="quiet" to={view.module.lessonHref}>
          {words.readLesson(view.module.lessonMinutes)}
        </LinkButton>
      </Row>
    </Stack>
  );
}
