import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { useMediaWords } from "#app/words/areas/media";
import { useFormat } from "#app/words/context";
import { filePath } from "../studio/studio-paths";
import { captionsBeside } from "./media-markup";
import { fileSize } from "./media-size";
import type { MediaEntry, MediaView } from "./media-view";

/** One file: what it is, where it is shown, and what can be done with it. */
export function MediaFileRow(props: { file: MediaEntry; view: MediaView; isUndescribed: boolean }) {
  const { file, view, isUndescribed } = props;
  const words = useMediaWords();
  return (
    <li>
      <div className="MediaThumbnail">
        {file.thumbnail ? <img src={file.thumbnail} alt="" loading="lazy" decoding="async" /> : <Icon name="file" />}
      </div>
      <div className="MediaAbout">
        <a href={file.href}>
          <b>{file.name}</b>
        </a>
        <p className="Muted">
          <Facts file={file} />
        </p>
        <p>
          {file.usedIn.length === 0 ? words.list.unused : `${words.list.used} `}
          {file.usedIn.map((path, place) => (
            <span key={path}>
              {place > 0 ? ", " : null}
              <Link to={filePath(view.module.id, path)}>{path}</Link>
            </span>
          ))}
        </p>
        {file.kind === "captions" || view.lessons.length === 0 ? null : (
          <details open={isUndescribed}>
            <summary>{words.insert.open}</summary>
            <Insertion file={file} view={view} isUndescribed={isUndescribed} />
          </details>
        )}
      </div>
      {file.usedIn.length > 0 ? null : (
        <Form method="post">
          <input type="hidden" name="name" value={file.name} />
          <Button kind="quiet" size="dense" name="intent" value="remove" aria-label={words.removeName(file.name)}>
            {words.remove}
          </Button>
        </Form>
      )}
    </li>
  );
}

function Facts({ file }: { file: MediaEntry }) {
  const words = useMediaWords();
  const format = useFormat();
  const { kind, form, bytes, width, height, seconds } = file;
  const facts = [`${words.kinds[kind]} (${form})`, fileSize(bytes, words.size, format)];
  if (width !== null && height !== null) facts.push(words.pixels(format.number(width), format.number(height)));
  if (seconds !== null) facts.push(words.seconds(format.number(Math.floor(seconds / 60)), format.number(seconds % 60)));
  return <>{facts.join(" · ")}</>;
}

function Insertion(props: { file: MediaEntry; view: MediaView; isUndescribed: boolean }) {
  const { file, view, isUndescribed } = props;
  const words = useMediaWords();
  const { insert } = words;
  const label = { picture: insert.alt, video: insert.videoTitle, captions: "", document: insert.documentTitle };
  const missing = file.kind === "picture" ? words.describe.picture : words.describe.other;
  const beside = captionsBeside(file.name, view.captions);
  return (
    <Form method="post" className="MediaForm">
      <input type="hidden" name="name" value={file.name} />
      <Field
        label={label[file.kind]}
        hint={file.kind === "picture" ? insert.altHint : undefined}
        error={isUndescribed ? missing : undefined}
      >
        <Input name="said" required maxLength={500} />
      </Field>
      {file.kind === "video" ? (
        <Field label={insert.captions}>
          <Select name="captions" defaultValue={beside ?? ""}>
            <option value="">{insert.noCaptions}</option>
            {view.captions.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field label={insert.lesson}>
        <Select name="path">
          {view.lessons.map((path) => (
            <option key={path} value={path}>
              {path}
            </option>
          ))}
        </Select>
      </Field>
      <p>
        <Button size="dense" name="intent" value="insert">
          {insert.submit}
        </Button>
      </p>
    </Form>
  );
}
