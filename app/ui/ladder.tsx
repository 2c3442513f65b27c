import type { ReactNode } from "react";

export interface Rung {
  readonly id: string;
  readonly when: ReactNode;
  readonly note?: ReactNode;
  /** Whole months to the next rung; its width follows. */
  readonly months: number;
  readonly state: "past" | "now" | "next";
}

const widths = [1, 2, 3, 4, 5, 6, 9, 12] as const;

function widthOf(months: number): number {
  return widths.findLast((width) => width <= months) ?? 1;
}

/** Times something was done and when it comes again, on one line that is roughly to scale. */
export function Ladder(props: { rungs: readonly Rung[] }) {
  return (
    <ol className="Ladder">
      {props.rungs.map((rung) => (
        <li
          key={rung.id}
          data-w={widthOf(rung.months)}
          data-now={rung.state === "now" ? "" : undefined}
          data-next={rung.state === "next" ? "" : undefined}
        >
          {rung.when}
          {rung.note ? <small>{rung.note}</small> : null}
        </li>
      ))}
    </ol>
  );
}

/** How each thing went: what it was, its mark, and a sentence where one is needed. */
export function Review(props: {
  items: readonly {
    readonly id: string;
    readonly title: ReactNode;
    readonly mark: ReactNode;
    readonly note?: ReactNode;
  }[];
}) {
  return (
    <ol className="Review">
      {props.items.map((item) => (
        <li key={item.id}>
          <span>{item.title}</span>
          {item.mark}
          {item.note ? <div className="Note">{item.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}

/** What has changed: for each, when or what, and the change itself (`ins` and `del` are drawn as such). */
export function Diff(props: {
  items: readonly { readonly id: string; readonly label: ReactNode; readonly text: ReactNode }[];
}) {
  return (
    <ol className="Diff">
      {props.items.map((item) => (
        <li key={item.id}>
          {item.label}
          <p>{item.text}</p>
        </li>
      ))}
    </ol>
  );
}
