import { fewestAnswers } from "#app/domain/item-analysis";
import { Disclosure } from "#app/ui/panels";
import { useInsightWords } from "#app/words/areas/insights";

/** What each figure means, and its formula. */
export function HowItIsCounted() {
  const words = useInsightWords().formula;
  return (
    <Disclosure summary={words.summary}>
      <dl className="Formula">
        {words.points(fewestAnswers).map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="Muted">{words.formula}</p>
    </Disclosure>
  );
}
