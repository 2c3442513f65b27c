import { Form, useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { CompanyFields } from "#app/ui/company-fields";
import { Field, Input } from "#app/ui/field";
import { Notice } from "#app/ui/panels";
import { useSetupWords } from "#app/words/areas/setup";
import type { SetupAgain, SetupView } from "./setup-view";

/** All steps of the first run; those after the account are under administration. */
const steps = 5;

/** The first run up to the first administrator. */
export function SetupScreen(props: {
  view: SetupView;
  again: SetupAgain | undefined;
  wordmark: ReactNode;
  languages: ReactNode;
}) {
  const { again, view } = props;
  const words = useSetupWords();
  const step = again?.step ?? view.step;
  return (
    <main id="main" tabIndex={-1} className="Setup">
      <div className="Row" data-justify="between">
        {props.wordmark}
        {props.languages}
      </div>
      <header>
        <p className="Eyebrow">
          {words.title} · {words.step(step === "company" ? 1 : 2, steps)}
        </p>
        <h1>{words[step].title}</h1>
        <p className="Lead">{words[step].lead}</p>
      </header>
      {step === "company" ? (
        <CompanyForm view={view} again={again?.step === "company" ? again : undefined} />
      ) : (
        <AccountForm again={again?.step === "account" ? again : undefined} />
      )}
    </main>
  );
}

/** What is wrong in all, above the form and in focus, since the page may not have been loaded anew. */
function Summary(props: { shown: boolean }) {
  const words = useSetupWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.shown) box.current?.focus();
  }, [props.shown]);
  if (!props.shown) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice icon="alert" status="overdue" live="alert" title={words.summary} />
    </div>
  );
}

function CompanyForm(props: { view: SetupView; again: Extract<SetupAgain, { step: "company" }> | undefined }) {
  const { again, view } = props;
  const all = useSetupWords();
  const words = all.company;
  const busy = useNavigation().state !== "idle";
  const fault = (name: "nameMissing" | "zoneUnknown") => (again?.faults.includes(name) ? words[name] : undefined);
  return (
    <>
      <Summary shown={again !== undefined} />
      <Form method="post" className="Stack" data-gap="4" noValidate>
        <CompanyFields
          {...view.choices}
          words={words}
          values={again?.company ?? view.company}
          errors={{ name: fault("nameMissing"), zone: fault("zoneUnknown") }}
        />
        <Button kind="primary" size="large" name="intent" value="company" busy={busy}>
          {all.save}
        </Button>
        <Button kind="quiet" name="intent" value="skip-company">
          {all.skip}
        </Button>
      </Form>
    </>
  );
}

function AccountForm(props: { again: Extract<SetupAgain, { step: "account" }> | undefined }) {
  const { again } = props;
  const words = useSetupWords().account;
  const busy = useNavigation().state !== "idle";
  const fault = (...names: (keyof typeof words.problems)[]) => {
    const found = names.find((name) => again?.faults.some((each) => each === name));
    return found === undefined ? null : words.problems[found];
  };
  return (
    <>
      <Summary shown={again !== undefined} />
      <Form method="post" className="Stack" data-gap="4" noValidate>
        <Field label={words.name} error={fault("nameMissing")}>
          <Input name="name" autoComplete="name" defaultValue={again?.account.name} />
        </Field>
        <Field label={words.email} error={fault("emailInvalid", "emailTaken")}>
          <Input name="email" type="email" autoComplete="username" defaultValue={again?.account.email} />
        </Field>
        <Field label={words.number} hint={words.numberHint} error={fault("numberTaken")}>
          <Input name="number" autoComplete="off" maxLength={40} defaultValue={again?.account.number} />
        </Field>
        <Field label={words.password} hint={words.passwordHint} error={fault("passwordShort", "notTheSame")}>
          <Input name="password" type="password" autoComplete="new-password" />
        </Field>
        <Field label={words.again}>
          <Input name="again" type="password" autoComplete="new-password" />
        </Field>
        <Button kind="primary" size="large" name="intent" value="account" busy={busy}>
          {words.submit}
        </Button>
        <p className="Muted Small">{words.later}</p>
      </Form>
    </>
  );
}
