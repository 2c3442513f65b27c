import { fewestAnswers, type ItemVerdict, isGoodDifficulty, isGoodDiscrimination } from "#app/domain/item-analysis";
import { Status, type StatusName } from "#app/ui/status";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat, useLanguage } from "#app/words/context";
import { twoDecimals } from "#app/words/two-decimals";
import { DotScale } from "./dot-scale";
import type { MistakeShare, QuestionRow } from "./insights-view";

const shapes: Record<ItemVerdict, StatusName> = {
  "too-few": "planned",
  reversed: "overdue",
  "misleading-choice": "overdue",
  "tells-nobody-apart": "due",
  "too-hard": "due",
  "too-easy": "due",
  unsure: "soon",
  works: "current",
};

/** What is to be said of a question, gravest first. */
export function Verdict({ question }: { question: Pick<QuestionRow, "answers" | "flags" | "verdict"> }) {
  const words = useInsightWords();
  const { answers, flags, verdict } = question;
  if (verdict === "too-few") {
    return (
      <span className="Verdicts">
        <Status status={shapes[verdict]}>{words.verdicts[verdict]}</Status>
        <small className="Muted">{words.questions.few(answers, fewestAnswers)}</small>
      </span>
    );
  }
  return (
    <span className="Verdicts">
      {(flags.length > 0 ? flags : [verdict]).map((one) => (
        <Status key={one} status={shapes[one]}>
          {words.verdicts[one]}
        </Status>
      ))}
    </span>
  );
}

export function Difficulty({ value }: { value: number | null }) {
  const words = useInsightWords().questions;
  const format = useFormat();
  if (value === null) return <>{words.noFigure}</>;
  return (
    <span className="Scaled">
      <DotScale scale="difficulty" value={value} inside={isGoodDifficulty(value)} />
      <span>{format.percent(value)}</span>
    </span>
  );
}

export function Discrimination({ value }: { value: number | null }) {
  const words = useInsightWords().questions;
  const language = useLanguage();
  if (value === null) return <>{words.noFigure}</>;
  return (
    <span className="Scaled">
      <DotScale scale="discrimination" value={value} inside={isGoodDiscrimination(value)} />
      <span>{twoDecimals(value, language)}</span>
    </span>
  );
}

/** A mistake in the words of its choice. */
export function useMistakeText(): (mistake: MistakeShare) => string {
  const words = useInsightWords().mistakes;
  return ({ step, text, type }) => {
    if (type === "put") return words.put(text, step);
    return type === "chosen" || type === "missed" ? words[type](text) : words[type];
  };
}
