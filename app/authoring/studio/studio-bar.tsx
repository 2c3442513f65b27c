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
  module: EditorView["module"];
  draft: EditorView["draft"];
  live: number | null;
  zone: string;
  /** A page of the module's besides the editor: the way back is shown. */
  part?: ReactNode;
}) {
  const { module, draft, live, zone, part } = props;
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
        {draft || live === null ? null : `${says.unchanged} `}
        {live === null ? says.notLive : says.live(live)}
      </span>
      <span className="Row Push StudioWays" data-gap="2">
        {part ? (
          <LinkButton size="dense" to={modulePath(module.id)}>
            <Icon name="left" />
            {words.contents.back}
          </LinkButton>
        ) : null}
        <LinkButton size="dense" to={partPath(module.id, "settings")}>
          {says.settings}
        </LinkButton>
        <LinkButton size="dense" to={partPath(module.id, "history")}>
          <Icon name="undo" />
          {says.history}
        </LinkButton>
        {draft && live !== null ? (
          <LinkButton size="dense" to={partPath(module.id, "compare")}>
            <Icon name="branch" />
            {says.compare(live)}
          </LinkButton>
        ) : null}
      </span>
    </div>
  );
}
