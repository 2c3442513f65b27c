import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input, Select, TextArea } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { Table, TableScroll } from "#app/ui/table";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat } from "#app/words/context";
import { useLanguageName } from "#app/words/language-name";
import type { EffectView } from "../studio/effect-view";
import { StudioBar } from "../studio/studio-bar";
import type { SettingsView } from "./read-settings.server";
import type { SettingsOutcome } from "./save-settings.server";
import { periodUnits, pointsAtMost } from "./settings-form";

type Values = Readonly<Record<string, string>>;

/** A module's names, times, pass mark, policy and reasons. */
export function SettingsScreen(props: {
  view: SettingsView;
  zone: string;
  isSaved: boolean;
  outcome: Exclude<SettingsOutcome, { kind: "saved" }> | null;
  typed: Values | null;
}) {
  const { view, zone, isSaved, outcome, typed } = props;
  const words = useStudioWords();
  const says = words.settings;
  const values = typed ?? view.values;
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={view.module} draft={null} live={null} zone={zone} part={says.title} />
      <div className="StudioPart">
        <p>{view.isNew ? says.introNew : says.intro}</p>
        <div role="status">
          {isSaved ? <Notice icon="check" status="current" title={view.isNew ? says.savedNew : says.saved} /> : null}
        </div>
        {outcome?.kind === "refused" ? (
          <Notice icon="alert" status="overdue" title={says.refused} live="alert">
            <ul>
              {outcome.faults.map((fault) => (
                <li key={`${fault.path} ${fault.message}`}>
                  <code>{fault.path}</code>: {fault.message}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Form method="post" className="SettingsForm" key={typed ? "typed" : "read"}>
          <Section id="names" title={says.words}>
            <Names view={view} values={values} />
          </Section>
          <Section id="times" title={says.times}>
            <Times values={values} />
          </Section>
          <Section id="policy" title={says.policy}>
            <Policy view={view} values={values} />
          </Section>
          <Section id="why" title={says.why} note={says.whyHint}>
            {Array.from({ length: view.reasons + 1 }, (_, at) => at).map((at) => (
              <Reason key={at} at={at} view={view} values={values} isOpen={at < view.reasons} />
            ))}
          </Section>
          {outcome?.kind === "tried" ? <Trial effect={outcome.effect} /> : null}
          <p className="Row" data-gap="3">
            <Button kind="primary" name="intent" value="save">
              {says.save}
            </Button>
            {view.isNew ? null : (
              <Button name="intent" value="try">
                {says.try}
              </Button>
            )}
          </p>
        </Form>
      </div>
    </main>
  );
}

function Names({ view, values }: { view: SettingsView; values: Values }) {
  const says = useStudioWords().settings;
  const nameOf = useLanguageName();
  return (
    <>
      {view.languages.map((language, place) => (
        <fieldset key={language} className="SettingsGroup">
          <legend className="VisuallyHidden">{nameOf(language)}</legend>
          <Field label={says.titleIn(nameOf(language))}>
            <Input
              name={`title.${language}`}
              lang={language}
              defaultValue={values[`title.${language}`]}
              maxLength={200}
              required={place === 0}
            />
          </Field>
          <Field label={says.shortIn(nameOf(language))}>
            <Input
              name={`short.${language}`}
              lang={language}
              defaultValue={values[`short.${language}`]}
              maxLength={24}
              required={place === 0}
            />
          </Field>
          <Field label={says.summaryIn(nameOf(language))}>
            <TextArea
              name={`summary.${language}`}
              lang={language}
              rows={2}
              defaultValue={values[`summary.${language}`]}
              maxLength={2000}
              required={place === 0}
            />
          </Field>
        </fieldset>
      ))}
    </>
  );
}

function Times({ values }: { values: Values }) {
  const says = useStudioWords().settings;
  return (
    <div className="SettingsGroup">
      <Field label={says.minutes}>
        <Input type="number" name="minutes" min={1} max={600} required defaultValue={values.minutes} />
      </Field>
      <Field label={says.refresherMinutes}>
        <Input
          type="number"
          name="refresherMinutes"
          min={1}
          max={600}
          required
          defaultValue={values.refresherMinutes}
        />
      </Field>
      <Field label={says.passMark}>
        <Input type="number" name="passMark" min={1} max={100} required defaultValue={values.passMark} />
      </Field>
      <Field label={says.reviewBy}>
        <Input type="date" name="reviewBy" required defaultValue={values.reviewBy} />
      </Field>
    </div>
  );
}

function Policy({ view, values }: { view: SettingsView; values: Values }) {
  const says = useStudioWords().settings;
  return (
    <>
      <div className="SettingsGroup">
        <PeriodField name="due" label={says.due} hint={says.dueHint} values={values} />
        {view.isByCalendar ? null : (
          <PeriodField name="every" label={says.every} hint={says.everyHint} values={values} />
        )}
        <PeriodField name="window" label={says.window} hint={says.windowHint} values={values} />
        <PeriodField name="grace" label={says.grace} hint={says.graceHint} values={values} />
      </div>
      {view.hasMore ? <p className="Muted">{says.advanced}</p> : null}
    </>
  );
}

function PeriodField({ name, label, hint, values }: { name: string; label: string; hint: string; values: Values }) {
  const says = useStudioWords().settings;
  return (
    <div className="PeriodField">
      <Field label={label} hint={hint}>
        <Input
          name={`${name}.number`}
          inputMode="numeric"
          pattern="[0-9]{0,4}"
          defaultValue={values[`${name}.number`]}
          autoComplete="off"
        />
      </Field>
      <Select aria-label={says.unitOf(label)} name={`${name}.unit`} defaultValue={values[`${name}.unit`]}>
        {periodUnits.map((unit) => (
          <option key={unit} value={unit}>
            {says.units[unit]}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Reason(props: { at: number; view: SettingsView; values: Values; isOpen: boolean }) {
  const { at, view, values, isOpen } = props;
  const says = useStudioWords().settings;
  const nameOf = useLanguageName();
  const department = view.departments.find(({ id }) => id === values[`why.${at}.department`]);
  return (
    <details className="Foldout" open={isOpen && values[`why.${at}.department`] === ""}>
      <summary>{department?.name ?? says.whyAdd}</summary>
      <div className="SettingsGroup">
        <Field label={says.whyDepartment}>
          <Select name={`why.${at}.department`} defaultValue={values[`why.${at}.department`] ?? ""}>
            <option value="" />
            {view.departments.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${"\u2003".repeat(depth)}${name}`}
              </option>
            ))}
          </Select>
        </Field>
        {view.languages.map((language) => (
          <input
            key={language}
            type="hidden"
            name={`why.${at}.source.${language}`}
            value={values[`why.${at}.source.${language}`] ?? ""}
          />
        ))}
      </div>
      {Array.from({ length: pointsAtMost }, (_, place) => place).map((place) => (
        <div key={place} className="SettingsGroup">
          {view.languages.map((language) => (
            <div key={language}>
              <Field label={says.whyFigure(nameOf(language))}>
                <Input
                  name={`why.${at}.${place}.figure.${language}`}
                  lang={language}
                  maxLength={24}
                  defaultValue={values[`why.${at}.${place}.figure.${language}`] ?? ""}
                />
              </Field>
              <Field label={says.whyText(nameOf(language))}>
                <Input
                  name={`why.${at}.${place}.text.${language}`}
                  lang={language}
                  maxLength={2000}
                  defaultValue={values[`why.${at}.${place}.text.${language}`] ?? ""}
                />
              </Field>
            </div>
          ))}
        </div>
      ))}
    </details>
  );
}

function Trial({ effect }: { effect: EffectView | null }) {
  const words = useStudioWords();
  const says = words.settings.trial;
  const format = useFormat();
  if (!effect || effect.departments.length === 0) {
    return <Notice icon="info" title={says.same} live="status" />;
  }
  const hours =
    effect.minutes < 60 ? words.publish.under(effect.minutes) : words.publish.hours(Math.round(effect.minutes / 60));
  return (
    <Notice icon="info" title={says.title} live="status">
      <p>
        {[
          says.asks(effect.asked, hours),
          says.earlier(effect.earlier),
          says.later(effect.later),
          says.late(effect.late),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      <TableScroll labelledBy="policy">
        <Table>
          <thead>
            <tr>
              <th scope="col">{says.department}</th>
              {[says.asked, says.earlierShort, says.laterShort, says.lateShort].map((head) => (
                <th key={head} scope="col" data-num>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {effect.departments.map((department) => (
              <tr key={department.id}>
                <th scope="row">{department.name}</th>
                <td data-num>{format.number(department.asked)}</td>
                <td data-num>{format.number(department.earlier)}</td>
                <td data-num>{format.number(department.later)}</td>
                <td data-num>{format.number(department.late)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Notice>
  );
}
