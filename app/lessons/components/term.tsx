import type { ReactNode } from "react";

/**
 * A word with its definition, which shows on hover, on focus and at a touch without any script. Escape hides it: see
 * `useTermDismissal`.
 */
export function Term(props: { id: string; def: string; children?: ReactNode }) {
  return (
    <span className="Term">
      {/* A word that can be focused is how a keyboard and a finger reach the definition. */}
      <dfn aria-describedby={props.id}>{props.children}</dfn>
      <span className="Definition" role="tooltip" id={props.id}>
        {props.def}
      </span>
    </span>
  );
}
