import { JobProgress } from "#app/ui/job-progress";
import { Notice } from "#app/ui/panels";
import { useStudioWords } from "#app/words/areas/studio";
import { useFormat } from "#app/words/context";
import type { FollowingView } from "./editor-view";
import { modulePath } from "./studio-paths";

/** A publication under way, for everybody who has the module open. */
export function Following({ following, module }: { following: FollowingView; module: string }) {
  const says = useStudioWords().following;
  const format = useFormat();
  const { step, number, done, total } = following;
  if (step === "failed") {
    return (
      <Notice icon="alert" status="overdue" title={says.title(number)} live="alert">
        <p>{says.failed}</p>
      </Notice>
    );
  }
  return (
    <JobProgress
      title={says.title(number)}
      share={step === "compiling" || !total ? null : done / total}
      label={says.title(number)}
      note={`${step === "compiling" ? says.compiling : says.refreshing(format.number(done), format.number(total ?? 0))} ${says.leave}`}
      refresh={says.again}
      to={modulePath(module)}
    />
  );
}
