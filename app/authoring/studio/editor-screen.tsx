import { Form } from "@remix-run/react";
import { type ComponentType, type MutableRefObject, useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { Notice } from "#app/ui/panels";
import { useStudioWords } from "#app/words/areas/studio";
import { CourseTree } from "./course-tree";
import type { EditorView, OpenFile } from "./editor-view";
import { Following } from "./following";
import { ProblemList } from "./problem-list";
import { PublishPanel } from "./publish-panel";
import { StudioBar } from "./studio-bar";
import { filePath } from "./studio-paths";

type Flush = MutableRefObject<(() => Promise<void>) | null>;
type WorkbenchProps = {
  view: EditorView;
  file: OpenFile;
  zone: string;
  onOpen: (path: string) => void;
  flush: Flush;
};

/** A module's source, its preview, what is wrong in it, and its publication. */
export function EditorScreen(props: {
  view: EditorView;
  zone: string;
  /** What was just done. */
  done: string | null;
  onOpen: (path: string) => void;
}) {
  const { view, zone, done, onOpen } = props;
  const words = useStudioWords();
  const { module, file } = view;
  const flush: Flush = useRef(null);
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={module} draft={view.draft} live={view.live} zone={zone} />
      {view.following ? <Following following={view.following} module={module.id} /> : null}
      <div role="status">
        {done === "aside" ? <Notice icon="alert" status="due" title={words.editor.status.aside} /> : null}
        {done === "kept" ? <Notice icon="check" status="current" title={words.publish.kept} /> : null}
      </div>
      <div className="Studio">
        <CourseTree courses={view.courses} module={module.id} files={view.files} path={file?.path ?? null} />
        {file ? <Writing view={view} file={file} zone={zone} onOpen={onOpen} flush={flush} /> : null}
      </div>
      {view.publish ? (
        <PublishPanel
          key={`${module.id} ${view.publish.number}`}
          module={module.id}
          publish={view.publish}
          languages={view.languages}
          flush={flush}
        />
      ) : null}
      {view.draft ? (
        <details className="Foldout Discard">
          <summary>{words.publish.discard}</summary>
          <Form method="post">
            <p>{view.live === null ? words.publish.discardNewText : words.publish.discardText}</p>
            <Button kind="danger" size="dense" name="intent" value="discard">
              {words.publish.discardConfirm}
            </Button>
          </Form>
        </details>
      ) : null}
    </main>
  );
}

/** The editor where there is script, and a form where there is none. */
function Writing(props: WorkbenchProps) {
  const { view, file } = props;
  const says = useStudioWords();
  const [Workbench, setWorkbench] = useState<ComponentType<WorkbenchProps> | null>(null);
  useEffect(() => {
    let isHere = true;
    void import("./editor/workbench").then((loaded) => {
      if (isHere) setWorkbench(() => loaded.Workbench);
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (Workbench) return <Workbench key={`${view.module.id} ${file.path}`} {...props} />;
  return (
    <>
      <section className="Pane SourceEditor" aria-labelledby="source-title">
        <header>
          <h2 id="source-title">{file.path}</h2>
        </header>
        <Form method="post" reloadDocument>
          <input type="hidden" name="path" value={file.path} />
          <input type="hidden" name="from" value={file.version} />
          <input type="hidden" name="draft" value={file.draftId ?? ""} />
          <input type="hidden" name="revision" value={file.revision ?? ""} />
          <textarea
            className="Input PlainSource"
            name="text"
            aria-label={says.editor.label(file.path)}
            defaultValue={file.text}
            rows={24}
          />
          <p>
            <Button name="intent" value="save" size="dense">
              {says.editor.save}
            </Button>
          </p>
        </Form>
      </section>
      <section className="Pane Preview" aria-label={says.preview.frame} />
      <ProblemList
        problems={view.problems}
        path={file.path}
        onGoTo={null}
        onRepair={null}
        hrefOf={(path) => filePath(view.module.id, path)}
      />
    </>
  );
}
