import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { type IdleClock, type IdleTimes, idleClock } from "./idle-clock";

const signs = ["pointerdown", "pointermove", "keydown", "scroll", "wheel"] as const;

/**
 * Watches over a screen that several people use: when nobody has touched it for long its reader leaves, and before that
 * they are asked, with a countdown, whether they are still there. Several tabs count as one screen.
 */
export function IdleWatch(props: {
  times: IdleTimes;
  /** Tells the server that somebody is there; false: nobody is signed in any more. */
  stillHere: () => Promise<boolean>;
  leave: () => void;
  words: { title: string; text: (seconds: number) => string; stay: string; leave: string };
}) {
  const { leave, stillHere, times, words } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const clock = useRef<IdleClock | null>(null);
  const tabs = useRef<BroadcastChannel | null>(null);
  const [left, setLeft] = useState<number | null>(null);

  const report = useCallback(() => {
    tabs.current?.postMessage("here");
    stillHere().then(
      (isHere) => {
        if (!isHere) leave();
      },
      // No network: the server forgets the session by itself, and the page leaves when nobody touches it.
      () => undefined,
    );
  }, [leave, stillHere]);

  const answer = useCallback(() => {
    clock.current?.answered(Date.now());
    setLeft(null);
    report();
  }, [report]);

  useEffect(() => {
    const own = idleClock(times, Date.now());
    clock.current = own;
    const others = new BroadcastChannel("repris.screen");
    tabs.current = others;
    others.onmessage = () => {
      own.answered(Date.now());
      setLeft(null);
    };
    const touched = () => {
      if (own.touched(Date.now())) report();
    };
    for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });
    // A page out of the browser's memory may show what the last reader saw.
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    addEventListener("pageshow", shown);
    const timer = setInterval(() => {
      const presence = own.presence(Date.now());
      if (presence.kind === "gone") {
        clearInterval(timer);
        leave();
      } else setLeft(presence.kind === "asked" ? presence.seconds : null);
    }, 500);
    return () => {
      clearInterval(timer);
      others.close();
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
      removeEventListener("pageshow", shown);
    };
  }, [leave, report, times]);

  const isAsked = left !== null;
  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsked]);

  return (
    <dialog
      ref={dialog}
      className="IdleWatch"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      onCancel={answer}
    >
      <h2 id="idle-title">{words.title}</h2>
      <p id="idle-text" role="timer">
        {words.text(left ?? 0)}
      </p>
      <div className="Row" data-gap="3">
        <Button kind="primary" size="large" type="button" onClick={answer}>
          {words.stay}
        </Button>
        <Button size="large" type="button" onClick={leave}>
          {words.leave}
        </Button>
      </div>
    </dialog>
  );
}
