import type { ReactNode } from "react";
import { LinkButton } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Badge } from "#app/ui/panels";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat } from "#app/words/context";
import type { EditorView } from "./editor-view";
import { modulePath, partPath } from "./studio-paths";

/** What a module is called, how its draft stands, and the ways to its other pages. */
export function StudioBar(props: {
  module: Pick<EditorView["module"], "id" | "title">;
  draft: EditorView["draft"];
  live: number | null;
  zone: string;
  /** A page of the module's besides the editor: the way back is shown. */
  part?: ReactNode;
  /** Whether the reader may go to the module's pages; who only reviews may not. */
  ways?: boolean;
}) {
  const { module, draft, live, zone, part, ways = true } = props;
  const words = useStudioWords();
  const says = words.bar;
  const format = useFormat();
  return (
    <div className="StudioBar">
      <h1>
        {part ? (
          <>
            {part}
            <span className="Muted"> · {module.title}</span>
          </>
        ) : (
          module.title
        )}
      </h1>
      {draft ? <Badge>{says.draftOf(draft.base + 1)}</Badge> : null}
      <span className="Muted">
        {draft?.savedAt
          ? `${says.saved(format.time(draft.savedAt, zone), draft.savedByMe ? null : draft.savedBy)} `
          : null}
        {draft || live === null || part ? null : `${says.unchanged} `}
        {live === null ? (part ? null : says.notLive) : says.live(live)}
      </span>
      {ways ? <Ways module={module.id} draft={draft !== null} live={live} isPart={part !== undefined} /> : null}
    </div>
  );
}

function Ways(props: { module: string; draft: boolean; live: number | null; isPart: boolean }) {
  const { module, draft, live, isPart } = props;
  const words = useStudioWords();
  const says = words.bar;
  return (
    <span className="Row Push StudioWays" data-gap="2">
      {isPart ? (
        <LinkButton size="dense" to={modulePath(module)}>
          <Icon name="left" />
          {words.contents.back}
        </LinkButton>
      ) : null}
      <LinkButton size="dense" to={partPath(module, "settings")}>
        {says.settings}
      </LinkButton>
      <LinkButton size="dense" to={partPath(module, "media")}>
        {says.media}
      </LinkButton>
      <LinkButton size="dense" to={partPath(module, "gift")}>
        {says.gift}
      </LinkButton>
      {draft || isPart ? (
        <LinkButton size="dense" to={partPath(module, "review")}>
          {says.review}
        </LinkButton>
      ) : null}
      <LinkButton size="dense" to={partPath(module, "history")}>
        <Icon name="undo" />
        {says.history}
      </LinkButton>
      {isPart || (draft && live !== null) ? (
        <LinkButton size="dense" to={partPath(module, "compare")}>
          <Icon name="branch" />
          {isPart || live === null ? words.compare.title : says.compare(live)}
        </LinkButton>
      ) : null}
    </span>
  );
}
