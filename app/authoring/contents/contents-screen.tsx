import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { useStudioWords } from "#app/words/areas/studio";
import { useLanguageName } from "#app/words/language-name";
import type { FileKind } from "../drafts/draft-path";
import type { EditorView, FileEntry } from "../studio/editor-view";
import { StudioBar } from "../studio/studio-bar";
import { filePath } from "../studio/studio-paths";
import type { NotTaken } from "./take-contents-form.server";

const kinds = ["lesson", "refresher", "question"] as const;

/** The files of a module: in what order, in which languages, and what can be added. */
export function ContentsScreen(props: { view: EditorView; zone: string; isDone: boolean; notTaken: NotTaken | null }) {
  const { view, zone, isDone, notTaken } = props;
  const words = useStudioWords();
  const says = words.contents;
  const { module } = view;
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={module} draft={view.draft} live={view.live} zone={zone} part={says.title} />
      <div className="StudioPart">
        <div role="status">{isDone ? <Notice icon="check" status="current" title={says.done} /> : null}</div>
        {kinds.map((kind) => (
          <Section key={kind} id={`files-${kind}`} title={words.files[kind]}>
            <FileTable view={view} kind={kind} notTaken={notTaken} />
          </Section>
        ))}
        <Section id="add" title={says.add}>
          <AddForm languages={view.languages} notTaken={notTaken?.intent === "add" ? notTaken : null} />
        </Section>
        <Archive view={view} />
      </div>
    </main>
  );
}

function FileTable({ view, kind, notTaken }: { view: EditorView; kind: FileKind; notTaken: NotTaken | null }) {
  const says = useStudioWords().contents;
  const names = [...new Set(view.files.filter((file) => file.kind === kind).map(({ name }) => name))];
  if (names.length === 0) return <p className="Muted">{says.none[kind]}</p>;
  return (
    <ol className="Lines ContentsList">
      {names.map((name, place) => (
        <FileLine
          key={name}
          view={view}
          kind={kind}
          name={name}
          isFirst={place === 0}
          isLast={place === names.length - 1}
          notTaken={notTaken?.intent === "rename" && notTaken.name === name ? notTaken : null}
        />
      ))}
    </ol>
  );
}

function FileLine(props: {
  view: EditorView;
  kind: FileKind;
  name: string;
  isFirst: boolean;
  isLast: boolean;
  notTaken: NotTaken | null;
}) {
  const { view, kind, name, isFirst, isLast, notTaken } = props;
  const words = useStudioWords();
  const says = words.contents;
  const nameOf = useLanguageName();
  const files = view.files.filter((file) => file.kind === kind && file.name === name);
  const [first] = files as [FileEntry];
  const missing = view.languages.filter((language) => !files.some((file) => file.language === language));
  return (
    <li>
      <div className="ContentsNames">
        {files.map((file) => (
          <span key={file.path}>
            <Link to={filePath(view.module.id, file.path)} lang={file.language}>
              {file.title}
            </Link>{" "}
            <small className="Muted">{file.language.toUpperCase()}</small>{" "}
            {file.isChanged ? <Status status="changed">{words.changed}</Status> : null}
          </span>
        ))}
        <code className="Muted">{name}</code>
      </div>
      <Form method="post" className="Row" data-gap="2">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="path" value={first.path} />
        {missing.map((language) => (
          <Button key={language} size="dense" name="intent" value={`translate ${language}`}>
            {says.translate(nameOf(language))}
          </Button>
        ))}
        {kind === "question" ? null : (
          <>
            <button
              type="submit"
              className="IconButton"
              name="intent"
              value="up"
              aria-disabled={isFirst}
              aria-label={says.up(first.title)}
            >
              <Icon name="up" />
            </button>
            <button
              type="submit"
              className="IconButton"
              name="intent"
              value="down"
              aria-disabled={isLast}
              aria-label={says.down(first.title)}
            >
              <Icon name="down" />
            </button>
          </>
        )}
      </Form>
      <details className="Foldout" open={notTaken !== null}>
        <summary aria-label={says.renameOf(first.title)}>{says.rename}</summary>
        <Form method="post" className="Row" data-gap="2" data-align="end">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="name" value={name} />
          <Field label={says.newName} error={notTaken ? problemOf(notTaken, says) : undefined}>
            <Input
              dense
              name="title"
              defaultValue={notTaken?.typed ?? name.replace(/^\d{2}-/, "")}
              maxLength={60}
              required
            />
          </Field>
          <Button size="dense" name="intent" value="rename">
            {says.submitRename}
          </Button>
        </Form>
      </details>
      <details className="Foldout">
        <summary aria-label={says.removeOf(first.title)}>{says.remove}</summary>
        <Form method="post">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="name" value={name} />
          <p>{says.removeText}</p>
          <Button kind="danger" size="dense" name="intent" value="remove">
            {says.submitRemove}
          </Button>
        </Form>
      </details>
    </li>
  );
}

function problemOf(notTaken: NotTaken, says: ReturnType<typeof useStudioWords>["contents"]): string {
  return notTaken.problem === "taken" ? says.taken : says.noName;
}

function AddForm({ languages, notTaken }: { languages: readonly string[]; notTaken: NotTaken | null }) {
  const says = useStudioWords().contents;
  const nameOf = useLanguageName();
  return (
    <Form method="post" className="Stack" data-gap="2">
      <div className="Row" data-gap="3" data-align="end">
        <Field label={says.kind}>
          <Select name="kind">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {says.kinds[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={says.name} error={notTaken ? problemOf(notTaken, says) : undefined}>
          <Input
            aria-describedby={notTaken ? undefined : "name-hint"}
            name="title"
            defaultValue={notTaken?.typed ?? ""}
            maxLength={120}
            required
          />
        </Field>
        <Field label={says.language}>
          <Select name="language">
            {languages.map((language) => (
              <option key={language} value={language}>
                {nameOf(language)}
              </option>
            ))}
          </Select>
        </Field>
        <Button name="intent" value="add">
          {says.submitAdd}
        </Button>
      </div>
      <p id="name-hint" className="Muted Small">
        {says.nameHint}
      </p>
    </Form>
  );
}

function Archive({ view }: { view: EditorView }) {
  const says = useStudioWords().contents;
  if (view.module.isArchived) {
    return (
      <Section id="archive" title={says.restore}>
        <Form method="post">
          <p>{says.restoreText}</p>
          <Button name="intent" value="restore">
            {says.restore}
          </Button>
        </Form>
      </Section>
    );
  }
  if (view.live === null || view.draft) return null;
  return (
    <details className="Foldout">
      <summary>{says.archive}</summary>
      <Form method="post">
        <p>{says.archiveText}</p>
        <Button kind="danger" name="intent" value="archive">
          {says.submitArchive}
        </Button>
      </Form>
    </details>
  );
}
