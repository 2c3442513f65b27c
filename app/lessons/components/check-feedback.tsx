import { CompiledHtml } from "#app/ui/html";
import { useWords } from "#app/words/context";
import type { CheckState } from "../reader";
import { CompiledPhrase } from "./compiled";

/** What there is to say after an answer: whether it was right, and why. */
export function CheckFeedback(props: { check: CheckState }) {
  const { check } = props;
  const words = useWords().lesson.check;
  const right = check.state === "right";
  const title = right ? words.right : check.response?.type === "dont-know" ? words.notKnown : words.wrong;
  return (
    <div className="Feedback" data-status={right ? "current" : "overdue"}>
      <b>{title}</b>
      {check.accepted.length === 0 ? null : (
        <p>
          {words.accepted} {check.accepted.join(" / ")}
        </p>
      )}
      {check.choiceFeedback.map(({ choice, html }) => (
        <div key={`${choice} ${html}`} className="Because">
          {choice === null ? null : (
            <p className="Which">
              <CompiledPhrase html={choice} />
            </p>
          )}
          <CompiledHtml html={html} />
        </div>
      ))}
      {check.feedbackHtml === null ? null : <CompiledHtml html={check.feedbackHtml} />}
    </div>
  );
}
