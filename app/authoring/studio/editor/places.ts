import type { EditorState } from "@codemirror/state";

/** The offset of a place (line and column from 1); the nearest there is where the text has become shorter. */
export function offsetOf(state: EditorState, place: { readonly line: number; readonly column: number }): number {
  const line = state.doc.line(Math.min(Math.max(1, place.line), state.doc.lines));
  return Math.min(line.from + Math.max(0, place.column - 1), line.to);
}

/** The end of the word or sign at an offset, on its line. */
export function wordAt(state: EditorState, from: number): number {
  const line = state.doc.lineAt(from);
  const [word = ""] = /^[^\s>]+/.exec(line.text.slice(from - line.from)) ?? [];
  return Math.max(from + word.length, Math.min(from + 1, line.to));
}
