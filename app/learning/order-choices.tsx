import { useState } from "react";
import { CompiledHtml } from "#app/ui/html";
import { Status } from "#app/ui/status";
import { useWords } from "#app/words/context";
import { placeField } from "./read-answer";
import type { QuestionView } from "./refresher-view";

/**
 * Choices to put in order: each has its place in a list of numbers, which needs no script. With script two choices
 * trade places, so that no place is ever taken twice.
 */
export function OrderChoices(props: { question: QuestionView }) {
  const { choices } = props.question;
  const words = useWords().refresher.question;
  const [places, setPlaces] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(choices.map((choice, place) => [choice.id, place + 1])),
  );
  const move = (id: string, place: number) => {
    setPlaces((before) => {
      const other = Object.keys(before).find((key) => before[key] === place);
      const from = before[id];
      return other && from ? { ...before, [other]: from, [id]: place } : before;
    });
  };
  return (
    <ol className="Order">
      {choices.map((choice, index) => (
        <li key={choice.id} className="Choice">
          <select
            className="Input"
            data-size="dense"
            name={placeField(choice.id)}
            aria-label={words.place(index + 1)}
            value={places[choice.id]}
            onChange={(event) => move(choice.id, Number(event.currentTarget.value))}
          >
            {choices.map((other, place) => (
              <option key={other.id} value={place + 1}>
                {place + 1}
              </option>
            ))}
          </select>
          <CompiledHtml html={choice.html} />
        </li>
      ))}
    </ol>
  );
}

/** The same after the answer: in the order given, each marked right or with its right place. */
export function OrderOutcome(props: { question: QuestionView }) {
  const { choices, outcome } = props.question;
  const words = useWords().refresher.feedback;
  if (!outcome) return null;
  const given = outcome.answer.length === 0 ? outcome.rightOrder : outcome.answer;
  return (
    <ol className="Order">
      {given.map((id, place) => {
        const right = outcome.rightOrder.indexOf(id);
        const choice = choices.find((candidate) => candidate.id === id);
        if (!choice) return null;
        const inPlace = right === place;
        return (
          <li
            key={id}
            className="Choice"
            data-mark={inPlace ? "right" : "wrong"}
            data-status={inPlace ? "current" : "overdue"}
          >
            <span>{place + 1}</span>
            <CompiledHtml html={choice.html} />
            <Status status={inPlace ? "current" : "overdue"} shape={inPlace ? "current" : "wrong"}>
              {inPlace ? words.markRight : words.rightPlace(right + 1)}
            </Status>
          </li>
        );
      })}
    </ol>
  );
}
