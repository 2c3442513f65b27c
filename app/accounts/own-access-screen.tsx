import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Page, PageHead, Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useAccessWords } from "#app/words/areas/access";
import { useWords } from "#app/words/context";
import type { FirstTime } from "./sign-in-view";

type Kind = "pin" | "password";

export interface Refusal {
  readonly kind: Kind;
  readonly problem:
    | { readonly kind: "missing" | "wrong" }
    | { readonly kind: "limited"; readonly seconds: number }
    | { readonly kind: "refused"; readonly fault: NonNullable<FirstTime["fault"]> };
}

/** One's own PIN and password. Each form posts `kind`, `current`, `new` and `again`. */
export function OwnAccessScreen(props: {
  access: {
    readonly employeeNumber: string;
    readonly email: string | null;
    readonly hasPin: boolean;
    readonly hasPassword: boolean;
  };
  changed: Kind | null;
  shared: boolean;
  refused: Refusal | undefined;
}) {
  const { access, changed, refused } = props;
  const words = useAccessWords().own;
  return (
    <Page>
      <div className="OwnAccess">
        <PageHead title={words.title} />
        <p className="Lead">
          {words.lead} {words.number(access.employeeNumber)}
        </p>
        {changed !== null && !refused ? <Notice icon="check" live="status" title={words.changed[changed]} /> : null}
        <Section id="pin" title={words.pin.title}>
          <p>{access.hasPin ? words.pin.has : words.pin.none}</p>
          <ChangeForm
            kind="pin"
            current={access.hasPin ? words.pin.current : words.pin.currentPassword}
            wrong={access.hasPin ? words.problems.wrongPin : words.problems.wrongPassword}
            submit={access.hasPin ? words.pin.change : words.pin.set}
            shared={props.shared}
            refused={refused}
          />
        </Section>
        {access.hasPassword && access.email !== null ? (
          <Section id="password" title={words.password.title}>
            <p>{words.password.has(access.email)}</p>
            <ChangeForm
              kind="password"
              current={words.password.current}
              wrong={words.problems.wrongPassword}
              submit={words.password.change}
              shared={props.shared}
              refused={refused}
            />
          </Section>
        ) : null}
        <p className="Muted">{words.forgotten}</p>
      </div>
    </Page>
  );
}

function ChangeForm(props: {
  kind: Kind;
  current: string;
  wrong: string;
  submit: string;
  shared: boolean;
  refused: Refusal | undefined;
}) {
  const { kind } = props;
  const access = useAccessWords();
  const tooMany = useWords().signIn.problems.tooMany;
  const navigation = useNavigation();
  const busy = navigation.state !== "idle" && navigation.formData?.get("kind") === kind;
  const problem = props.refused?.kind === kind ? props.refused.problem : null;
  const fault = problem?.kind === "refused" ? access.faults[problem.fault] : null;
  const said =
    problem?.kind === "missing" ? access.own.problems.missing : problem?.kind === "wrong" ? props.wrong : null;
  const kept = (usual: string) => (props.shared ? "one-time-code" : usual);
  const words = access.choose;
  return (
    <Form method="post" className="Stack" data-gap="4" noValidate>
      {problem?.kind === "limited" ? (
        <Notice icon="alert" status="overdue" live="alert" title={tooMany(Math.ceil(problem.seconds / 60))} />
      ) : null}
      <input type="hidden" name="kind" value={kind} />
      <Field label={props.current} error={said}>
        <Input name="current" type="password" autoComplete={kept("current-password")} />
      </Field>
      <Field
        label={kind === "pin" ? words.pin : words.password}
        hint={kind === "pin" ? words.pinHint : null}
        error={fault}
      >
        <Input
          name="new"
          type="password"
          autoComplete={kept("new-password")}
          {...(kind === "pin" ? { inputMode: "numeric" } : {})}
        />
      </Field>
      <Field label={kind === "pin" ? words.pinAgain : words.passwordAgain}>
        <Input
          name="again"
          type="password"
          autoComplete={kept("new-password")}
          {...(kind === "pin" ? { inputMode: "numeric" } : {})}
        />
      </Field>
      <Button busy={busy}>{props.submit}</Button>
    </Form>
  );
}
