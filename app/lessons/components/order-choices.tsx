import { useEffect, useRef, useState } from "react";
import { IconButton } from "#app/ui/icon-button";
import { Status } from "#app/ui/status";
import { useWords } from "#app/words/context";
import type { PublicQuestion } from "../question";
import { answerFields } from "../read-response";
import type { CheckState } from "../reader";
import { CompiledPhrase } from "./compiled";

/**
 * Choices to put in order. Each row has its place in a list of numbers, which needs no script; with script the rows
 * follow, and two buttons move a row one step.
 */
export function OrderChoices(props: { question: PublicQuestion; id: string }) {
  const { question, id } = props;
  const words = useWords().lesson.check;
  const [order, setOrder] = useState(() => question.choices.map((choice) => choice.id));
  const [scripted, setScripted] = useState(false);
  const [said, setSaid] = useState("");
  const focus = useRef<string | null>(null);
  useEffect(() => setScripted(true), []);
  // A row that moves takes its focus along; the browser would drop it.
  useEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });

  const move = (choice: string, to: number, control: string) => {
    if (to < 0 || to >= order.length) return;
    const rest = order.filter((other) => other !== choice);
    setOrder([...rest.slice(0, to), choice, ...rest.slice(to)]);
    setSaid(words.moved(to + 1));
    focus.current = control;
  };

  return (
    <>
      <ol className="Order">
        {order.map((choiceId, index) => {
          const html = question.choices.find((choice) => choice.id === choiceId)?.html ?? "";
          const control = (name: string) => `${id}.${choiceId}.${name}`;
          return (
            <li key={choiceId} className="Choice">
              <select
                className="Input"
                data-size="dense"
                id={control("place")}
                name={answerFields.place(choiceId)}
                aria-label={words.place(index + 1)}
                value={index + 1}
                onChange={(event) => move(choiceId, Number(event.currentTarget.value) - 1, control("place"))}
              >
                {order.map((other, place) => (
                  <option key={other} value={place + 1}>
                    {place + 1}
                  </option>
                ))}
              </select>
              <CompiledPhrase html={html} />
              {scripted ? (
                <span className="Moves">
                  <IconButton
                    icon="up"
                    size="dense"
                    id={control("up")}
                    label={words.moveUp}
                    aria-disabled={index === 0 || undefined}
                    onClick={() => move(choiceId, index - 1, control("up"))}
                  />
                  <IconButton
                    icon="down"
                    size="dense"
                    id={control("down")}
                    label={words.moveDown}
                    aria-disabled={index === order.length - 1 || undefined}
                    onClick={() => move(choiceId, index + 1, control("down"))}
                  />
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <span className="VisuallyHidden" role="status">
        {said}
      </span>
    </>
  );
}

/** The rows as they were put, of an answer that is not taken yet. */
export function OrderGiven(props: { question: PublicQuestion; order: readonly string[] }) {
  return (
    <ol className="Order">
      {props.order.map((choiceId, place) => (
        <li key={choiceId} className="Choice">
          <span>{place + 1}</span>
          <CompiledPhrase html={props.question.choices.find((choice) => choice.id === choiceId)?.html ?? ""} />
        </li>
      ))}
    </ol>
  );
}

/** The rows as they were answered, each marked right or with its right place. */
export function OrderOutcome(props: { check: CheckState }) {
  const { question, response, rightOrder } = props.check;
  const words = useWords().lesson.check;
  const given = response?.type === "choices" ? response.choices : null;
  return (
    <ol className="Order">
      {(given ?? rightOrder).map((choiceId, place) => {
        const html = question.choices.find((choice) => choice.id === choiceId)?.html ?? "";
        const right = rightOrder.indexOf(choiceId);
        const status = right === place ? "current" : "overdue";
        const mark = given === null ? "missed" : right === place ? "right" : "wrong";
        return (
          <li key={choiceId} className="Choice" data-mark={mark} data-status={status}>
            <span>{place + 1}</span>
            <CompiledPhrase html={html} />
            {given === null ? null : (
              <Status status={status} shape={right === place ? "current" : "wrong"}>
                {right === place ? words.marks.right : words.rightPlace(right + 1)}
              </Status>
            )}
          </li>
        );
      })}
    </ol>
  );
}
