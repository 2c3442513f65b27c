import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Avatar } from "#app/ui/avatar";
import { Stack } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useAccessWords } from "#app/words/areas/access";
import { useWords } from "#app/words/context";
import { FirstTimeForm } from "./first-time-form";
import { SignInArt } from "./sign-in-art";
import { EmailForm, Next, NumberForm } from "./sign-in-forms";
import { type SignInView, type Way, wayHref } from "./sign-in-view";

/** Signing in, by e-mail or by number; `wordmark` and `languages` stand above. */
export function SignInScreen(props: { view: SignInView; wordmark: ReactNode; languages: ReactNode }) {
  const { view } = props;
  const words = useWords().signIn;
  const access = useAccessWords();
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
            <h1>{view.first ? access.choose.title : words.title}</h1>
            <p className="Lead">{view.company}</p>
          </div>
          <Said view={view} />
          {view.empty ? null : view.first ? (
            <FirstTimeForm first={view.first} next={view.next} shared={view.shared} />
          ) : (
            <>
              <WayChoice way={view.way} next={view.next} />
              {view.way === "email" ? <EmailForm view={view} /> : <NumberForm view={view} />}
            </>
          )}
          {view.demonstration && !view.first ? <Demonstration view={view} demonstration={view.demonstration} /> : null}
        </Stack>
      </main>
    </div>
  );
}

/** Why the reader came here, or that nobody can come in yet. */
function Said({ view }: { view: SignInView }) {
  const words = useWords().signIn.notices;
  const access = useAccessWords();
  if (view.empty) {
    return (
      <Notice icon="flag" title={access.empty.title} live="status">
        <p>{access.empty.text}</p>
      </Notice>
    );
  }
  if (view.notice === null || view.first !== null) return null;
  const { text, title } = view.notice === "left" ? access.notices.left : words[view.notice];
  return (
    <Notice icon="info" title={title} live="status">
      <p>{text}</p>
    </Notice>
  );
}

/** Links and not a form: each way has an address, which works without script and is remembered on the device. */
function WayChoice(props: { way: Way; next: string | null }) {
  const words = useAccessWords().ways;
  const chosen = props.way === "email" ? "email" : "number";
  return (
    <nav className="Segmented Ways" aria-label={words.label}>
      {(["email", "number"] as const).map((way) => (
        <Link key={way} to={wayHref(way, props.next)} aria-current={way === chosen ? "true" : undefined} replace>
          {words[way]}
        </Link>
      ))}
    </nav>
  );
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
