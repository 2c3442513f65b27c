import { Form, Link, useSubmit } from "@remix-run/react";
import { type FormEvent, type MutableRefObject, useEffect, useState } from "react";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { Field, Input, Select, TextArea } from "#app/ui/field";
import { Notice } from "#app/ui/panels";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat } from "#app/words/context";
import { useLanguageName } from "#app/words/language-name";
import type { Hindrance } from "../drafts/publication.server";
import type { PublishView, ReviewView } from "./editor-view";
import type { EffectView } from "./effect-view";
import { ReviewStatus } from "./review-status";
import { partPath } from "./studio-paths";

const noteAtMost = 200;
const changes = ["minor", "major", "critical"] as const;
/** What a draft needs to become a revision, and what happens when it does. */
export function PublishPanel(props: {
  module: string;
  publish: PublishView;
  languages: readonly string[];
  /** Saves what was typed in the editor: what is published has all of it. */
  flush: MutableRefObject<(() => Promise<void>) | null>;
}) {
  const { module, publish, languages, flush } = props;
  const submit = useSubmit();
  const sendAll = async (event: FormEvent<HTMLFormElement>) => {
    const save = flush.current;
    if (!save) return;
    event.preventDefault();
    const { currentTarget, nativeEvent } = event;
    const by = (nativeEvent as SubmitEvent).submitter;
    await save();
    submit(by instanceof HTMLButtonElement ? by : currentTarget);
  };
  const words = useStudioWords();
  const says = words.publish;
  const isFirst = publish.number === 1;
  const [change, setChange] = useState(publish.change);
  const [within, setWithin] = useState(publish.within);
  const [on, setOn] = useState(publish.scheduledOn ?? "");
  const [first = ""] = languages;
  const [hasNote, setHasNote] = useState(isFirst || (publish.note[first] ?? "") !== "");
  return (
    <>
      <Outcome publish={publish} module={module} />
      <Form method="post" className="Publish" aria-label={says.label(publish.number)} onSubmit={sendAll}>
        <section>
          <h2>{says.kind}</h2>
          {isFirst ? (
            <p>{says.first}</p>
          ) : (
            <>
              {changes.map((kind) => (
                <label className="RadioCard" key={kind}>
                  <input
                    type="radio"
                    name="change"
                    value={kind}
                    defaultChecked={publish.change === kind}
                    onChange={() => setChange(kind)}
                  />
                  <span>
                    {says.kinds[kind].name}
                    <small>{says.kinds[kind].text}</small>
                  </span>
                </label>
              ))}
              {change === "minor" ? null : (
                <Field label={says.within}>
                  <Select dense name="within" value={within} onChange={(event) => setWithin(event.target.value)}>
                    {Object.entries(says.periods).map(([period, name]) => (
                      <option key={period} value={period}>
                        {name}
                      </option>
                    ))}
                    {says.periods[publish.within] ? null : <option value={publish.within}>{publish.within}</option>}
                  </Select>
                </Field>
              )}
            </>
          )}
        </section>
        <section>
          <h2>{isFirst ? says.firstNote : says.note}</h2>
          {languages.map((language) => (
            <Note
              key={language}
              language={language}
              isFirst={isFirst}
              text={publish.note[language] ?? ""}
              onTyped={language === first && !isFirst ? (text) => setHasNote(text.trim() !== "") : undefined}
            />
          ))}
        </section>
        <section>
          <h2>{says.approvals}</h2>
          <Reviews reviews={publish.reviews} />
          <p className="Muted Small">{says.needs(publish.approvals.has, publish.approvals.needs)}</p>
          <p>
            <Link to={partPath(module, "review")}>{says.toReview}</Link>
          </p>
        </section>
        <section>
          <h2>{says.what}</h2>
          {isFirst ? <p>{says.firstPeople}</p> : <Effect module={module} change={change} within={within} on={on} />}
          <Field label={says.when}>
            <Input
              dense
              type="date"
              name="on"
              min={publish.today}
              defaultValue={publish.scheduledOn ?? ""}
              onChange={(event) => setOn(event.target.value)}
            />
          </Field>
          <Submit publish={publish} on={on > publish.today ? on : ""} isChosen={change !== null} hasNote={hasNote} />
        </section>
      </Form>
    </>
  );
}

function Outcome({ publish, module }: { publish: PublishView; module: string }) {
  const words = useStudioWords();
  const says = words.publish;
  const format = useFormat();
  const failed = useReasons(publish.failure ?? []);
  const behind = publish.hindrances.find((hindrance) => hindrance.kind === "behind");
  return (
    <>
      {publish.failure ? (
        <Notice icon="alert" status="overdue" title={says.failed}>
          <p>{publish.failure.length === 0 ? says.stale : says.waiting(failed)}</p>
        </Notice>
      ) : null}
      {publish.isScheduled && publish.scheduledOn ? (
        <Notice icon="calendar" title={says.scheduled(format.longDate(publish.scheduledOn))}>
          <Form method="post">
            <Button size="dense" name="intent" value="unschedule">
              {says.unschedule}
            </Button>
          </Form>
        </Notice>
      ) : null}
      {behind ? (
        <Notice icon="branch" status="due" title={says.behind(behind.newest)}>
          <Form method="post" action={`/studio/${module}`}>
            <Button size="dense" name="intent" value="bring-in">
              {says.bringIn(behind.newest)}
            </Button>
          </Form>
        </Notice>
      ) : null}
    </>
  );
}

