import { Link } from "@remix-run/react";
import { Section } from "#app/ui/page";
import { usePlacesWords } from "#app/words/areas/places";
import { useFormat } from "#app/words/context";
import { IntentForm, TextAreaField } from "../fields";
import type { SentForm } from "../form-reader";
import { Foldout } from "../parts";
import { holidayLines } from "./holiday-lines";
import { type SiteView, sitePath } from "./places-view";

/** The holidays of a year: read as a list, written as lines. */
export function Holidays({ view, sent }: { view: SiteView; sent: SentForm | null }) {
  const words = usePlacesWords();
  const format = useFormat();
  const { year } = view;
  // Whoever was told of what is there now has seen it.
  const changed = sent?.problems.find(({ code }) => code === "days-changed");
  return (
    <Section id="holidays" title={`${words.holidays} ${year}`} note={words.holidaysNote(view.holidays.length)}>
      <nav aria-label={words.years} className="YearChoice">
        <ul>
          {[year - 1, year, year + 1].map((each) => (
            <li key={each}>
              <Link
                to={`${sitePath(view.id)}?year=${each}`}
                aria-current={each === year ? "page" : undefined}
                preventScrollReset
              >
                {each}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {view.holidays.length === 0 ? (
        <p className="Muted">{words.noHolidays(year)}</p>
      ) : (
        <ul className="HolidayList">
          {view.holidays.map(({ on, name }) => (
            <li key={on}>
              <time dateTime={on}>{format.longDate(on)}</time>
              <span>{name}</span>
            </li>
          ))}
        </ul>
      )}
      {view.canChange && view.closedOn === null ? (
        // Another year begins with its own lines.
        <div key={`${year} ${holidayLines(view.holidays)}`}>
          <Foldout title={words.editHolidays} open={sent?.intent === "holidays"}>
            <IntentForm intent="holidays" sent={sent} submit={words.saveHolidays}>
              <input type="hidden" name="year" value={year} />
              <input type="hidden" name="seen" value={changed?.detail ?? holidayLines(view.holidays)} />
              <TextAreaField
                name="days"
                label={words.days}
                hint={words.daysHint(year)}
                value={holidayLines(view.holidays)}
                optional
              />
            </IntentForm>
          </Foldout>
          {view.hasLastYear ? (
            <Foldout title={words.copyHolidays(year - 1)}>
              <IntentForm intent="copy-holidays" sent={sent} submit={words.copyHolidays(year - 1)}>
                <input type="hidden" name="year" value={year} />
                <p>{words.copyText}</p>
              </IntentForm>
            </Foldout>
          ) : null}
        </div>
      ) : null}
    </Section>
  );
}
