import { useRevalidator } from "@remix-run/react";
import { type MutableRefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Problem, problemText } from "#app/lessons/problem";
import { Button } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Notice } from "#app/ui/panels";
import { Status } from "#app/ui/status";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat, useLanguage } from "#app/words/context";
import type { EditingView, EditorView, OpenFile } from "../editor-view";
import type { Preview } from "../preview.server";
import { ProblemList } from "../problem-list";
import { filePath } from "../studio-paths";
import { countChangedLines } from "./changed-lines";
import { type CodeEditor, createCodeEditor } from "./code-editor";
import { ConflictPane } from "./conflict-pane";
import { type Conflict, DraftSaver, type SaveStatus } from "./draft-saver";
import { keptText } from "./kept-text";
import { PreviewPane } from "./preview-pane";
import { sendFields } from "./send-fields";
import { takeFiles, takeHtml } from "./take-pasted";

const hereMs = 15_000;

/** The nonce of this document, which its own scripts may know: styles that are made while editing carry it. */
function documentNonce(): string {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
}

/** Source, preview and problems of one file, for whoever has script. */
export function Workbench(props: {
  view: EditorView;
  file: OpenFile;
  zone: string;
  onOpen: (path: string) => void;
  /** What saves everything that was typed, while there is an editor. */
  flush: MutableRefObject<(() => Promise<void>) | null>;
}) {
  const { view, file, zone, onOpen, flush } = props;
  const words = useStudioWords();
  const says = words.editor;
  const format = useFormat();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const saver = useRef<DraftSaver | null>(null);
  const [text, setText] = useState(file.text);
  const [line, setLine] = useState(1);
  const [status, setStatus] = useState<SaveStatus>("saved");
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [editing, setEditing] = useState<EditingView | null>(view.editing);
  const [own, setOwn] = useState<readonly Problem[] | null>(null);
  const wasMine = useRef(view.editing?.isMe ?? true);
  const isHeld = editing !== null && !editing.isMe;
  const isReadOnly = isHeld || view.module.isArchived;
  const module = view.module.id;

  const known = useRef({
    departments: view.departments,
    media: view.media,
    questions: view.questionIds,
    revision: view.live,
  });
  known.current = {
    departments: view.departments,
    media: view.media,
    questions: view.questionIds,
    revision: view.live,
  };

  // The editor is made once for a file: what comes from the server afterwards is put into it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another file makes another editor.
  useEffect(() => {
    if (!place.current) return;
    const kept = keptText(view.me, module, file.path);
    const isRestored = kept !== null && kept.text !== file.text;
    const made = createCodeEditor({
      parent: place.current,
      text: isRestored ? kept.text : file.text,
      published: file.published,
      label: says.label(file.path),
      readOnly: isReadOnly,
      nonce: documentNonce(),
      phrases: says.phrases,
      known: () => known.current,
      onChange(changed) {
        setText(changed);
        saver.current?.changed();
      },
      onLine: setLine,
      onSave: () => void saver.current?.save(),
      onFiles: (files, place) => takeFiles(module, files, made, setSaid, says, place),
      onHtml: (html, plain) => takeHtml(html, plain, made, setSaid, says),
    });
    editor.current = made;
    const saving = new DraftSaver({
      person: view.me,
      module,
      path: file.path,
      version: isRestored ? kept.from : file.version,
      draftId: isRestored ? kept.draftId : file.draftId,
      revision: isRestored ? kept.revision : file.revision,
      savedText: file.text,
      text: () => made.text(),
      onStatus: setStatus,
      onMerged: (merged) => made.replace(merged),
      onConflict: setConflict,
      onSaved: () => revalidate(),
    });
    saver.current = saving;
    if (isRestored) {
      setText(kept.text);
      setSaid(says.status.restored);
      void saving.save();
    }
    flush.current = () => saving.flush();
    return () => {
      flush.current = null;
      // What is not saved yet is sent, and what is typed during a save after it.
      void saving.close();
      made.close();
      saver.current = null;
      editor.current = null;
    };
  }, [file.path, module]);

  // Somebody else saved, or a version was fetched back: shown as soon as nothing of one's own waits.
  useEffect(() => {
    const saving = saver.current;
    if (!saving || saving.isUnsaved || (file.draftId === saving.draftId && file.version <= saving.version)) return;
    saving.follow(file.text, file.version, file.draftId);
    editor.current?.replace(file.text);
  }, [file.text, file.version, file.draftId]);

  useEffect(() => editor.current?.setReadOnly(isReadOnly), [isReadOnly]);

  const beHere = useCallback(
    async (takeOver: boolean) => {
      const sent = await sendFields<{ editing: EditingView | null }>(`/studio/${module}/here`, { takeOver });
      if (sent.kind !== "answer") return;
      const now = sent.answer.editing;
      if (wasMine.current && now !== null && !now.isMe) {
        setSaid(says.takenOver(now.name));
        // What was typed until now is kept, whoever holds the draft.
        await saver.current?.save();
      }
      wasMine.current = now?.isMe ?? false;
      setEditing(now);
      if (now !== null && !now.isMe) revalidate();
    },
    [module, revalidate, says],
  );
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void beHere(false);
    }, hereMs);
    return () => clearInterval(timer);
  }, [beHere]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (saver.current?.isUnsaved) event.preventDefault();
    };
    addEventListener("beforeunload", leave);
    return () => removeEventListener("beforeunload", leave);
  }, []);

  const onPreview = useCallback((preview: Preview) => setOwn(preview.problems), []);
  const source = useMemo(
    () => ({ module, path: file.path, text, language: file.language }),
    [module, file.path, file.language, text],
  );
  const problems = useMemo(() => {
    if (own === null) return view.problems;
    // What was found while typing is newer; what only the whole module shows is as it was saved.
    const key = (problem: Problem) => `${problem.code} ${problem.message}`;
    const now = new Set(own.map(key));
    const alone = new Set(["translation-mismatch", "translation-missing", "question-id-repeated", "id-repeated"]);
    const others = view.problems.filter(
      (problem) => problem.path !== file.path || (alone.has(problem.code) && !now.has(key(problem))),
    );
    return [...own, ...others];
  }, [own, view.problems, file.path]);
  useEffect(() => {
    const here = problems.filter(({ path }) => path === file.path);
    editor.current?.show(here, (problem) => problemText(problem, language));
  }, [problems, file.path, language]);

  const count = (severity: Problem["severity"]) =>
    problems.filter((problem) => problem.path === file.path && problem.severity === severity).length;
  const repair = (problem: Problem) => {
    const { edit } = problem;
    if (edit) editor.current?.change(edit.from, edit.to, edit.insert);
  };
  const siblings = view.languages.map((code) => ({
    code,
    path:
      view.files.find((other) => other.kind === file.kind && other.name === file.name && other.language === code)
        ?.path ?? null,
  }));

  return (
    <>
      <section className="Pane SourceEditor" aria-labelledby="source-title">
        <header>
          <h2 id="source-title">{file.path}</h2>
          <span className="Muted">
            {file.published === null || view.live === null
              ? says.fresh
              : says.changedLines(countChangedLines(file.published, text), view.draft?.base ?? view.live)}
          </span>
          <span className="Push Row" data-gap="3">
            {count("error") > 0 ? <Status status="overdue">{says.errors(count("error"))}</Status> : null}
            {count("warning") > 0 ? <Status status="due">{says.warnings(count("warning"))}</Status> : null}
          </span>
        </header>
        {isHeld ? (
          <Notice icon="users" title={says.editing(editing.name, format.time(editing.since, zone))} live="status">
            <p>{says.editingText}</p>
            <Button type="button" size="dense" onClick={() => void beHere(true)}>
              {says.takeOver}
            </Button>
          </Notice>
        ) : null}
        {view.module.isArchived ? <Notice icon="lock" title={words.contents.archivedText} /> : null}
        {conflict ? (
          <ConflictPane
            conflict={conflict}
            mine={text}
            nonce={documentNonce()}
            onChoose={(mine, chosen) => {
              setConflict(null);
              setSaid(null);
              if (mine) editor.current?.replace(chosen);
              void saver.current?.settle(conflict, mine);
              // It is shown again once this has been drawn.
              requestAnimationFrame(() => editor.current?.focus());
            }}
          />
        ) : null}
        <div className="CodeEditor" ref={place} hidden={conflict !== null} />
        <p className="EditorStatus" role="status" data-status={status}>
          {status === "saved" || status === "merged" ? <Icon name="check" /> : null}
          {status === "offline" || status === "signed-out" || status === "refused" ? <Icon name="offline" /> : null}
          <span>{statusText(status, says)}</span>
          {status === "signed-out" ? (
            <a href="/sign-in" target="_blank" rel="noreferrer">
              {says.status.signIn}
            </a>
          ) : null}
          {said ? <span className="Muted">{said}</span> : null}
        </p>
      </section>
      <PreviewPane
        source={source}
        departments={view.departments}
        line={line}
        languages={siblings}
        onLanguage={onOpen}
        onPreview={onPreview}
      />
      <ProblemList
        problems={problems}
        path={file.path}
        onGoTo={(problem) => editor.current?.goTo(problem)}
        onRepair={repair}
        hrefOf={(path) => filePath(module, path)}
      />
    </>
  );
}

function statusText(status: SaveStatus, says: ReturnType<typeof useStudioWords>["editor"]): string {
  const { status: texts } = says;
  switch (status) {
    case "signed-out":
      return texts.signedOut;
    case "too-long":
      return texts.tooLong;
    case "conflict":
      return says.conflictText;
    default:
      return texts[status];
  }
}
