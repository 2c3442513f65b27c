import type { ReactNode } from "react";
import { StatusShape } from "#app/ui/icon";
import { useWords } from "#app/words/context";

/** What scrolls must be reachable without a pointer. */
const scrollable = { tabIndex: 0 };

/** A table of Markdown: wider than the screen it scrolls by itself, also by keyboard. */
export function ProseTable(props: { children?: ReactNode }) {
  return (
    <div className="TableScroll ProseTable" {...scrollable}>
      <table className="Table">{props.children}</table>
    </div>
  );
}

/** The box of a task list. It shows how a thing stands and cannot be ticked, so it is a shape with a word. */
export function TaskMark(props: { checked?: boolean }) {
  const words = useWords().lesson;
  return (
    <span className="TaskMark" data-status={props.checked ? "current" : undefined}>
      <StatusShape name={props.checked ? "current" : "planned"} />
      <span className="VisuallyHidden">{props.checked ? words.taskDone : words.taskOpen}</span>
    </span>
  );
}