function Note(props: {
  language: string;
  isFirst: boolean;
  text: string;
  onTyped?: ((text: string) => void) | undefined;
}) {
  const { language, isFirst, text, onTyped } = props;
  const words = useStudioWords();
  const says = words.publish;
  const nameOf = useLanguageName();
  const [typed, setTyped] = useState(text);
  return (
    <Field
      label={isFirst ? says.firstNoteIn(nameOf(language)) : says.noteIn(nameOf(language))}
      hint={`${isFirst ? says.firstNoteHint : says.noteHint} ${says.characters(typed.length, noteAtMost)}`}
    >
      <TextArea
        name={`note.${language}`}
        lang={language}
        rows={3}
        maxLength={noteAtMost}
        defaultValue={text}
        onChange={(event) => {
          setTyped(event.target.value);
          onTyped?.(event.target.value);
        }}
      />
    </Field>
  );
}

function Reviews({ reviews }: { reviews: readonly ReviewView[] }) {
  const says = useStudioWords().publish;
  if (reviews.length === 0) return <p className="Muted">{says.nobodyAsked}</p>;
  return (
    <ul className="Stack" data-gap="3">
      {reviews.map((review) => (
        <li key={review.id} className="Row ReviewLine" data-gap="3" data-wrap="no">
          <Avatar name={review.name} />
          <span>{review.name}</span>
          <span className="Push">
            <ReviewStatus state={review.state} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whom it asks, worked out on the whole company as soon as a kind is chosen. */
function Effect(props: { module: string; change: string | null; within: string; on: string }) {
  const { module, change, within, on } = props;
  const says = useStudioWords().publish;
  const format = useFormat();
  const [effect, setEffect] = useState<EffectView | null>(null);
  useEffect(() => {
    setEffect(null);
    if (change === null || change === "minor") return;
    const gone = new AbortController();
    const search = new URLSearchParams({ change, within, on });
    fetch(`/studio/${module}/effect?${search}`, { signal: gone.signal, headers: { Accept: "application/json" } })
      .then(async (response) => {
        if (response.ok) setEffect((await response.json()) as EffectView);
      })
      .catch(() => undefined);
    return () => gone.abort();
  }, [module, change, within, on]);
  if (change === null) return <p className="Muted">{says.chooseKind}</p>;
  if (change === "minor") return <p>{says.nobody}</p>;
  if (!effect) {
    return (
      <p className="Muted" role="status">
        {says.working}
      </p>
    );
  }
  const hours = effect.minutes < 60 ? says.under(effect.minutes) : says.hours(Math.round(effect.minutes / 60));
  return (
    <div role="status">
      <p className="BigNumber">
        {format.number(effect.asked)} <small>{says.people(effect.asked)}</small>
      </p>
      <p>
        {says.refreshBy(effect.by === null ? null : format.dayAndMonth(effect.by, effect.on), hours)}{" "}
        {says.onLeave(effect.onLeave)} {effect.late > 0 ? says.late(effect.late) : null}
      </p>
      {effect.departments.length > 0 ? (
        <details className="Disclosure">
          <summary>{says.byDepartment}</summary>
          <table className="Table">
            <thead>
              <tr>
                <th scope="col">{says.department}</th>
                <th scope="col" data-num>
                  {says.asked}
                </th>
              </tr>
            </thead>
            <tbody>
              {effect.departments.map((department) => (
                <tr key={department.id}>
                  <th scope="row">{department.name}</th>
                  <td data-num>{format.number(department.asked)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </div>
  );
}

/** What is waited for, in words. */
function useReasons(hindrances: readonly Hindrance[]): string[] {
  const says = useStudioWords().publish.hindrance;
  const nameOf = useLanguageName();
  return hindrances.map((hindrance) => {
    switch (hindrance.kind) {
      case "errors":
        return says.errors(hindrance.n);
      case "approvals":
        return says.approvals(hindrance.needs - hindrance.has);
      case "placeholders":
        return says.placeholders(hindrance.n, hindrance.paths, hindrance.inSettings);
      case "note":
        return says.note(nameOf(hindrance.language));
      case "behind":
        return says.behind(hindrance.newest);
      default:
        return says[hindrance.kind];
    }
  });
}

function Submit(props: { publish: PublishView; on: string; isChosen: boolean; hasNote: boolean }) {
  const { publish, on, isChosen, hasNote } = props;
  const says = useStudioWords().publish;
  // What is chosen here is sent along with the button: only the rest keeps it from being pressed.
  const fixed = publish.hindrances.filter(({ kind }) => kind !== "change" && kind !== "note");
  const open = publish.hindrances.filter(
    ({ kind }) => !(kind === "change" && isChosen) && !(kind === "note" && hasNote),
  );
  const reasons = useReasons(open);
  return (
    <>
      <Button kind="primary" name="intent" value="publish" disabled={fixed.length > 0} aria-describedby="why-not">
        {on === "" ? says.submit(publish.number) : says.submitLater(publish.number)}
      </Button>
      <p id="why-not" className="Muted Small">
        {reasons.length > 0 ? says.waiting(reasons) : null}
      </p>
      <Button size="dense" name="intent" value="plan">
        {says.keep}
      </Button>
    </>
  );
}
