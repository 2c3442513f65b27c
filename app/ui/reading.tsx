import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** How much of the page has been read, 0 to 1, as a line along its top. */
export function ReadingProgress(props: { value: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, props.value)) * 100);
  return (
    <div
      className="ReadingProgress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={percent} height="1" />
      </svg>
    </div>
  );
}

export interface TocEntry {
  /** The id of the part it leads to. */
  readonly id: string;
  readonly label: ReactNode;
  readonly read?: boolean;
  readonly current?: boolean;
}

/** The parts of the page, which are read, and where the reader is. `id` names its heading. */
export function Toc(props: { id: string; title: ReactNode; entries: readonly TocEntry[] }) {
  return (
    <nav className="Toc" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <ol>
        {props.entries.map((entry) => (
          <li key={entry.id} data-read={entry.read ? "" : undefined}>
            <a href={`#${entry.id}`} aria-current={entry.current ? "location" : undefined}>
              {entry.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Where the page stands: the ways up, then the page itself without a link. */
export function Crumbs(props: {
  items: readonly { readonly label: ReactNode; readonly to?: string | undefined; readonly key: string }[];
}) {
  return (
    <ol className="Crumbs">
      {props.items.map((item) => (
        <li key={item.key}>{item.to ? <Link to={item.to}>{item.label}</Link> : item.label}</li>
      ))}
    </ol>
  );
}

/** What comes after the page: one thing, one button (`children`). */
export function NextStep(props: { eyebrow: ReactNode; title: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <footer className="NextStep">
      <div>
        <p className="Eyebrow">{props.eyebrow}</p>
        <h2>{props.title}</h2>
        {props.note ? <p className="Muted">{props.note}</p> : null}
      </div>
      {props.children}
    </footer>
  );
}
