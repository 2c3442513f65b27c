import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Stack } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useWords } from "#app/words/context";
import { SignInArt } from "./sign-in-art";
import type { SignInView } from "./sign-in-view";

/**
 * Signing in. One form posts `intent=sign-in` with `email`, `password` and `next`; in demonstration mode another posts
 * `intent=enter` with `email` and `next`. `wordmark` and `languages` stand above.
 */
export function SignInScreen(props: { view: SignInView; wordmark: ReactNode; languages: ReactNode }) {
  const { view } = props;
  const words = useWords().signIn;
  return (
    <div className="SignIn">
      <SignInArt today={view.today} />
      <main id="main" tabIndex={-1}>
        <Stack gap={5}>
          <div className="Row" data-justify="between">
            {props.wordmark}
            {props.languages}
          </div>
          <div className="Opening">
            <h1>{words.title}</h1>
            <p className="Lead">{view.company}</p>
          </div>
          {view.notice ? (
            <Notice icon="info" title={words.notices[view.notice].title} live="status">
              <p>{words.notices[view.notice].text}</p>
            </Notice>
          ) : null}
          <PasswordForm view={view} />
          {view.demonstration ? <Demonstration view={view} demonstration={view.demonstration} /> : null}
        </Stack>
      </main>
    </div>
  );
}

function PasswordForm(props: { view: SignInView }) {
  const { view } = props;
  const { problem } = view;
  const words = useWords().signIn;
  const navigation = useNavigation();
  const busy = navigation.state !== "idle" && navigation.formData?.get("intent") === "sign-in";
  const missing = problem?.kind === "missing" ? problem : null;
  const refused = problem?.kind === "wrong" || undefined;
  return (
    <Form method="post" className="Stack" data-gap="4" noValidate>
      {problem && problem.kind !== "missing" ? (
        <Notice
          icon="alert"
          status="overdue"
          live="alert"
          title={problem.kind === "wrong" ? words.problems.wrong : words.problems.tooMany(problem.waitMinutes)}
        />
      ) : null}
      <Next to={view.next} />
      <Field label={words.email} error={missing?.email ? words.problems.emailMissing : null}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          defaultValue={view.email}
          required
          {...(refused ? { "aria-invalid": true } : {})}
        />
      </Field>
      <Field label={words.password} error={missing?.password ? words.problems.passwordMissing : null}>
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          {...(refused ? { "aria-invalid": true } : {})}
        />
      </Field>
      <Button kind="primary" size="large" name="intent" value="sign-in" busy={busy}>
        {busy ? words.submitting : words.submit}
      </Button>
      <p className="Muted Small">{words.forgotten}</p>
    </Form>
  );
}

function Next(props: { to: string | null }) {
  return props.to === null ? null : <input type="hidden" name="next" value={props.to} />;
}

function Demonstration(props: { view: SignInView; demonstration: NonNullable<SignInView["demonstration"]> }) {
  const { demonstration, view } = props;
  const words = useWords().signIn.demonstration;
  return (
    <section className="Demonstration" aria-labelledby="demonstration">
      <h2 id="demonstration">{words.title}</h2>
      <p className="Muted Small">
        {words.text(view.company)} {words.orByPassword(demonstration.password)}
      </p>
      <ul>
        {demonstration.people.map((person) => (
          <li key={person.email}>
            <Form method="post">
              <Next to={view.next} />
              <input type="hidden" name="intent" value="enter" />
              <button type="submit" name="email" value={person.email}>
                <Avatar name={person.name} />
                <span>
                  <b>
                    <span className="VisuallyHidden">{words.enterAs} </span>
                    {person.name}
                  </b>
                  <small>{person.description}</small>
                </span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
