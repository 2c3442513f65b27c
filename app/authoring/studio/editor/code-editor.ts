/** The source editor. Loaded only where somebody writes: see `source-editor.tsx`. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { yamlFrontmatter } from "@codemirror/lang-yaml";
import {
  codeFolding,
  foldEffect,
  foldGutter,
  foldKeymap,
  foldService,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { Problem } from "#app/lessons/problem";
import { changedLines } from "./changed-lines";
import { type Known, lessonCompletion } from "./complete-lesson";
import { offsetOf, wordAt } from "./places";

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** As it is published: changed lines are marked; null: nothing is. */
  readonly published: string | null;
  readonly label: string;
  readonly readOnly: boolean;
  readonly nonce: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly known: () => Known;
  onChange(text: string): void;
  /** The line that the cursor is on, from 1. */
  onLine(line: number): void;
  onSave(): void;
  /** Files that were dropped or pasted, and at which offset; gives whether they are taken. */
  onFiles(files: readonly File[], at: number | null): boolean;
  /** Text with a look of its own that was pasted, and the same without it; gives whether it is taken. */
  onHtml(html: string, plain: string): boolean;
}

export interface CodeEditor {
  text(): string;
  /** Puts another text in place, keeping the cursor where it can be kept. */
  replace(text: string): void;
  /** Puts text where the cursor is, or at an offset; what has several blocks begins on a line of its own. */
  insert(text: string, at?: number | null): void;
  /** Replaces what stands between two places (line and column from 1; the second exclusive). */
  change(from: Place, to: Place, insert: string): void;
  show(problems: readonly Problem[], say: (problem: Problem) => string): void;
  goTo(place: Place): void;
  setReadOnly(readOnly: boolean): void;
  focus(): void;
  close(): void;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The front matter can be folded like anything else that stands between two lines. */
const frontMatterFold = foldService.of((state, from) => {
  if (from !== 0 || state.doc.line(1).text.trimEnd() !== "---") return null;
  const end = frontMatterEnd(state);
  return end === null ? null : { from: state.doc.line(1).to, to: end };
});

function frontMatterEnd(state: EditorState): number | null {
  for (let number = 2; number <= Math.min(state.doc.lines, 200); number += 1) {
    const line = state.doc.line(number);
    if (line.text.trimEnd() === "---") return line.to;
  }
  return null;
}

function handling(options: EditorOptions): Extension {
  const take = (data: DataTransfer | null, event: Event, at: number | null): boolean => {
    const files = [...(data?.files ?? [])];
    if (files.length > 0 && options.onFiles(files, at)) {
      event.preventDefault();
      return true;
    }
    return false;
  };
  return EditorView.domEventHandlers({
    drop(event, view) {
      if (view.state.readOnly) return false;
      return take(event.dataTransfer, event, view.posAtCoords({ x: event.clientX, y: event.clientY }));
    },
    paste(event, view) {
      if (view.state.readOnly) return false;
      if (take(event.clipboardData, event, null)) return true;
      const html = event.clipboardData?.getData("text/html") ?? "";
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      if (html === "" || !options.onHtml(html, plain)) return false;
      event.preventDefault();
      return true;
    },
  });
}

export function createCodeEditor(options: EditorOptions): CodeEditor {
  const editable = new Compartment();
  const isReadOnly = (readOnly: boolean) => [EditorState.readOnly.of(readOnly), EditorView.editable.of(true)];
  const state = EditorState.create({
    doc: options.text,
    extensions: [
      EditorView.cspNonce.of(options.nonce),
      EditorState.phrases.of(options.phrases),
      lineNumbers(),
      foldGutter(),
      codeFolding(),
      frontMatterFold,
      highlightSpecialChars(),
      history(),
      drawSelection(),
      indentUnit.of("  "),
      closeBrackets(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      lintGutter(),
      yamlFrontmatter({ content: markdown({ base: markdownLanguage }) }),
      syntaxHighlighting(classHighlighter),
      autocompletion({ override: [lessonCompletion(options.known)], icons: false }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "true", tabindex: "0" }),
      ...(options.published === null ? [] : [changedLines(options.published)]),
      editable.of(isReadOnly(options.readOnly)),
      handling(options),
      // The Tab key goes on to what comes after, as everywhere else.
      keymap.of([
        {
          key: "Mod-s",
          preventDefault: true,
          run: () => {
            options.onSave();
            return true;
          },
        },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...lintKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(update.state.doc.toString());
        if (update.selectionSet || update.docChanged) {
          options.onLine(update.state.doc.lineAt(update.state.selection.main.head).number);
        }
      }),
    ],
  });
  const view = new EditorView({ state, parent: options.parent });
  let isClosed = false;
  const end = frontMatterEnd(view.state);
  if (end !== null && view.state.doc.line(1).text.trimEnd() === "---") {
    // Folded away, and the cursor after it: what is put in first belongs to the lesson and not before it.
    const anchor = Math.min(end + 1, view.state.doc.length);
    view.dispatch({ effects: foldEffect.of({ from: view.state.doc.line(1).to, to: end }), selection: { anchor } });
  }
  return {
    text: () => view.state.doc.toString(),
    replace(text) {
      if (isClosed) return;
      const before = view.state.doc.toString();
      if (before === text) return;
      // Only what differs is replaced, so that the cursor and what is folded stay.
      let from = 0;
      while (from < before.length && from < text.length && before[from] === text[from]) from += 1;
      let tail = 0;
      while (
        tail < before.length - from &&
        tail < text.length - from &&
        before[before.length - 1 - tail] === text[text.length - 1 - tail]
      ) {
        tail += 1;
      }
      view.dispatch({ changes: { from, to: before.length - tail, insert: text.slice(from, text.length - tail) } });
    },
    insert(text, at = null) {
      const { from, to } = at === null ? view.state.selection.main : { from: at, to: at };
      const isBlock = text.includes("\n");
      const before = view.state.sliceDoc(view.state.doc.lineAt(from).from, from);
      const after = view.state.sliceDoc(to, view.state.doc.lineAt(to).to);
      const body = isBlock ? text.trim() : text;
      const insert = `${isBlock && before.trim() !== "" ? "\n\n" : ""}${body}${isBlock && after.trim() !== "" ? "\n\n" : ""}`;
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
      view.focus();
    },
    change(from, to, insert) {
      const range = { from: offsetOf(view.state, from), to: offsetOf(view.state, to) };
      view.dispatch({ changes: { ...range, insert }, selection: { anchor: range.from + insert.length } });
      view.focus();
    },
    show(problems, say) {
      const diagnostics = problems.map((problem): Diagnostic => {
        const from = offsetOf(view.state, problem);
        return {
          from,
          to: wordAt(view.state, from),
          severity: problem.severity,
          message: say(problem),
          source: "Repris",
        };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(place) {
      const anchor = offsetOf(view.state, place);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    setReadOnly: (readOnly) => view.dispatch({ effects: editable.reconfigure(isReadOnly(readOnly)) }),
    focus: () => view.focus(),
    close() {
      isClosed = true;
      view.destroy();
    },
  };
}
