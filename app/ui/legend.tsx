import type { ReactNode } from "react";

/** How a mark is drawn in a chart. */
export type LegendKey = "past" | "ahead" | "today" | "gap" | "low" | "away";

/** What the marks of a drawing mean, for those who see it: the same is said in words elsewhere. */
export function Legend(props: {
  items: readonly { readonly mark: LegendKey; readonly label: ReactNode }[];
  align?: "center";
}) {
  return (
    <ul className="Legend" data-align={props.align} aria-hidden="true">
      {props.items.map((item) => (
        <li key={item.mark}>
          <i data-key={item.mark} />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
