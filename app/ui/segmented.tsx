import type { ChangeEventHandler, ReactNode } from "react";

export interface Segment {
  readonly value: string;
  readonly label: ReactNode;
}

/** One of a few, side by side. Plain radio buttons underneath: it submits with its form and needs no script. */
export function Segmented(props: {
  name: string;
  label: string;
  options: readonly Segment[];
  value: string;
  onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
}) {
  return (
    <span className="Segmented" role="radiogroup" aria-label={props.label}>
      {props.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={props.name}
            value={option.value}
            defaultChecked={option.value === props.value}
            onChange={props.onChange}
          />
          {option.label}
        </label>
      ))}
    </span>
  );
}
