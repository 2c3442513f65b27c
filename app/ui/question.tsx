import { type ReactNode, type RefObject, useId } from "react";
import { FieldError } from "./field";
import { Status } from "./status";

/** How a question stands: nothing said, something chosen, or answered. */
export type QuestionState = "unanswered" | "chosen" | "right" | "wrong";
/** A choice after the answer: chosen and right, chosen and wrong, right and not chosen. */
export type ChoiceMark = "right" | "wrong" | "missed";

/**
 * A question: its prompt as the legend of what is chosen from. Stands inside a form of class `KnowledgeCheck`. Once
 * `locked` it can be read but no longer answered.
 */
export function Question(props: {
  note?: ReactNode;
  prompt: ReactNode;
  locked?: boolean;
  error?: ReactNode;
  legendRef?: RefObject<HTMLLegendElement>;
  children: ReactNode;
}) {
  const errorId = useId();
  return (
    <fieldset data-locked={props.locked ? "" : undefined} aria-describedby={props.error ? errorId : undefined}>
      <legend tabIndex={-1} ref={props.legendRef}>
        {props.note ? <small>{props.note}</small> : null}
        {props.prompt}
      </legend>
      {props.children}
      {props.error ? (
        <div className="Field" role="alert">
          <FieldError id={errorId}>{props.error}</FieldError>
        </div>
      ) : null}
    </fieldset>
  );
}

const statusOf = { right: "current", missed: "current", wrong: "overdue" } as const;
const shapeOf = { right: "current", missed: "current", wrong: "wrong" } as const;

/**
 * One choice. Before the answer it is a plain control of its form; after it, `mark` draws how it went, with `markLabel`
 * beside. A choice of a locked question that has no mark is out of reach.
 */
export function Choice(props: {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  checked?: boolean;
  locked?: boolean;
  mark?: ChoiceMark | undefined;
  markLabel?: ReactNode;
  onChoose?: (() => void) | undefined;
  children: ReactNode;
}) {
  const { locked, mark } = props;
  const id = useId();
  // why: React 18 knows no `inert` property; an empty attribute turns it on
  const untouched = locked && !mark ? { inert: "" } : {};
  return (
    <label
      className="Choice"
      htmlFor={id}
      data-mark={mark}
      data-status={mark ? statusOf[mark] : undefined}
      {...untouched}
    >
      {locked ? (
        <input id={id} type={props.type} checked={props.checked ?? false} readOnly aria-disabled="true" />
      ) : (
        <input
          id={id}
          type={props.type}
          name={props.name}
          value={props.value}
          defaultChecked={props.checked}
          onChange={props.onChoose}
        />
      )}
      {props.children}
      {mark ? (
        <Status status={statusOf[mark]} shape={shapeOf[mark]}>
          {props.markLabel}
        </Status>
      ) : null}
    </label>
  );
}

/** What there is to say after an answer. Put it into an element with `role="status"` that was there before it. */
export function Feedback(props: { right: boolean; title: ReactNode; children?: ReactNode }) {
  return (
    <div className="Feedback" data-status={props.right ? "current" : "overdue"}>
      <b>{props.title}</b>
      {props.children}
    </div>
  );
}
