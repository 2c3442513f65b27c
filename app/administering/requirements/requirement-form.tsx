import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button";
import { Field, Input, Select, TextArea } from "#app/ui/field";
import { Notice } from "#app/ui/panels";
import { useRequirementsWords } from "#app/words/areas/requirements";
import { useFormat } from "#app/words/context";
import { ProblemSummary } from "./problem-summary";
import { type ModuleChoice, type PeriodField, periodUnits, type SentRequirement } from "./requirement-view";
import { RuleBuilder } from "./rule-builder";
import { TrialResult, trialId } from "./trial-result";

const formId = "requirement";

/** Counts how often a value was another. */
function useRevision(value: unknown): number {
  const [kept, keep] = useState({ value, count: 0 });
  if (kept.value === value) return kept.count;
  keep({ value, count: kept.count + 1 });
  return kept.count + 1;
}

/** Where a requirement is written, tried and saved. `old` is the address of the version that is changed. */
export function RequirementForm(props: {
  sent: SentRequirement;
  modules: readonly ModuleChoice[] | null;
  old: string | null;
}) {
  const { sent, modules, old } = props;
  const words = useRequirementsWords();
  const { form, problems, trial } = sent;
  const navigation = useNavigation();
  const asked = navigation.formData?.get("do");
  const revision = useRevision(sent);
  useEffect(() => {
    const heading = sent.trial !== null && sent.problems.length === 0 ? document.getElementById(trialId) : null;
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [sent]);
  const errorOf = (field: string) => {
    const problem = problems.find((each) => each.field === field);
    return problem ? words.problems[problem.code] : null;
  };
  return (
    <>
      <div role="status" className="VisuallyHidden">
        {sent.said === null ? "" : `${words.said[sent.said] ?? ""} ${words.sentence(sent.phrase)}`}
      </div>
      <ProblemSummary problems={problems} {...(old === null ? {} : { now: old })} />
      <Form method="post" id={formId} className="RequirementForm" noValidate preventScrollReset key={revision}>
        {/* What the Enter key presses in a field: the first button of a form. */}
        <button type="submit" name="do" value="try" tabIndex={-1} aria-hidden="true" className="VisuallyHidden" />
        <input type="hidden" name="id" value={form.id} />
        <input type="hidden" name="seen" value={form.seen} />
        {modules === null ? null : (
          <Field id="module" label={words.module} error={errorOf("module")}>
            <Select name="module" defaultValue={form.moduleId} required>
              <option value="">{words.chooseModule}</option>
              {[...new Set(modules.map(({ course }) => course))].map((course) => (
                <optgroup key={course} label={course}>
                  {modules
                    .filter((module) => module.course === course)
                    .map((module) => (
                      <option key={module.id} value={module.id}>
                        {module.title}
                      </option>
                    ))}
                </optgroup>
              ))}
            </Select>
          </Field>
        )}
        <section aria-labelledby="rule">
          <h2 id="rule" tabIndex={-1}>
            {words.who}
          </h2>
          <p className="Muted">{words.whoHint}</p>
          <RuleBuilder rule={form.rule} choices={sent.choices} problems={problems} focus={sent.focus} />
          <p className="RuleSentence">{words.sentence(sent.phrase)}</p>
        </section>
        <Field id="from" label={words.start} hint={words.startHint} error={errorOf("from")}>
          <Input type="date" name="from" defaultValue={form.from} required />
        </Field>
        <div className="FieldRow">
          <PeriodInput name="due" label={words.due} hint={words.dueHint} value={form.due} error={errorOf("due")} />
          <PeriodInput
            name="every"
            label={words.every}
            hint={words.everyHint}
            value={form.every}
            error={errorOf("every")}
          />
        </div>
        <Field id="note" label={words.note} hint={words.noteHint} error={errorOf("note")}>
          <TextArea name="note" defaultValue={form.note} rows={2} />
        </Field>
        <Confirmations sent={sent} />
        <p className="Row">
          <Button kind="primary" name="do" value="try" busy={asked === "try"}>
            {words.try}
          </Button>
          <Button name="do" value="save" busy={asked === "save"}>
            {old === null ? words.save : words.saveVersion}
          </Button>
        </p>
      </Form>
      {trial === null ? null : <TrialResult trial={trial} formId={formId} />}
    </>
  );
}

function PeriodInput(props: { name: string; label: string; hint: string; value: PeriodField; error: string | null }) {
  const words = useRequirementsWords();
  const { name, label, hint, value, error } = props;
  return (
    <div className="PeriodInput">
      <Field id={name} label={label} hint={hint} error={error}>
        <Input name={name} inputMode="numeric" defaultValue={value.count} maxLength={4} autoComplete="off" />
      </Field>
      <Select name={`${name}-unit`} defaultValue={value.unit} aria-label={`${label}: ${words.unit}`}>
        {periodUnits.map((unit) => (
          <option key={unit} value={unit}>
            {words.units[unit]}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Confirmations({ sent }: { sent: SentRequirement }) {
  const says = useRequirementsWords().confirm;
  const format = useFormat();
  const { confirmations, form, trial } = sent;
  if (confirmations.length === 0 || trial === null) return null;
  const sentences = {
    nobody: says.nobody,
    everybody: says.everybody(format.number(trial.obliged)),
    past: says.past(trial.late, format.number(trial.late)),
  };
  return (
    <Notice icon="alert" status="due" title={says.title} live="alert">
      {confirmations.map((each) => (
        <label key={each} className="Check">
          <input type="checkbox" name="confirmed" value={each} defaultChecked={form.confirmed.includes(each)} />
          {sentences[each]}
        </label>
      ))}
    </Notice>
  );
}
