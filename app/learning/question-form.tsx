import { Form, useNavigation } from "@remix-run/react";
import { type RefObject, useId, useRef } from "react";
import { Button, LinkButton } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { CompiledHtml } from "#app/ui/html";
import { Icon } from "#app/ui/icon";
import { Choice, type ChoiceMark, Feedback, Question } from "#app/ui/question";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { OrderChoices, OrderOutcome } from "./order-choices";
import { answerField } from "./read-answer";
import type { QuestionStep, QuestionView, RefresherView } from "./refresher-view";
import { useStepFocus } from "./use-step-focus";

/**
 * One question: to be answered, or answered with its feedback and the way on. A form of its own address, so that it
 * works without script and survives a reload.
 */
export function QuestionForm(props: { view: RefresherView; step: QuestionStep }) {
  const { step, view } = props;
  const { question } = step;
  const words = useWords().refresher;
  const busy = useNavigation().state === "submitting";
  const legend = useRef<HTMLLegendElement>(null);
  const next = useRef<HTMLAnchorElement>(null);
  const { outcome } = question;
  useStepFocus(outcome ? next : legend, `${question.id} ${step.again} ${outcome ? "answered" : "open"}`);
  return (
    <Form
      method="post"
      className="KnowledgeCheck"
      data-state={outcome ? (outcome.right ? "right" : "wrong") : "unanswered"}
      onSubmit={(event) => {
        if (outcome) event.preventDefault();
      }}
    >
      {Object.entries(view.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="question" value={question.id} />
      <Question
        legendRef={legend}
        locked={outcome !== null}
        note={<Note step={step} />}
        prompt={<CompiledHtml className="Prompt" html={question.promptHtml} />}
        error={step.error ? words.question.problems[step.error] : null}
      >
        <Choices question={question} />
      </Question>
      <div role="status">{outcome ? <Outcome question={question} /> : null}</div>
      {outcome && step.nextHref ? (
        <WayOn to={step.nextHref} last={step.last} link={next} />
      ) : outcome ? null : (
        <>
          <div className="Submit">
            <Button kind="primary" size="large" name="intent" value="answer" busy={busy}>
              {words.question.check}
            </Button>
            <Button kind="quiet" name="intent" value="dont-know">
              {words.question.dontKnow}
            </Button>
          </div>
          <p className="Muted Small Keys">
            {question.kind === "one" ? (
              <span className="FinePointer">
                {words.question.keysBefore} <kbd>Enter</kbd>
                {words.question.keysAfter}{" "}
              </span>
            ) : null}
            {words.question.honest}
          </p>
        </>
      )}
    </Form>
  );
}

function Note(props: { step: QuestionStep }) {
  const { question } = props.step;
  const words = useWords().refresher.question;
  const format = useFormat();
  const how = { one: null, many: words.chooseMany, order: words.order, text: null }[question.kind];
  if (!props.step.again && question.changedOn === null && how === null) return null;
  return (
    <span className="Row" data-gap="3">
      {props.step.again ? <Status status="due">{words.again}</Status> : null}
      {question.changedOn === null ? null : (
        <Status status="changed">{words.changed(format.dayAndMonth(question.changedOn))}</Status>
      )}
      {how}
    </span>
  );
}

function Choices(props: { question: QuestionView }) {
  const { question } = props;
  const { choices, kind, outcome } = question;
  const words = useWords().refresher;
  const written = useId();
  if (kind === "order") return outcome ? <OrderOutcome question={question} /> : <OrderChoices question={question} />;
  if (kind === "text") {
    if (!outcome) {
      return (
        <Field id={written} label={words.question.text}>
          <Input name={answerField} autoComplete="off" spellCheck="false" />
        </Field>
      );
    }
    return outcome.unknown ? null : (
      <p
        className="Choice"
        data-mark={outcome.right ? "right" : "wrong"}
        data-status={outcome.right ? "current" : "overdue"}
      >
        {outcome.answer[0]}
        <Status status={outcome.right ? "current" : "overdue"} shape={outcome.right ? "current" : "wrong"}>
          {outcome.right ? words.feedback.markRight : words.feedback.markYours}
        </Status>
      </p>
    );
  }
  const labels: Record<ChoiceMark, string> = {
    right: words.feedback.markRight,
    wrong: words.feedback.markYours,
    missed: words.feedback.markMissed,
  };
  return (
    <>
      {choices.map((choice) => {
        const mark = outcome?.marks[choice.id];
        return (
          <Choice
            key={choice.id}
            type={kind === "many" ? "checkbox" : "radio"}
            name={answerField}
            value={choice.id}
            locked={outcome !== null}
            checked={outcome?.answer.includes(choice.id) ?? false}
            mark={mark}
            markLabel={mark ? labels[mark] : null}
          >
            <CompiledHtml html={choice.html} />
          </Choice>
        );
      })}
    </>
  );
}

function Outcome(props: { question: QuestionView }) {
  const { outcome } = props.question;
  const words = useWords().refresher.feedback;
  if (!outcome) return null;
  return (
    <Feedback right={outcome.right} title={outcome.unknown ? words.unknown : outcome.right ? words.right : words.wrong}>
      {outcome.accepted.length > 0 ? (
        <p>
          {words.accepted} {outcome.accepted.join(", ")}
        </p>
      ) : null}
      {outcome.feedbackHtml ? <CompiledHtml html={outcome.feedbackHtml} /> : null}
      {outcome.right ? null : <p className="Muted">{words.returns}</p>}
    </Feedback>
  );
}

function WayOn(props: { to: string; last: boolean; link: RefObject<HTMLAnchorElement> }) {
  const words = useWords().refresher.feedback;
  return (
    <div className="Submit">
      <LinkButton kind="primary" size="large" to={props.to} ref={props.link}>
        {props.last ? words.finish : words.next} <Icon name="right" />
      </LinkButton>
    </div>
  );
}
