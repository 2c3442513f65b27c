import { Form, Link, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { largestMedia } from "#app/lessons/media";
import { Button } from "#app/ui/button";
import { FileDrop } from "#app/ui/file-drop";
import { Section } from "#app/ui/page";
import { Empty, Notice } from "#app/ui/panels";
import { useMediaWords } from "#app/words/areas/media";
import { useFormat } from "#app/words/context";
import { StudioBar } from "../studio/studio-bar";
import { filePath } from "../studio/studio-paths";
import { MediaFileRow } from "./media-file-row";
import { fileSize } from "./media-size";
import type { MediaView } from "./media-view";
import { refusalText } from "./refusal-text";
import type { MediaRefusal } from "./take-media-form.server";

export interface MediaDone {
  readonly added: string | null;
  readonly cleaned: string | null;
  readonly inserted: string | null;
  readonly removed: string | null;
}

const endings = ".png,.jpg,.jpeg,.webp,.avif,.svg,.mp4,.vtt,.pdf";

/** The files of a module's draft: bring one, put one into a lesson, take one out. */
export function MediaScreen(props: {
  view: MediaView;
  zone: string;
  done: MediaDone;
  refusal: MediaRefusal | undefined;
}) {
  const { view, zone, done, refusal } = props;
  const words = useMediaWords();
  const format = useFormat();
  const { formMethod, formEncType } = useNavigation();
  const busy = formMethod === "POST" && formEncType === "multipart/form-data";
  const upload = useRef<HTMLFormElement>(null);
  const { key } = useLocation();
  const seen = useRef(key);
  const isTaken = done.added !== null && refusal === undefined;
  // What was sent is not chosen any more.
  useEffect(() => {
    if (isTaken && seen.current !== key) upload.current?.reset();
    seen.current = key;
  }, [isTaken, key]);
  const size = (bytes: number) => fileSize(bytes, words.size, format);
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={view.module} draft={null} live={null} zone={zone} part={words.title} />
      <div className="StudioPart">
        <p className="Lead">{words.intro}</p>
        <div role="status">{refusal ? null : <Done done={done} module={view.module.id} />}</div>
        {refusal?.kind === "used" ? (
          <Notice icon="alert" status="overdue" live="alert" title={words.stays(refusal.name)} />
        ) : null}
        <Section id="media-upload" title={words.upload.title}>
          <Form ref={upload} method="post" encType="multipart/form-data" className="MediaForm">
            <FileDrop
              name="file"
              label={words.upload.label}
              hint={words.upload.hint}
              accept={endings}
              limit={largestMedia}
              chosen={(file) => words.upload.chosen(file.name, size(file.bytes))}
              tooLarge={(file) => words.upload.tooLarge(size(file.bytes))}
              error={refusal?.kind === "refused" ? refusalText(words, refusal) : undefined}
            />
            <p>
              <Button kind="primary" busy={busy}>
                {busy ? words.upload.sending : words.upload.send}
              </Button>
            </p>
          </Form>
        </Section>
        <Section id="media-list" title={words.list.title}>
          {view.files.length === 0 ? (
            <Empty icon="file" title={words.list.none}>
              <p>{words.list.noneText}</p>
            </Empty>
          ) : (
            <ul className="Lines MediaFiles">
              {view.files.map((file) => (
                <MediaFileRow
                  key={file.name}
                  file={file}
                  view={view}
                  isUndescribed={refusal?.kind === "undescribed" && refusal.name === file.name}
                />
              ))}
            </ul>
          )}
          <p className="Muted Small">{words.list.forgotten}</p>
        </Section>
      </div>
    </main>
  );
}

function Done({ done, module }: { done: MediaDone; module: string }) {
  const { done: words, list } = useMediaWords();
  if (done.added) {
    return (
      <Notice icon="check" status="current" title={words.added(done.added)}>
        <p>{done.cleaned ? words.cleaned(done.cleaned) : words.addedText}</p>
      </Notice>
    );
  }
  if (done.inserted) {
    return (
      <Notice icon="check" status="current" title={words.inserted(done.inserted)}>
        <p>
          {words.insertedText} <Link to={filePath(module, done.inserted)}>{words.open}</Link>
        </p>
      </Notice>
    );
  }
  if (!done.removed) return null;
  return (
    <Notice icon="check" status="current" title={words.removed(done.removed)}>
      <p>{list.forgotten}</p>
    </Notice>
  );
}
