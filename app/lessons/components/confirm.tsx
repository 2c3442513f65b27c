import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { FieldError } from "#app/ui/field";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { answerFields } from "../read-response";
import { type LessonReader, useReading } from "../reader";
import { Slot } from "../slots";

interface ConfirmProps {
  id: string;
  children?: ReactNode;
}

/** A statement to confirm: kept word for word with the day it was confirmed. */
export function Confirm(props: ConfirmProps) {
  const stateOf = (reader: LessonReader) => reader.confirmations.find((one) => one.id === props.id) ?? null;
  return <Slot component={ConfirmForm} props={props} reads={stateOf} />;
}

function ConfirmForm(props: ConfirmProps) {
  const { reader, onConfirm } = useReading();
  const words = useWords().lesson.confirm;
  const format = useFormat();
  const state = reader.confirmations.find((one) => one.id === props.id);
  const done = state?.on ?? null;
  const outcome = useFocusAfter(done !== null);
  const submit = (event: FormEvent) => {
    if (!onConfirm) return;
    event.preventDefault();
    if (!state?.pending) onConfirm(props.id);
  };
  return (
    <form className="Confirm" id={`confirm.${props.id}`} method="post" onSubmit={submit}>
      <input type="hidden" name="confirmation" value={props.id} />
      <input type="hidden" name={answerFields.attempt} value={reader.attempt ?? ""} />
      <div className="Statement">{props.children}</div>
      <div role="status" tabIndex={-1} ref={outcome}>
        {done === null ? null : <Status status="current">{words.done(format.date(done))}</Status>}
      </div>
      {state?.error ? (
        <div className="Field" role="alert">
          <FieldError>{words.notSent}</FieldError>
        </div>
      ) : null}
      {done === null && reader.attempt !== null ? (
        <div className="Submit">
          <Button kind="primary" name={answerFields.intent} value="confirm" busy={state?.pending}>
            {words.submit}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

/** Moves the focus to where the outcome is told, when what had it goes away: only after the page was there. */
export function useFocusAfter(done: boolean) {
  const outcome = useRef<HTMLDivElement>(null);
  const before = useRef(done);
  useEffect(() => {
    const place = outcome.current;
    // What was answered earlier may get through only now: whoever has gone on is left where they are.
    const isHere = document.activeElement === document.body || place?.closest("form")?.contains(document.activeElement);
    if (done && !before.current && isHere) place?.focus({ preventScroll: true });
    before.current = done;
  }, [done]);
  return outcome;
}
