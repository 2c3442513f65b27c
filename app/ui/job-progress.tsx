import { Link, useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { Bar } from "./bar";

const askedEveryMs = 1000;

/**
 * Work that goes on by itself: how far it has come, asked for again every second. It can be left; without script a link
 * asks again. `share` is 0 to 1; null: not known yet.
 */
export function JobProgress(props: {
  title: ReactNode;
  share: number | null;
  label: string;
  note?: ReactNode;
  refresh: string;
  to: string;
}) {
  const { revalidate, state } = useRevalidator();
  // why: nothing tells a page that a job has come further; it has to ask.
  useEffect(() => {
    const timer = setInterval(() => {
      if (state === "idle" && !document.hidden) revalidate();
    }, askedEveryMs);
    return () => clearInterval(timer);
  }, [revalidate, state]);
  return (
    <div className="JobProgress">
      <p role="status">
        <b>{props.title}</b>
      </p>
      <Bar value={props.share || null} size="large" label={props.label} />
      {props.note ? <p className="Muted">{props.note}</p> : null}
      <noscript>
        <Link to={props.to} reloadDocument>
          {props.refresh}
        </Link>
      </noscript>
    </div>
  );
}
