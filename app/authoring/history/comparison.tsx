import { Fragment, type ReactNode } from "react";
import { useStudioWords } from "#app/words/areas/studio";
import type { Passage, Piece } from "./compare-texts";
import type { ComparedFile } from "./read-comparison.server";

/** What was said and is said, with what is gone struck through and what is new marked. */
export function Comparison(props: {
  file: ComparedFile;
  from: string;
  to: string;
  /** What stands under a changed passage. */
  under?: (passage: Extract<Passage, { kind: "changed" }>) => ReactNode;
}) {
  const { file, from, to, under } = props;
  const says = useStudioWords().compare;
  return (
    <section className="Compared" aria-label={file.path}>
      <header>
        <h3>
          <code>{file.path}</code>
        </h3>
        {file.only === null ? null : <span className="Muted">{says.onlyIn(file.only === "from" ? from : to)}</span>}
      </header>
      <div className="ComparedText" lang={file.language}>
        {file.passages.map((passage, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name but their place.
          <Fragment key={place}>
            <PassageText passage={passage} />
            {passage.kind === "changed" ? under?.(passage) : null}
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function PassageText({ passage }: { passage: Passage }) {
  const says = useStudioWords().compare;
  if (passage.kind === "same") {
    return (
      <details className="ComparedSame">
        <summary>{says.skipped(passage.count)}</summary>
        {passage.texts.map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name but their place.
          <p key={place}>{text}</p>
        ))}
      </details>
    );
  }
  return (
    <p className="ComparedChanged">
      {passage.pieces.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
        <PieceText key={place} piece={piece} />
      ))}
    </p>
  );
}

function PieceText({ piece }: { piece: Piece }) {
  const says = useStudioWords().compare;
  if (piece.kind === "same") return <>{piece.text}</>;
  const Mark = piece.kind === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="VisuallyHidden">{piece.kind === "added" ? says.added : says.removed}: </span>
      {piece.text}
    </Mark>
  );
}
