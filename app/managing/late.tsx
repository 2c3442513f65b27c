import { StatusShape } from "#app/ui/icon";

/** How many are overdue: triangle, number, and the word for those who do not see the triangle. */
export function Late(props: { count: string; word: string }) {
  return (
    <span className="Late">
      <StatusShape name="overdue" />
      {props.count}
      <span className="VisuallyHidden"> {props.word}</span>
    </span>
  );
}
