/** Marks the lines that are not as they are published. */
import { Chunk } from "@codemirror/merge";
import { type Extension, RangeSetBuilder, StateField, Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

const mark = Decoration.line({ class: "cm-changed" });

function linesIn(chunks: readonly Chunk[], doc: Text): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const chunk of chunks) {
    for (let position = chunk.fromB; position < chunk.toB; ) {
      const line = doc.lineAt(position);
      builder.add(line.from, line.from, mark);
      position = line.to + 1;
    }
  }
  return builder.finish();
}

/** A line of another ground for each that differs from the published text. */
export function changedLines(published: string): Extension {
  const original = Text.of(published.split("\n"));
  return StateField.define<{ readonly chunks: readonly Chunk[]; readonly lines: DecorationSet }>({
    create(state) {
      const chunks = Chunk.build(original, state.doc);
      return { chunks, lines: linesIn(chunks, state.doc) };
    },
    update(value, transaction) {
      if (!transaction.docChanged) return value;
      const chunks = Chunk.updateB(value.chunks, original, transaction.newDoc, transaction.changes);
      return { chunks, lines: linesIn(chunks, transaction.newDoc) };
    },
    provide: (field) => EditorView.decorations.from(field, ({ lines }) => lines),
  });
}

/** How many lines of a text are not as they were: those that are new or other, and those that are gone where nothing came instead. */
export function countChangedLines(published: string, text: string): number {
  const [before, after] = [Text.of(published.split("\n")), Text.of(text.split("\n"))];
  let count = 0;
  for (const chunk of Chunk.build(before, after)) {
    const lines = (doc: Text, from: number, to: number) =>
      to <= from ? 0 : doc.lineAt(Math.min(to - 1, doc.length)).number - doc.lineAt(from).number + 1;
    count += Math.max(lines(before, chunk.fromA, chunk.toA), lines(after, chunk.fromB, chunk.toB));
  }
  return count;
}
