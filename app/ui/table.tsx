import { Link } from "@remix-run/react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";

/**
 * A table. With `stack` its rows become blocks on a narrow screen; CSS then takes the table roles away, so the parts
 * below state them.
 */
export function Table({ stack, ...rest }: ComponentPropsWithoutRef<"table"> & { stack?: boolean }) {
  return <table {...rest} className="Table" data-stack={stack ? "" : undefined} role={stack ? "table" : undefined} />;
}

/** The box that lets a wide table scroll sideways by keyboard too. `labelledBy` is the id of its heading. */
export function TableScroll(props: { labelledBy: string; children: ReactNode }) {
  // why: what scrolls must be reachable by keyboard, or its hidden columns are not. It is a group and no region of its
  // own, since the section around it often bears the same name.
  const reachable = { role: "group", tabIndex: 0, "aria-labelledby": props.labelledBy };
  return (
    <div className="TableScroll" {...reachable}>
      {props.children}
    </div>
  );
}

/** Which part of a list is seen, and the way to the others. An address that is missing has no link. */
export function Pagination(props: {
  label: string;
  summary: ReactNode;
  previous?: { to: string; label: ReactNode } | undefined;
  next?: { to: string; label: ReactNode } | undefined;
  /** Everything on one page, for printing. */
  whole?: { to: string; label: ReactNode } | undefined;
}) {
  return (
    <nav className="Pagination" aria-label={props.label}>
      {/* on paper too: whoever reads it must know whether it is all */}
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
      {props.whole ? <Link to={props.whole.to}>{props.whole.label}</Link> : null}
    </nav>
  );
}
