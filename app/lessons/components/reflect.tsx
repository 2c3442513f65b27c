import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { FieldError } from "#app/ui/field";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { answerFields, LONGEST_REFLECTION } from "../read-response";
import { type LessonReader, useReading } from "../reader";
import { Slot } from "../slots";

interface ReflectionProps {
  id: string;
  prompt: string;
}

/** A question to think about. What is written is the reader's own, and goes to the trainer only when they say so. */
export function Reflection(props: ReflectionProps) {
  return <Slot component={ReflectionForm} props={props} reads={(reader) => unwritten(reader, props.id)} />;
}

/** What a reflection reads as long as nobody has written anything in it; undefined once it holds their words. */
function unwritten(reader: LessonReader, id: string): unknown {
  const state = reader.reflections.find((one) => one.id === id);
  return state === undefined || (state.text === "" && !state.shared) ? (state ?? null) : undefined;
}

function ReflectionForm(props: ReflectionProps) {
  const { reader, onReflect, onDraft, draftOf } = useReading();
  const words = useWords().lesson.reflect;
  const format = useFormat();
  const state = reader.reflections.find((one) => one.id === props.id);
  const [changed, setChanged] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const isSaved = state !== undefined && state.on !== null && !changed && !state.pending && !state.error;
  const field = `reflect.${props.id}`;
  // Only once the page is there: what the server sent knows nothing of drafts.
  useEffect(() => {
    const draft = draftOf?.(props.id);
    if (!draft || !element.current) return;
    const text = element.current.elements.namedItem("text");
    const share = element.current.elements.namedItem("share");
    if (text instanceof HTMLTextAreaElement) text.value = draft.text;
    if (share instanceof HTMLInputElement) share.checked = draft.share;
    setChanged(true);
  }, [draftOf, props.id]);
  const change = (event: FormEvent<HTMLFormElement>) => {
    setChanged(true);
    const written = new FormData(event.currentTarget);
    onDraft?.(props.id, { text: String(written.get("text") ?? ""), share: written.get("share") !== null });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!onReflect) return;
    event.preventDefault();
    if (state?.pending) return;
    const form = new FormData(event.currentTarget);
    setChanged(false);
    onReflect(props.id, String(form.get("text") ?? ""), form.get("share") !== null);
  };
  return (
    <form className="Reflect" method="post" ref={element} onSubmit={submit} onChange={change}>
      <input type="hidden" name="reflection" value={props.id} />
      <input type="hidden" name={answerFields.attempt} value={reader.attempt ?? ""} />
      <div className="Field">
        <label htmlFor={field}>{props.prompt}</label>
        <textarea
          className="Input"
          id={field}
          name="text"
          rows={4}
          maxLength={LONGEST_REFLECTION}
          aria-describedby={`${field}.privacy`}
          readOnly={reader.attempt === null}
          defaultValue={state?.text ?? ""}
        />
        <span className="Hint" id={`${field}.privacy`}>
          {words.privacy}
        </span>
      </div>
      {reader.attempt === null ? null : (
        <div className="Submit">
          <label className="Check">
            <input type="checkbox" name="share" value="yes" defaultChecked={state?.shared ?? false} />
            <span>{words.share}</span>
          </label>
          <Button name={answerFields.intent} value="reflect" busy={state?.pending}>
            {words.submit}
          </Button>
          <span role="status">
            {isSaved ? <Status status="current">{words.saved(format.date(state.on))}</Status> : null}
          </span>
        </div>
      )}
      {state?.error ? (
        <div className="Field" role="alert">
          <FieldError>{words.notSent}</FieldError>
        </div>
      ) : null}
    </form>
  );
}
