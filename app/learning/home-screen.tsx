import { Link } from "@remix-run/react";
import { Agenda, NextAction } from "#app/ui/agenda";
import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Legend } from "#app/ui/legend";
import { Page, Section, Split } from "#app/ui/page";
import { Disclosure } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { YearWheel } from "#app/ui/year-wheel";
import { useFormat, useWords } from "#app/words/context";
import { capitalised } from "#app/words/numerals";
import { arrangeHome, type HomeArrangement, isLate, type NumberedItem } from "./home-arrangement";
import { HomeEmpty } from "./home-empty";
import { OwnEvidence } from "./home-evidence";
import { homeSentence } from "./home-phrases";
import { ComingRow, CurrentRow, Paused, SessionLink, TodoRow } from "./home-rows";
import type { HomeView } from "./home-view";

/** "My training": what to do and why, the year as a wheel, and everything that is held or on its way. */
export function HomeScreen(props: { view: HomeView }) {
  const { view } = props;
  const words = useWords().home;
  const format = useFormat();
  const lists = arrangeHome(view);
  return (
    <Page wheel>
      <Split columns="wheel">
        <section className="Greeting" aria-labelledby="greeting">
          <p className="Eyebrow">
            <time dateTime={view.today}>{capitalised(format.longDate(view.today))}</time>
            {view.person.department === "" ? null : ` · ${view.person.department}`}
          </p>
          <h1 id="greeting">{homeSentence(words, view, lists)}</h1>
          {lists.next && !lists.firstDay ? (
            <Next item={lists.next} today={view.today} />
          ) : (
            <HomeEmpty view={view} lists={lists} />
          )}
        </section>
        {lists.rings.length > 0 ? <Wheel view={view} lists={lists} /> : null}
      </Split>
      {lists.listed > 0 ? (
        <Split columns="even">
          <div>
            {lists.also.length > 0 ? (
              <Section id="also" title={words.also.title} note={words.also.note}>
                <Agenda>
                  {lists.also.map((item) => (
                    <TodoRow key={item.moduleId} item={item} today={view.today} />
                  ))}
                </Agenda>
              </Section>
            ) : null}
            {lists.firstDay ? null : (
              <Section id="coming" title={words.coming.title} note={words.coming.note}>
                {lists.coming.length === 0 ? <p className="Nothing">{words.coming.none}</p> : null}
                <Agenda>
                  {lists.coming.map((item) => (
                    <ComingRow key={item.moduleId} item={item} today={view.today} />
                  ))}
                </Agenda>
              </Section>
            )}
          </div>
          <div>
            <Section id="current" title={words.current.title}>
              {lists.current.length === 0 ? <p className="Nothing">{words.current.none}</p> : null}
              <Agenda>
                {lists.current.map((item) => (
                  <CurrentRow key={item.moduleId} item={item} today={view.today} />
                ))}
              </Agenda>
            </Section>
            <Paused lists={lists} />
            <Counted />
          </div>
        </Split>
      ) : lists.paused.length > 0 ? (
        <Split columns="even">
          <div>
            <Paused lists={lists} />
            <Counted />
          </div>
        </Split>
      ) : null}
      <OwnEvidence view={view} />
    </Page>
  );
}

function Next(props: { item: NumberedItem; today: string }) {
  const { item, today } = props;
  const words = useWords();
  const format = useFormat();
  const late = isLate(item, today);
  const status = late ? "overdue" : item.status;
  const day = item.dueOn === null ? null : format.longDate(item.dueOn);
  const start = item.task === "refresher" ? words.home.next.startRefresher : words.home.next.startModule;
  return (
    <NextAction
      row={item.onWheel ? item.number : undefined}
      repeat={item.task === "refresher"}
      status={<Status status={status}>{words.status[status]}</Status>}
      due={day === null ? null : late ? words.home.next.wasDue(day) : words.home.next.by(day)}
      title={item.title}
      why={item.change ? `${item.reason} ${item.change.note}` : item.reason}
    >
      <LinkButton kind="primary" size="large" to={item.href}>
        {item.begun ? words.home.next.resume : start} <Icon name="right" />
      </LinkButton>
      <span className="Muted">
        {[
          words.home.next.minutes(item.minutes),
          ...(item.questions === null ? [] : [words.home.next.questions(item.questions)]),
        ].join(" · ")}
      </span>
      {item.change?.href ? <Link to={item.change.href}>{words.home.next.seeChange}</Link> : null}
      <SessionLink item={item} />
    </NextAction>
  );
}

function Wheel(props: { view: HomeView; lists: HomeArrangement }) {
  const { lists, view } = props;
  const words = useWords().home.wheel;
  const format = useFormat();
  const months = Array.from({ length: 12 }, (_, month) => format.month(month + 1));
  return (
    <section aria-labelledby="wheel">
      <h2 id="wheel" className="VisuallyHidden">
        {words.title}
      </h2>
      <YearWheel
        months={months}
        label={words.label(lists.rings.length, lists.listed)}
        big={words.count(lists.valid, lists.required)}
        small={words.counts}
        today={view.today}
        todayLabel={format.shortDate(view.today)}
        rings={lists.rings.map((item) => ({
          number: item.number,
          status: isLate(item, view.today) ? "overdue" : item.status,
          from: item.completedOn,
          due: item.dueOn ?? view.today,
        }))}
      />
      <div className="WheelNotes">
        <Legend
          align="center"
          items={[
            { mark: "past", label: words.past },
            { mark: "ahead", label: words.ahead },
            { mark: "today", label: words.today },
          ]}
        />
        {lists.rings.length < lists.listed ? <p className="Muted Small">{words.nearest(lists.rings.length)}</p> : null}
      </div>
    </section>
  );
}

function Counted() {
  const words = useWords().home.counted;
  return (
    <Disclosure summary={words.summary}>
      <div className="Stack Counted" data-gap="2">
        {words.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Disclosure>
  );
}
