import { Link } from "@remix-run/react";
import { useRef } from "react";
import { civilDate, daysBetween } from "#app/domain/calendar";
import { LinkButton } from "#app/ui/button";
import { CompiledHtml } from "#app/ui/html";
import { Ladder, Review, type Rung } from "#app/ui/ladder";
import { Row, Stack } from "#app/ui/page";
import { Status } from "#app/ui/status";
import { YearWheel } from "#app/ui/year-wheel";
import { useFormat, useWords } from "#app/words/context";
import type { RefresherView, ResultStep } from "./refresher-view";
import { useStepFocus } from "./use-step-focus";

const monthLength = 365.25 / 12;

/** Whole months between two civil dates, to the nearest. */
function monthsBetween(from: string, to: string): number {
  return Math.round(daysBetween(civilDate(from), civilDate(to)) / monthLength);
}

/** How it went, when it comes back and why, and the times before. */
export function RefresherResult(props: { view: RefresherView; step: ResultStep }) {
  const { step, view } = props;
  const { today } = view;
  const words = useWords();
  const result = words.refresher.result;
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useStepFocus(heading, "result");
  const due = step.dueOn;
  // a day less than a year away needs no year to be understood
  const dueDay =
    due === null
      ? null
      : format.dayAndMonth(due, daysBetween(civilDate(today), civilDate(due)) < 330 ? undefined : today);
  return (
    <Stack gap={6}>
      <div className="Result">
        <div className="Opening">
          {step.valid ? (
            <p>
              <Status status="current">
                {step.validUntil === null
                  ? result.validForever
                  : result.validUntil(format.dayAndMonth(step.validUntil, today))}
              </Status>
            </p>
          ) : null}
          <h1 ref={heading} tabIndex={-1}>
            {result.title(step.right, step.of, dueDay)}
          </h1>
          <p className="Lead">{step.reason}</p>
        </div>
        {due === null ? null : <NextWheel today={today} due={due} />}
      </div>
      {due === null && step.earlier.length === 0 ? null : (
        <section aria-labelledby="ladder">
          <h2 id="ladder" className="Eyebrow">
            {result.ladder}
          </h2>
          <Ladder rungs={rungs()} />
        </section>
      )}
      <section aria-labelledby="review">
        <header className="RuledHead">
          <h2 id="review">{result.review}</h2>
          <span className="Muted Small">{result.reviewNote}</span>
        </header>
        <Review
          items={step.review.map((item) => ({
            id: item.id,
            title: <CompiledHtml html={item.titleHtml} />,
            mark: (
              <Status status={item.right ? "current" : "overdue"} shape={item.right ? "current" : "wrong"}>
                {item.right ? words.status.right : words.status.wrong}
              </Status>
            ),
            note: item.right ? null : (
              <>
                {item.noteHtml ? <CompiledHtml html={item.noteHtml} /> : null}
                {item.readHref ? <Link to={item.readHref}>{result.readPassage}</Link> : null}
              </>
            ),
          }))}
        />
      </section>
      <Row>
        <LinkButton kind="primary" size="large" to={view.homeHref}>
          {result.home}
        </LinkButton>
      </Row>
    </Stack>
  );

  function rungs(): Rung[] {
    const shown = step.earlier.slice(-4);
    const past = shown.map((rung, place): Rung => {
      return {
        id: rung.on + String(place),
        when: format.shortDate(rung.on, today),
        note: rung.score ? result.score(rung.score.right, rung.score.of) : null,
        months: monthsBetween(rung.on, shown[place + 1]?.on ?? step.on),
        state: "past",
      };
    });
    const now: Rung = {
      id: "now",
      when: <b>{step.on === today ? result.today : format.shortDate(step.on, today)}</b>,
      note: result.score(step.right, step.of),
      months: due === null ? 1 : monthsBetween(step.on, due),
      state: "now",
    };
    const next: Rung[] =
      due === null
        ? []
        : [{ id: "next", when: format.shortDate(due, today), note: result.next, months: 1, state: "next" }];
    return [...past, now, ...next];
  }
}

/** The time from today to the next refresher, on the year. */
function NextWheel(props: { today: string; due: string }) {
  const { due, today } = props;
  const words = useWords().refresher.result;
  const format = useFormat();
  const months = monthsBetween(today, due);
  return (
    <YearWheel
      months={Array.from({ length: 12 }, (_, month) => format.month(month + 1))}
      label={words.wheel(format.dayAndMonth(today), format.dayAndMonth(due, today))}
      big={months >= 2 ? words.months(months) : words.days(daysBetween(civilDate(today), civilDate(due)))}
      small={words.until}
      today={today}
      todayLabel={format.shortDate(today)}
      rings={[{ number: 1, status: "current", from: null, due }]}
      numbered={false}
      solidAhead
    />
  );
}
