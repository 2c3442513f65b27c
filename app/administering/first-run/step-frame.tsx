import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Page, PageHead } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useSetupWords } from "#app/words/areas/setup";
import { steps } from "./steps";

/** A step of the first run: which it is, what is asked, and the way past it. */
export function StepFrame(props: {
  title: string;
  lead: ReactNode;
  /** Which step; null where it was found again later. */
  place: number | null;
  /** Where skipping leads. */
  skipTo: string | null;
  refused: boolean;
  children: ReactNode;
}) {
  const words = useSetupWords();
  const box = useRef<HTMLDivElement>(null);
  const { refused } = props;
  useEffect(() => {
    if (refused) box.current?.focus();
  }, [refused]);
  return (
    <Page>
      <div className="FirstRun">
        <PageHead
          title={props.title}
          eyebrow={props.place === null ? words.title : `${words.title} · ${words.step(props.place, steps)}`}
        />
        <p className="Lead">{props.lead}</p>
        {refused ? (
          <div ref={box} tabIndex={-1}>
            <Notice icon="alert" status="overdue" live="alert" title={words.summary} />
          </div>
        ) : null}
        {props.children}
        {props.skipTo === null ? null : (
          <p>
            <Link to={props.skipTo}>{words.skip}</Link>
          </p>
        )}
      </div>
    </Page>
  );
}
