import type { ReactNode } from "react";

/** A word that can be focused is how a keyboard and a finger reach its definition. */
const reachable = { tabIndex: 0 };

/**
 * A word with its definition, which shows on hover, on focus and at a touch without any script. Escape hides it (see
 * `LessonArticle`).
 */
export function Term(props: { id: string; def: string; children?: ReactNode }) {
  return (
    <span className="Term">
      <dfn {...reachable} aria-describedby={props.id}>
        {props.children}
      </dfn>
      <span className="Definition" role="tooltip" id={props.id}>
        {props.def}
      </span>
    </span>
  );
}
