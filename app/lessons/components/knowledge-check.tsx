import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { FieldError } from "#app/ui/field";
import { CompiledHtml } from "#app/ui/html";
import { useWords } from "#app/words/context";
import { type AnswerProblem, answerFields, readResponse } from "../read-response";
import { type CheckState, type LessonReader, useReading } from "../reader";
import { Slot } from "../slots";
import { CheckFeedback } from "./check-feedback";
import { Choices } from "./choices";
import { CompiledPhrase } from "./compiled";
import { useFocusAfter } from "./confirm";

/**
 * A question in a lesson. What it asks comes with the reader and not with the lesson, so that answers are nowhere
 * before they are given and another question of the bank can stand in its place.
 */
export function Check(props: { id: string }) {
  const stateOf = (reader: LessonReader) => {
    const state = reader.checks.find((check) => check.slot === props.id) ?? null;
    return state?.response?.type === "text" ? undefined : state;
  };
  return <Slot component={AskedCheck} props={props} reads={stateOf} />;
}

function AskedCheck(props: { id: string }) {
  const { reader } = useReading();
  const state = reader.checks.find((check) => check.slot === props.id);
  // A question that is not asked of this reader leaves a place and nothing in it.
  if (!state) return <div id={`check.${props.id}`} hidden />;
  return <KnowledgeCheck key={`${reader.attempt} ${state.question.id}`} check={state} />;
}

function KnowledgeCheck(props: { check: CheckState }) {
  const { check } = props;
  const { question, response } = check;
  const { reader, onAnswer } = useReading();
  const words = useWords().lesson.check;
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<AnswerProblem | null>(null);
  // Before the page has its script nothing is known about the form, and the button must work.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const answered = response !== null;
  // Once it was given, an answer stays as it is, also while it waits for the network.
  const waits = check.waiting?.failed === true;
  const locked = answered || Boolean(check.waiting);
  const outcome = useFocusAfter(answered || waits);

  const look = useCallback(() => {
    // Rows always stand in some order; while they move, two of them may say the same place.
    if (form.current)
      setChosen(question.kind === "order" || typeof readResponse(new FormData(form.current), question) === "object");
  }, [question]);
  // A browser that comes back to the page may have kept what was chosen. Once, after the page is there.
  useEffect(look, [look]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!onAnswer) return;
    event.preventDefault();
    if (locked || check.pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const unknown = submitter instanceof HTMLButtonElement && submitter.value === "dont-know";
    const given = unknown
      ? ({ type: "dont-know" } as const)
      : readResponse(new FormData(event.currentTarget), question);
    if (typeof given === "string") {
      setProblem(given);
      return;
    }
    setProblem(null);
    onAnswer(check.slot, question.id, given);
  };

  const id = `check.${check.slot}`;
  const error = problem ?? (locked ? null : (check.error ?? null));
  const hint = { one: words.chooseOne, many: words.chooseMany, order: words.putInOrder, text: words.write }[
    question.kind
  ];
  return (
    <form
      className="KnowledgeCheck"
      id={id}
      method="post"
      data-state={check.state === "unanswered" && chosen && question.kind !== "order" ? "chosen" : check.state}
      ref={form}
      onSubmit={submit}
      onChange={() => {
        setProblem(null);
        look();
      }}
    >
      <input type="hidden" name={answerFields.check} value={question.id} />
      <input type="hidden" name={answerFields.attempt} value={reader.attempt ?? ""} />
      <fieldset
        data-locked={locked ? "" : undefined}
        aria-describedby={error === null ? (locked ? undefined : `${id}.hint`) : `${id}.error`}
      >
        <legend>
          <small>{words.number(check.number, check.of)}</small>
          <CompiledPhrase html={question.promptHtml} />
        </legend>
        {question.detailHtml === undefined ? null : <CompiledHtml className="Detail" html={question.detailHtml} />}
        <Choices check={check} id={id} />
        {error === null ? null : (
          <div className="Field" role="alert">
            <FieldError id={`${id}.error`}>{error === "not-sent" ? words.notSent : words.problems[error]}</FieldError>
          </div>
        )}
      </fieldset>
      <div role="status" tabIndex={-1} ref={outcome}>
        {answered ? <CheckFeedback check={check} /> : waits ? <p className="Waits">{words.notSent}</p> : null}
      </div>
      {answered || waits ? null : (
        <div className="Submit">
          {reader.attempt === null ? null : (
            <>
              <Button
                kind="primary"
                name={answerFields.intent}
                value="answer"
                busy={check.pending}
                disabled={chosen === false}
              >
                {words.submit}
              </Button>
              <Button kind="quiet" name={answerFields.intent} value="dont-know" formNoValidate>
                {words.dontKnow}
              </Button>
            </>
          )}
          {locked ? null : (
            <span id={`${id}.hint`}>{chosen && question.kind !== "order" ? words.changeMind : hint}</span>
          )}
        </div>
      )}
    </form>
  );
}
