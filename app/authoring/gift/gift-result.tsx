import { Section } from "#app/ui/page";
import { useGiftWords } from "#app/words/areas/gift";
import type { GiftTried } from "./gift-view";

/** What became of each question, and what is left out and why. */
export function GiftResult({ result }: { result: GiftTried["result"] }) {
  const says = useGiftWords();
  return (
    <>
      {result.left.length > 0 ? (
        <Section id="left" title={says.leftTitle(result.left.length)}>
          <ul className="Lines GiftList">
            {result.left.map((one) => (
              <li key={`${one.line}-${one.reason}`}>
                <span className="Muted">{says.line(one.line, one.column)}</span>
                <b>{says.reasons[one.reason]}</b>
                <code>{one.said}</code>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {result.carried.length > 0 ? (
        <Section id="carried" title={says.carriedTitle(result.carried.length)}>
          <ul className="Lines GiftList">
            {result.carried.map((one) => (
              <li key={one.id}>
                <span className="Muted">{says.line(one.line, null)}</span>
                <b>{one.said}</b>
                <span>
                  {says.kinds[one.kind](one.choices)} · <code>{one.id}</code>
                </span>
                {one.notes.map((note) => (
                  <span key={note}>{says.notes[note]}</span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
