/** A form of administration: fields that show again what was typed, with what is wrong said beside it and above. */
import { Form, useFetcher, useNavigation } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from "react";
import { Button } from "#app/ui/button";
import { Field, Input, Select, TextArea } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useFormat } from "#app/words/context";
import { confirmField, type Problem, type SentForm } from "./form-reader";
import { type Suggestion, suggestPath } from "./people/suggestion";

interface Sent {
  readonly form: SentForm | null;
  readonly idOf: (field: string) => string;
}

const SentContext = createContext<Sent>({ form: null, idOf: (field) => field });

function useProblem(): (problem: Problem) => string {
  const words = useDirectoryWords().problems;
  const format = useFormat();
  return ({ code, detail = "" }) => {
    const shown = /^\d{4}-\d{2}-\d{2}$/.test(detail) && code !== "not-a-date" ? format.date(detail) : detail;
    return words[code](shown);
  };
}

/**
 * A form with an intent. What was sent and not taken (`sent`) is shown again; its faults are listed first and get the
 * focus. `primary` when it is what its page is for.
 */
export function IntentForm(props: {
  intent: string;
  sent: SentForm | null;
  submit: string;
  kind?: "primary" | "danger";
  children: ReactNode;
}) {
  const prefix = useId();
  const navigation = useNavigation();
  const busy = navigation.state !== "idle" && navigation.formData?.get("intent") === props.intent;
  const form = props.sent?.intent === props.intent ? props.sent : null;
  const idOf = (field: string) => `${prefix}${field}`;
  return (
    <SentContext.Provider value={{ form, idOf }}>
      <Form method="post" className="AdminForm" noValidate>
        <ErrorSummary />
        {props.children}
        <ConfirmField />
        <p>
          <Button kind={props.kind} name="intent" value={props.intent} busy={busy}>
            {props.submit}
          </Button>
        </p>
      </Form>
    </SentContext.Provider>
  );
}

function ErrorSummary() {
  const { form, idOf } = useContext(SentContext);
  const words = useDirectoryWords();
  const say = useProblem();
  const box = useRef<HTMLDivElement>(null);
  // why: each answer of the server is another object, also when it says the same: the focus goes there again.
  useEffect(() => {
    if (form !== null) box.current?.focus();
  }, [form]);
  if (form === null || form.problems.length === 0) return null;
  return (
    <div className="Notice" data-status="overdue" role="alert" tabIndex={-1} ref={box}>
      <Icon name="alert" />
      <div>
        <b>{words.notTaken(form.problems.length)}</b>
        <ul>
          {form.problems.map((problem) => (
            <li key={problem.field}>
              <a href={`#${idOf(problem.field)}`}>
                {words.fields[problem.field] ?? problem.field}: {say(problem)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface Named {
  name: string;
  label: string;
  hint?: ReactNode;
  value?: string | undefined;
}

function useNamed({ name, value }: Named) {
  const { form, idOf } = useContext(SentContext);
  const say = useProblem();
  const problem = form?.problems.find((each) => each.field === name);
  return {
    id: idOf(name),
    error: problem ? say(problem) : null,
    defaultValue: form?.typed[name] ?? value ?? "",
  };
}

function Labelled(props: Named & { id: string; error: string | null; children: ReactNode }) {
  const { id, label, hint, error } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {props.children}
    </Field>
  );
}

export function TextField(
  props: Named & { type?: "text" | "email"; autoComplete?: string; optional?: boolean; lang?: string; list?: string },
) {
  const { id, error, defaultValue } = useNamed(props);
  const { name, type, lang } = props;
  return (
    <Labelled {...props} id={id} error={error}>
      <Input
        name={name}
        type={type ?? "text"}
        defaultValue={defaultValue}
        autoComplete={props.autoComplete ?? "off"}
        required={!props.optional}
        lang={lang}
        list={props.list}
      />
    </Labelled>
  );
}

export function DateField(props: Named & { max?: string; optional?: boolean }) {
  const { id, error, defaultValue } = useNamed(props);
  return (
    <Labelled {...props} id={id} error={error}>
      <Input name={props.name} type="date" defaultValue={defaultValue} max={props.max} required={!props.optional} />
    </Labelled>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** How far under the top; indents it. */
  readonly depth?: number | undefined;
}

export function SelectField(props: Named & { options: readonly Option[]; empty?: string; optional?: boolean }) {
  const { id, error, defaultValue } = useNamed(props);
  return (
    <Labelled {...props} id={id} error={error}>
      <Select name={props.name} defaultValue={defaultValue} required={!props.optional}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map(({ value, label, depth }) => (
          <option key={value} value={value}>
            {`${"\u00a0".repeat(3 * (depth ?? 0))}${label}`}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

export function TextAreaField(props: Named & { optional?: boolean }) {
  const { id, error, defaultValue } = useNamed(props);
  return (
    <Labelled {...props} id={id} error={error}>
      <TextArea name={props.name} defaultValue={defaultValue} required={!props.optional} />
    </Labelled>
  );
}

export function CheckField(props: { name: string; label: string }) {
  const { form } = useContext(SentContext);
  return (
    <label className="Check">
      <input type="checkbox" name={props.name} defaultChecked={form?.typed[props.name] !== undefined} />
      {props.label}
    </label>
  );
}

/** What has to be confirmed, once it was found out; ticked for what it then came to and nothing else. */
function ConfirmField() {
  const { form, idOf } = useContext(SentContext);
  const words = useDirectoryWords();
  const problem = form?.problems.find(({ field }) => field === confirmField);
  if (!problem) return null;
  return (
    <label className="Check" key={problem.detail}>
      <input type="checkbox" id={idOf(confirmField)} name={confirmField} value={problem.detail} />
      {words.meant}
    </label>
  );
}

/** Somebody, by employee number, e-mail address or whole name; who fits is suggested while it is typed. */
export function PersonField(props: Named & { optional?: boolean }) {
  const words = useDirectoryWords();
  const { id, error, defaultValue } = useNamed(props);
  const fetcher = useFetcher<{ suggestions: readonly Suggestion[] }>();
  const list = `${id}-list`;
  return (
    <Labelled {...props} hint={props.hint ?? words.personHint} id={id} error={error}>
      <Input
        name={props.name}
        defaultValue={defaultValue}
        list={list}
        autoComplete="off"
        required={!props.optional}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value.trim().length > 1) fetcher.load(`${suggestPath}?${new URLSearchParams({ q: value })}`);
        }}
      />
      <datalist id={list}>
        {(fetcher.data?.suggestions ?? []).map(({ employeeNumber, label }) => (
          <option key={employeeNumber} value={employeeNumber}>
            {label}
          </option>
        ))}
      </datalist>
    </Labelled>
  );
}

/** Fields beside one another where there is room. */
export function FieldRow(props: { children: ReactNode }) {
  return <div className="FieldRow">{props.children}</div>;
}
