import { Form, Link } from "@remix-run/react";
import { dayIn } from "#app/platform/clock";
import { Button } from "#app/ui/button";
import { Section } from "#app/ui/page";
import { Badge } from "#app/ui/panels";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat } from "#app/words/context";
import { StudioBar } from "../studio/studio-bar";
import { partPath } from "../studio/studio-paths";
import type { HistoryView } from "./read-history.server";

/** Every revision with who, when and why; and every save of the draft. */
export function HistoryScreen({ view, zone }: { view: HistoryView; zone: string }) {
  const says = useStudioWords().history;
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={view.module} draft={null} live={view.live} zone={zone} part={says.title} />
      <div className="StudioPart">
        <Section id="revisions" title={says.revisions}>
          <Revisions view={view} />
        </Section>
        <Section id="saves" title={says.saves}>
          <Saves view={view} zone={zone} />
        </Section>
      </div>
    </main>
  );
}

function Revisions({ view }: { view: HistoryView }) {
  const words = useStudioWords();
  const says = words.history;
  const format = useFormat();
  if (view.revisions.length === 0) return <p className="Muted">{says.none}</p>;
  const compare = (from: string, to: string) =>
    `${partPath(view.module.id, "compare")}?${new URLSearchParams({ from, to })}`;
  return (
    <ol className="Lines HistoryList">
      {view.revisions.map((revision, place) => (
        <li key={revision.number}>
          <div>
            <b>{words.compare.version(revision.number)}</b>{" "}
            {revision.number === view.live ? <Badge>{says.live}</Badge> : null}
            <p>{revision.note}</p>
            <p className="Muted Small">
              {format.date(revision.on)} · {says.change[revision.change]} · {says.by(revision.by)}
            </p>
          </div>
          <div className="Row" data-gap="3">
            {place < view.revisions.length - 1 ? (
              <Link to={compare(String(revision.number - 1), String(revision.number))}>{says.compare}</Link>
            ) : null}
            {view.hasDraft ? <Link to={compare(String(revision.number), "draft")}>{says.compareWithDraft}</Link> : null}
            <Form method="post">
              <input type="hidden" name="number" value={revision.number} />
              <Button size="dense" name="intent" value="restore-revision" aria-label={says.restoreOf(revision.number)}>
                {says.restore}
              </Button>
            </Form>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Saves({ view, zone }: { view: HistoryView; zone: string }) {
  const says = useStudioWords().history;
  const format = useFormat();
  return (
    <>
      {view.saves.length === 0 ? <p className="Muted">{says.noSaves}</p> : null}
      <ol className="Lines HistoryList">
        {view.saves.map((save) => (
          <li key={`${save.draftId} ${save.path} ${save.number}`}>
            <div>
              <code>{save.path}</code> {save.kind === "saved" ? null : <Badge>{says[save.kind]}</Badge>}
              <p className="Muted Small">
                {format.date(dayIn(zone, new Date(save.at)))} {format.time(save.at, zone)} · {says.saved(save.by)}
              </p>
            </div>
            {save.isCurrent || save.kind === "removed" ? null : (
              <Form method="post">
                <input type="hidden" name="draft" value={save.draftId} />
                <input type="hidden" name="path" value={save.path} />
                <input type="hidden" name="number" value={save.number} />
                <Button
                  size="dense"
                  name="intent"
                  value="restore-save"
                  aria-label={says.restoreSaveOf(save.path, save.number)}
                >
                  {says.restoreSave}
                </Button>
              </Form>
            )}
          </li>
        ))}
        {view.hasDraft
          ? null
          : view.discarded.map((draft) => (
              <li key={draft.id}>
                <span>{says.discarded(format.date(dayIn(zone, new Date(draft.at))))}</span>
                <Form method="post">
                  <input type="hidden" name="draft" value={draft.id} />
                  <Button size="dense" name="intent" value="restore-draft">
                    {says.restoreDraft}
                  </Button>
                </Form>
              </li>
            ))}
      </ol>
    </>
  );
}
