import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, showPanel } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Notice } from "#app/ui/panels";
import { useStudioWords } from "#app/words/areas/studio";
import type { Conflict } from "./draft-saver";

/** Whose text it is, over the text and wherever that is put. */
function headOf(label: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "ConflictHead";
  dom.textContent = label;
  return dom;
}

/** A button that takes a passage of the other text over. The view hears only a mouse that is pressed, and a key is one. */
function takingOver(label: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.ariaLabel = label;
  button.title = label;
  button.textContent = "→";
  button.addEventListener("click", (event) => {
    if (event.detail === 0) button.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  });
  return button;
}

/** Whether the focus is in a text, or nowhere because that has gone. */
function isWriting(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.closest(".CodeEditor") !== null;
}

/** Two texts that change the same lines, side by side: somebody chooses, and what they put right counts. */
export function ConflictPane(props: {
  conflict: Conflict;
  mine: string;
  nonce: string;
  /** Whether one's own stands, and how it is now. */
  onChoose: (mine: boolean, text: string) => void;
}) {
  const { conflict, mine, nonce, onChoose } = props;
  const says = useStudioWords().editor;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<MergeView | null>(null);
  const by = conflict.by ?? says.somebody;
  const labels = { theirs: says.theirs(by), mine: says.mine };
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for a conflict; what is typed in it is its own.
  useEffect(() => {
    if (!place.current) return;
    const common = [EditorView.cspNonce.of(nonce), EditorView.lineWrapping, EditorState.phrases.of(says.phrases)];
    const named = (label: string) => [
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      showPanel.of(() => ({ dom: headOf(label), top: true })),
    ];
    const made = new MergeView({
      parent: place.current,
      a: { doc: conflict.theirs, extensions: [...common, named(labels.theirs), EditorState.readOnly.of(true)] },
      b: { doc: mine, extensions: [...common, named(labels.mine)] },
      revertControls: "a-to-b",
      renderRevertControl: () => takingOver(says.phrases["Revert this chunk"]),
      collapseUnchanged: { margin: 3, minSize: 6 },
    });
    view.current = made;
    // The editor in which somebody wrote gives way to this: what they go on typing belongs to their own text.
    if (isWriting()) made.b.focus();
    return () => made.destroy();
  }, [conflict]);
  const text = () => view.current?.b.state.doc.toString() ?? mine;
  return (
    <div className="ConflictPane">
      <Notice icon="alert" status="due" title={says.conflict(by)} live="alert">
        <p>{says.conflictText}</p>
        <p className="Row" data-gap="3">
          <Button type="button" kind="primary" size="dense" onClick={() => onChoose(true, text())}>
            {says.keepMine}
          </Button>
          <Button type="button" size="dense" onClick={() => onChoose(false, text())}>
            {says.keepTheirs}
          </Button>
        </p>
      </Notice>
      <div className="CodeEditor" ref={place} />
    </div>
  );
}
