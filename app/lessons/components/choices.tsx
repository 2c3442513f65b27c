import { LONGEST_TEXT_ANSWER, type Mark } from "#app/domain/grading";
import { Status } from "#app/ui/status";
import { useWords } from "#app/words/context";
import { answerFields } from "../read-response";
import type { CheckState } from "../reader";
import { CompiledPhrase } from "./compiled";
import { OrderChoices, OrderGiven, OrderOutcome } from "./order-choices";

const statusOf = { right: "current", missed: "current", wrong: "overdue" } as const;
const shapeOf = { right: "current", missed: "current", wrong: "wrong" } as const;

/** What a question is answered with; once it is answered, what was answered, marked and locked. */
export function Choices(props: { check: CheckState; id: string }) {
  const { check, id } = props;
  const { question, response } = check;
  if (question.kind === "text") return <TextAnswer check={check} id={id} />;
  if (question.kind === "order") {
    if (response === null && check.waiting) {
      const given = check.waiting.response;
      const order = given.type === "choices" ? given.choices : question.choices.map((choice) => choice.id);
      return <OrderGiven question={question} order={order} />;
    }
    return response === null ? <OrderChoices question={question} id={id} /> : <OrderOutcome check={check} />;
  }
  return (
    <>
      {question.choices.map((choice) => (
        <Choice key={choice.id} check={check} id={`${id}.${choice.id}`} choice={choice} />
      ))}
    </>
  );
}

function Choice(props: { check: CheckState; id: string; choice: { readonly id: string; readonly html: string } }) {
  const { check, choice, id } = props;
  const words = useWords().lesson.check;
  const type = check.question.kind === "many" ? "checkbox" : "radio";
  const given = check.response ?? check.waiting?.response ?? null;
  const locked = given !== null;
  const chosen = given?.type === "choices" && given.choices.includes(choice.id);
  const mark: Mark | undefined = Object.hasOwn(check.marks, choice.id) ? check.marks[choice.id] : undefined;
  return (
    <label
      className="Choice"
      htmlFor={id}
      data-mark={mark}
      data-status={mark ? statusOf[mark] : undefined}
      // React 18 knows no property of this name; an empty attribute turns it on.
      {...(check.response !== null && !mark ? { inert: "" } : {})}
    >
      {locked ? (
        <input key="locked" id={id} type={type} checked={chosen} readOnly aria-disabled="true" />
      ) : (
        <input
          key="open"
          id={id}
          type={type}
          name={answerFields.answer}
          value={choice.id}
          required={type === "radio"}
        />
      )}
      <CompiledPhrase html={choice.html} />
      {mark ? (
        <Status status={statusOf[mark]} shape={shapeOf[mark]}>
          {words.marks[mark]}
        </Status>
      ) : null}
    </label>
  );
}

function TextAnswer(props: { check: CheckState; id: string }) {
  const { check, id } = props;
  const words = useWords().lesson.check;
  if (check.response !== null) {
    if (check.response.type !== "text") return null;
    const mark = check.state === "right" ? "right" : "wrong";
    return (
      <p className="Choice" data-mark={mark} data-status={statusOf[mark]}>
        <span className="VisuallyHidden">{words.yourAnswer}</span>
        <span>{check.response.text}</span>
        <Status status={statusOf[mark]} shape={shapeOf[mark]}>
          {words.marks[mark]}
        </Status>
      </p>
    );
  }
  if (check.waiting?.response.type === "text") {
    return (
      <p className="Choice">
        <span className="VisuallyHidden">{words.yourAnswer}</span>
        <span>{check.waiting.response.text}</span>
      </p>
    );
  }
  if (check.waiting) return null;
  return (
    <div className="Field">
      <label htmlFor={`${id}.answer`}>{words.yourAnswer}</label>
      <input
        className="Input"
        id={`${id}.answer`}
        name={answerFields.answer}
        maxLength={LONGEST_TEXT_ANSWER}
        autoComplete="off"
        spellCheck="false"
        required
      />
    </div>
  );
}
