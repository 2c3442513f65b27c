import { Section } from "#app/ui/page";
import { Disclosure } from "#app/ui/panels";
import { LoadWheel } from "#app/ui/year-wheel";
import { useFormat, useWords } from "#app/words/context";
import type { AheadMonth } from "./overview-view";
import { monthIndex } from "./trend-scale";

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** The coming year's refreshers round the wheel of the year, and the same numbers as a list. */
export function LoadYear({ ahead, today }: { ahead: readonly AheadMonth[]; today: string }) {
  const says = useWords().overview.load;
  const format = useFormat();
  const load = (month: number) => ahead.find((each) => monthIndex(each.month) === month)?.due ?? 0;
  const total = ahead.reduce((sum, each) => sum + each.due, 0);
  const told = ahead.map((each) => says.month(format.month(monthIndex(each.month)), format.number(each.due)));
  return (
    <Section id="load" title={says.title} note={says.note} kind="LoadYear">
      <LoadWheel
        months={monthNumbers.map((month) => format.month(month))}
        loads={monthNumbers.map(load)}
        currentMonth={monthIndex(today)}
        format={format.number}
        label={says.label(told.join(", "))}
        big={format.number(total)}
        small={says.total}
      />
      <Disclosure summary={says.asList}>
        <ol className="Muted MonthList">
          {told.map((month) => (
            <li key={month}>{month}</li>
          ))}
        </ol>
      </Disclosure>
    </Section>
  );
}
