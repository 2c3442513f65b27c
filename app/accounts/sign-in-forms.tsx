import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Notice } from "#app/ui/panels";
import { useAccessWords } from "#app/words/areas/access";
import { useWords } from "#app/words/context";
import { type SignInProblem, type SignInView, wayHref } from "./sign-in-view";

export function Next(props: { to: string | null }) {
  return props.to === null ? null : <input type="hidden" name="next" value={props.to} />;
}

function useIsSending(...intents: readonly string[]): boolean {
  const { formData, state } = useNavigation();
  return state !== "idle" && intents.some((intent) => formData?.get("intent") === intent);
}

/** What is wrong with the two fields together. */
function Refusal(props: { problem: SignInProblem | null; wrong: string; children?: ReactNode }) {
  const { problem } = props;
  const words = useWords().signIn.problems;
  if (problem === null || problem.kind === "missing") return null;
  const title = problem.kind === "wrong" ? props.wrong : words.tooMany(problem.waitMinutes);
  return (
    <Notice icon="alert" status="overdue" live="alert" title={title}>
      {problem.kind === "tooMany" ? props.children : null}
    </Notice>
  );
}

/** Posts `intent=sign-in` with `email`, `password` and `next`. */
export function EmailForm({ view }: { view: SignInView }) {
  const { problem } = view;
  const words = useWords().signIn;
  const busy = useIsSending("sign-in");
  const missing = problem?.kind === "missing" ? problem : null;
  const refused = problem?.kind === "wrong" ? { "aria-invalid": true } : {};
  return (
    <Form method="post" className="Stack" data-gap="4" noValidate>
      <Refusal problem={problem} wrong={words.problems.wrong} />
      <Next to={view.next} />
      <Field label={words.email} error={missing?.name ? words.problems.emailMissing : null}>
        <Input
          name="email"
          type="email"
          autoComplete={view.shared ? "off" : "username"}
          inputMode="email"
          defaultValue={view.email}
          required
          {...refused}
        />
      </Field>
      <Field label={words.password} error={missing?.secret ? words.problems.passwordMissing : null}>
        <Input
          name="password"
          type="password"
          autoComplete={view.shared ? "one-time-code" : "current-password"}
          required
          {...refused}
        />
      </Field>
      <Button kind="primary" size="large" name="intent" value="sign-in" busy={busy}>
        {busy ? words.submitting : words.submit}
      </Button>
      <p className="Muted Small">{words.forgotten}</p>
    </Form>
  );
}

/** Posts `intent=pin` (or, with the code of a slip, `code`) with `number`, `secret` and `next`. */
export function NumberForm({ view }: { view: SignInView }) {
  const { problem } = view;
  const words = useWords().signIn;
  const access = useAccessWords();
  const busy = useIsSending("pin", "code");
  const byCode = view.way === "code";
  const missing = problem?.kind === "missing" ? problem : null;
  const refused = problem?.kind === "wrong" ? { "aria-invalid": true } : {};
  const says = access.problems;
  const other = byCode ? access.toPin : access.toCode;
  return (
    <Form method="post" className="Stack" data-gap="4" noValidate>
      <Refusal problem={problem} wrong={byCode ? says.wrongCode : says.wrongPin}>
        <p>{says.newCode}</p>
      </Refusal>
      <Next to={view.next} />
      <Field label={access.number} error={missing?.name ? says.numberMissing : null}>
        <Input
          name="number"
          autoComplete={view.shared ? "off" : "username"}
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={view.number}
          required
          {...refused}
        />
      </Field>
      {byCode ? (
        <Field key="code" label={access.code} hint={access.codeHint} error={missing?.secret ? says.codeMissing : null}>
          <Input
            name="secret"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            {...refused}
          />
        </Field>
      ) : (
        <Field key="pin" label={access.pin} error={missing?.secret ? says.pinMissing : null}>
          <Input
            name="secret"
            type="password"
            inputMode="numeric"
            autoComplete={view.shared ? "one-time-code" : "current-password"}
            required
            {...refused}
          />
        </Field>
      )}
      <Button kind="primary" size="large" name="intent" value={byCode ? "code" : "pin"} busy={busy}>
        {byCode ? access.continue : busy ? words.submitting : words.submit}
      </Button>
      <p className="Muted Small">
        {other.text} <Link to={wayHref(byCode ? "number" : "code", view.next)}>{other.link}</Link>.{" "}
        {byCode ? access.noCode : null}
      </p>
    </Form>
  );
}
