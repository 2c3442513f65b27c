/** Parts that the screens of evidence share. */
import { Notice } from "#app/ui/panels";
import { Status, type StatusName } from "#app/ui/status";
import { useEvidenceWords } from "#app/words/areas/evidence";
import type { EvidenceRow, EvidenceState } from "./evidence-view";

const statuses: Readonly<Record<EvidenceState, StatusName>> = {
  waiting: "planned",
  approved: "current",
  declined: "exempt",
  withdrawn: "exempt",
};

/** Where evidence stands; what is approved and ends soon looks so. */
export function StateOf({ state, endsIn = null }: Pick<EvidenceRow, "state"> & Partial<Pick<EvidenceRow, "endsIn">>) {
  const words = useEvidenceWords().states;
  return <Status status={endsIn === null ? statuses[state] : "soon"}>{words[state]}</Status>;
}

/** The receipt for what was just done. */
export function Receipt({ said }: { said: { readonly title: string; readonly text: string } | null }) {
  return (
    <div role="status" className={said ? "EvidenceDone" : undefined}>
      {said ? (
        <Notice icon="check" status="current" title={said.title}>
          <p>{said.text}</p>
        </Notice>
      ) : null}
    </div>
  );
}
