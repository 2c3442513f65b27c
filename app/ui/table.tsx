import { Link } from "@remix-run/react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";

/**
 * A table. With `stack` its rows become blocks on a narrow screen; CSS then takes the table roles away, so the parts
 * below state them.
 */
export function Table({ stack, ...rest }: ComponentPropsWithoutRef<"table"> & { stack?: boolean }) {
  return <table {...rest} className="Table" data-stack={stack ? "" : undefined} role={stack ? "table" : undefined} />;
}

// why: a box that scrolls must be reachable by keyboard, or its hidden columns are not
const reachable = { tabIndex: 0 };

/** The box that lets a wide table scroll sideways by keyboard too. `labelledBy` is the id of its heading. */
export function TableScroll(props: { labelledBy: string; children: ReactNode }) {
  return (
    <section className="TableScroll" aria-labelledby={props.labelledBy} {...reachable}>
      {props.children}
    </section>
  );
}

/** Which part of a list is seen, and the way to the others. An address that is missing has no link. */
export function Pagination(props: {
  label: string;
  summary: ReactNode;
  previous?: { to: string; label: ReactNode } | undefined;
  next?: { to: string; label: ReactNode } | undefined;
}) {
  return (
    <nav className="Pagination NoPrint" aria-label={props.label}>
      <span>{props.summary}</span>
      {props.previous ? (
        <Link to={props.previous.to} rel="prev">
          {props.previous.label}
        </Link>
      ) : null}
      {props.next ? (
        <Link to={props.next.to} rel="next">
          {props.next.label}
        </Link>
      ) : null}
    </nav>
  );
}
