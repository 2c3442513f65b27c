import { QrPicture } from "#app/ui/qr-code";
import { slipsWords } from "#app/words/areas/slips";
import { formatsFor } from "#app/words/format";
import type { SlipSheet, SlipView } from "./slip-view";

/** One slip, in its person's language, to be cut out and handed over. */
export function Slip(props: {
  sheet: SlipSheet;
  slip: SlipView;
  /** The code that was just made for them, and the last day on which it works. */
  code: { readonly text: string; readonly until: string } | null;
}) {
  const { code, sheet, slip } = props;
  const words = slipsWords[slip.language].slip;
  const format = formatsFor(slip.language);
  const steps = words.how[code === null ? slip.access : "code"](sheet.address);
  return (
    <article className="Slip" lang={slip.language} aria-labelledby={`slip-${slip.personId}`}>
      <header>
        <h2 id={`slip-${slip.personId}`}>{slip.name}</h2>
        <p>{slip.department}</p>
      </header>
      <div className="SlipKeys">
        <dl>
          <div>
            <dt>{words.number}</dt>
            <dd>{slip.number}</dd>
          </div>
          {code === null ? null : (
            <div>
              <dt>{words.code}</dt>
              <dd className="SlipCode">{code.text}</dd>
              <dd>{words.codeUntil(format.dayAndMonth(code.until, sheet.today))}</dd>
            </div>
          )}
        </dl>
        <QrPicture code={sheet.qr} label={words.qr} />
      </div>
      <div className="SlipHow">
        <h3>{words.howTitle}</h3>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <div className="SlipDue">
        <h3>{words.dueTitle}</h3>
        <Due slip={slip} />
      </div>
      <footer>{words.printed(sheet.company, format.date(sheet.today))}</footer>
    </article>
  );
}

function Due({ slip }: { slip: SlipView }) {
  const words = slipsWords[slip.language].slip;
  if (slip.due === null) return <p>{words.notShown}</p>;
  if (slip.due.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <ul>
        {slip.due.map((item) => (
          <li key={item.moduleId}>
            <b>{item.title}</b>
            <span>{item.status}</span>
            <small>{item.why}</small>
          </li>
        ))}
      </ul>
      {slip.more > 0 ? <p>{words.more(slip.more)}</p> : null}
    </>
  );
}
