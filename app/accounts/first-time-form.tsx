import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Notice } from "#app/ui/panels";
import { Segmented } from "#app/ui/segmented";
import { useAccessWords } from "#app/words/areas/access";
import { Next } from "./sign-in-forms";
import type { FirstTime } from "./sign-in-view";

/**
 * After a code that was right: what to sign in with from now on. Posts `intent=choose` with `number` and `code` as they
 * were, `kind`, and `pin` or `password` with its `again`. Which fields are shown follows the choice by style alone.
 */
export function FirstTimeForm(props: { first: FirstTime; next: string | null; shared: boolean }) {
  const { first, next } = props;
  const access = useAccessWords();
  const words = access.choose;
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  // The page has become another one without a new document.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(".Notice, input:not([type=hidden])")?.focus();
  }, []);
  const fault = first.fault === null ? null : access.faults[first.fault];
  const secret = { type: "password", autoComplete: props.shared ? "one-time-code" : "new-password" } as const;
  const wrong = fault === null ? {} : { "aria-invalid": true };
  return (
    <Form method="post" className="Stack FirstTime" data-gap="4" noValidate ref={form}>
      <p>{words.lead}</p>
      {fault === null ? null : <Notice icon="alert" status="overdue" live="alert" title={fault} />}
      <Next to={next} />
      <input type="hidden" name="number" value={first.number} />
      <input type="hidden" name="code" value={first.code} />
      {first.email === null ? (
        <input type="hidden" name="kind" value="pin" />
      ) : (
        <Segmented
          name="kind"
          label={words.kind}
          value={first.kind}
          options={[
            { value: "pin", label: words.kinds.pin },
            { value: "password", label: words.kinds.password },
          ]}
        />
      )}
      <div className="Stack" data-gap="4" data-kind="pin">
        <Field label={words.pin} hint={words.pinHint}>
          <Input name="pin" inputMode="numeric" {...secret} {...(first.kind === "pin" ? wrong : {})} />
        </Field>
        <Field label={words.pinAgain}>
          <Input name="pin-again" inputMode="numeric" {...secret} {...(first.kind === "pin" ? wrong : {})} />
        </Field>
      </div>
      {first.email === null ? null : (
        <div className="Stack" data-gap="4" data-kind="password">
          <Field label={words.password} hint={words.passwordHint(first.email)}>
            <Input name="password" {...secret} {...(first.kind === "password" ? wrong : {})} />
          </Field>
          <Field label={words.passwordAgain}>
            <Input name="password-again" {...secret} {...(first.kind === "password" ? wrong : {})} />
          </Field>
        </div>
      )}
      <Button kind="primary" size="large" name="intent" value="choose" busy={navigation.state !== "idle"}>
        {words.submit}
      </Button>
    </Form>
  );
}
