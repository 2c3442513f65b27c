import { Form, useNavigation } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { answerFields } from "#app/lessons/read-response";
import { Button, LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { NextStep } from "#app/ui/reading";
import { useFormat, useWords } from "#app/words/context";
import { nextAnchor } from "./lesson-anchors";
import type { LessonView } from "./lesson-view";
import { nextStepPhrases } from "./next-step-phrases";
import { homePath } from "./paths";

/** What there is to do after the lesson, with its one button. */
export function LessonNextStep(props: { view: LessonView }) {
  const { view } = props;
  const { next, reader } = view;
  const words = useWords().lessonPage;
  const phrases = nextStepPhrases(words, useFormat(), view);
  const place = useFocusOnOutcome(next.kind);
  return (
    <div className="NextPlace" id={nextAnchor} tabIndex={-1} ref={place}>
      <NextStep eyebrow={phrases.eyebrow} title={phrases.title} note={phrases.note}>
        <div className="Actions">
          <Way view={view}>{phrases.action}</Way>
          {next.kind === "completed" || next.kind === "refresher" ? (
            <PostForm intent="retry" attempt={reader.attempt} kind="quiet">
              {words.next.again}
            </PostForm>
          ) : null}
        </div>
      </NextStep>
    </div>
  );
}

function Way(props: { view: LessonView; children: string }) {
  const { children, view } = props;
  const { next, reader } = view;
  const look = { kind: "primary", size: "large" } as const;
  switch (next.kind) {
    case "answer":
      // An anchor of the page itself: the browser moves there, and the Tab key goes on from there.
      return (
        <a className="Button" data-kind={look.kind} data-size={look.size} href={next.firstHref}>
          {children} <Icon name="up" />
        </a>
      );
    case "lesson":
    case "earlier":
    case "refresher":
      return (
        <LinkButton {...look} to={next.href}>
          {children} <Icon name="right" />
        </LinkButton>
      );
    case "completed":
      return (
        <LinkButton {...look} to={view.lessons[view.lesson.number]?.href ?? homePath}>
          {children} <Icon name="right" />
        </LinkButton>
      );
    case "complete":
    case "failed":
      return (
        <PostForm {...look} intent={next.kind === "complete" ? "complete" : "retry"} attempt={reader.attempt}>
          {children}
        </PostForm>
      );
  }
}

/** A form with one button. Pressed twice it is sent once; without script the attempt is recorded once all the same. */
function PostForm(props: {
  intent: "complete" | "retry";
  attempt: string | null;
  kind: "primary" | "quiet";
  size?: "large";
  children: ReactNode;
}) {
  const { attempt, children, intent, kind, size } = props;
  const busy = useNavigation().formData?.get(answerFields.intent) === intent;
  const submit = (event: FormEvent) => {
    if (busy) event.preventDefault();
  };
  return (
    <Form method="post" preventScrollReset={intent === "complete"} onSubmit={submit}>
      {attempt === null ? null : <input type="hidden" name={answerFields.attempt} value={attempt} />}
      <Button kind={kind} size={size} name={answerFields.intent} value={intent} busy={busy}>
        {children}
      </Button>
    </Form>
  );
}

/** The button that completed the attempt goes away: the focus goes to what came of it. */
function useFocusOnOutcome(kind: LessonView["next"]["kind"]) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(kind);
  useEffect(() => {
    if (before.current === "complete" && kind !== "complete") place.current?.focus({ preventScroll: true });
    before.current = kind;
  }, [kind]);
  return place;
}
