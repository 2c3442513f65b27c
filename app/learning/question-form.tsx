import { Form, useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, type RefObject, useCallback, useRef, useState } from "react";
import { CheckFeedback } from "#app/lessons/components/check-feedback";
import { Choices } from "#app/lessons/components/choices";
import { CompiledPhrase } from "#app/lessons/components/compiled";
import { type AnswerProblem, answerFields, readResponse } from "#app/lessons/read-response";
import type { WaitingAnswer } from "#app/lessons/reader";
import { Button, LinkButton } from "#app/ui/button";
import { FieldError } from "#app/ui/field";
import { CompiledHtml } from "#app/ui/html";
import { Icon } from "#app/ui/icon";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { isStale, type KeptPost } from "./kept-posts";
import { answerIn } from "./lesson-replies";
import type { QuestionStep } from "./refresher-view";
import { usePosts, useSendingAgain } from "./use-posts";
import { useStepFocus } from "./use-step-focus";

/**
 * One question of a refresher: to be answered, or answered with its feedback and the way on. A form of its own address,
 * so that it works without script and survives a reload.
 */
export function QuestionForm(props: { attempt: string; step: QuestionStep }) {
  const { attempt, step } = props;
  const answered = step.check.response !== null;
  const waiting = useWaitingAnswer(attempt, step);
  const check = { ...step.check, waiting };
  const waits = waiting?.failed === true;
  const words = useWords();
  const legend = useRef<HTMLLegendElement>(null);
  const next = useRef<HTMLAnchorElement>(null);
  const [problem, setProblem] = useState<AnswerProblem | null>(null);
  const error = problem ?? (waits ? null : (check.error ?? null));
  useStepFocus(answered ? next : legend, `${check.question.id} ${step.again} ${answered} ${waits}`);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const unknown = submitter instanceof HTMLButtonElement && submitter.value === "dont-know";
    const given = unknown ? null : readResponse(new FormData(event.currentTarget), check.question);
    if (answered || waits || typeof given === "string") event.preventDefault();
    setProblem(typeof given === "string" ? given : null);
  };

  return (
    <Form
      method="post"
      noValidate
      className="KnowledgeCheck"
      data-state={check.state}
      onSubmit={submit}
      onChange={() => setProblem(null)}
    >
      <input type="hidden" name={answerFields.check} value={check.question.id} />
      <input type="hidden" name={answerFields.attempt} value={attempt} />
      <fieldset
        data-locked={answered || waits ? "" : undefined}
        aria-describedby={error === null ? undefined : "answer-error"}
      >
        <legend tabIndex={-1} ref={legend}>
          <Note step={step} />
          <CompiledPhrase html={check.question.promptHtml} />
        </legend>
        {check.question.detailHtml ? <CompiledHtml className="Detail" html={check.question.detailHtml} /> : null}
        <Choices check={check} id="answer" />
        {error === null ? null : (
          <div className="Field" role="alert">
            <FieldError id="answer-error">
              {error === "not-sent" ? words.lesson.check.notSent : words.lesson.check.problems[error]}
            </FieldError>
          </div>
        )}
      </fieldset>
      <div role="status">
        {answered ? <CheckFeedback check={check} /> : null}
        {waits ? <p className="Waits">{words.lesson.check.notSent}</p> : null}
        {check.state === "wrong" ? <p className="Muted Returns">{words.refresher.feedback.returns}</p> : null}
      </div>
      {answered ? <WayOn step={step} link={next} /> : waits ? null : <Submit check={check} again={step.again} />}
    </Form>
  );
}

/** The answer to this question that did not get through; it is sent again as soon as that works. */
function useWaitingAnswer(attempt: string, { check }: QuestionStep): WaitingAnswer | null {
  const path = useLocation().pathname;
  const submit = useSubmit();
  const idle = useNavigation().state === "idle";
  const isIdle = useRef(idle);
  isIdle.current = idle;
  const again = useCallback(
    (post: KeptPost) => {
      if (!isIdle.current) return;
      const form = new FormData();
      for (const [name, value] of post.fields) form.append(name, value);
      submit(form, { method: "post", action: path });
    },
    [path, submit],
  );
  useSendingAgain(path, attempt, again);
  const { waiting } = usePosts();
  if (check.response !== null) return null;
  const subject = `check:${check.question.id}`;
  const post = waiting.find((one) => one.path === path && one.subject === subject && one.failed);
  return post && !isStale(post, path, attempt) ? answerIn(post, check.question) : null;
}

function Note(props: { step: QuestionStep }) {
  const { again, changedOn, check } = props.step;
  const words = useWords();
  const format = useFormat();
  const how = {
    one: null,
    many: words.lesson.check.chooseMany,
    order: words.lesson.check.putInOrder,
    text: null,
  }[check.question.kind];
  if (!again && changedOn === null && how === null) return null;
  return (
    <small>
      <span className="Row" data-gap="3">
        {again ? <Status status="due">{words.refresher.question.again}</Status> : null}
        {changedOn === null ? null : (
          <Status status="changed">{words.refresher.question.changed(format.dayAndMonth(changedOn))}</Status>
        )}
        {how}
      </span>
    </small>
  );
}

function Submit(props: { check: QuestionStep["check"]; again: boolean }) {
  const words = useWords();
  const busy = useNavigation().state === "submitting";
  return (
    <>
      <div className="Submit">
        <Button kind="primary" size="large" name={answerFields.intent} value="answer" busy={busy}>
          {words.lesson.check.submit}
        </Button>
        <Button kind="quiet" name={answerFields.intent} value="dont-know">
          {words.lesson.check.dontKnow}
        </Button>
      </div>
      <p className="Muted Small Keys">
        {props.check.question.kind === "one" ? (
          <span className="FinePointer">
            {words.refresher.question.keys} <kbd>Enter</kbd>.{" "}
          </span>
        ) : null}
        {words.refresher.question.honest(words.lesson.check.dontKnow, props.again)}
      </p>
    </>
  );
}

function WayOn(props: { step: QuestionStep; link: RefObject<HTMLAnchorElement> }) {
  const { link, step } = props;
  const words = useWords().refresher.feedback;
  if (step.nextHref === null) return null;
  return (
    <div className="Submit">
      <LinkButton kind="primary" size="large" to={step.nextHref} ref={link}>
        {step.last ? words.finish : words.next} <Icon name="right" />
      </LinkButton>
    </div>
  );
}
