import type { ReactNode } from "react";
import { StatusShape } from "./icon";
import type { ShapeName } from "./sprite";

/** What a status can be; each has its own shape and colour (`data-status`). */
export type StatusName = Exclude<ShapeName, "wrong">;

/** A status: shape, then word, then colour. `shape` replaces the usual shape, `fill` gives it a ground of its own. */
export function Status(props: { status: StatusName; shape?: ShapeName; fill?: boolean; children: ReactNode }) {
  return (
    <span className="Status" data-status={props.status} data-fill={props.fill ? "" : undefined}>
      <StatusShape name={props.shape ?? props.status} />
      {props.children}
    </span>
  );
}
