import { Status, type StatusName } from "#app/ui/status";
import { useStudioWords } from "#app/words/areas/studio";
import type { ReviewView } from "./editor-view";

const statuses: Record<ReviewView["state"], StatusName> = {
  asked: "soon",
  approved: "current",
  changes: "overdue",
  outdated: "due",
  own: "exempt",
};

/** Where somebody's review of a draft stands. */
export function ReviewStatus({ state }: { state: ReviewView["state"] }) {
  const says = useStudioWords().publish;
  const texts: Record<ReviewView["state"], string> = {
    asked: says.askedAgo,
    approved: says.approved,
    changes: says.wantsChanges,
    outdated: says.outdated,
    own: says.own,
  };
  return <Status status={statuses[state]}>{texts[state]}</Status>;
}
