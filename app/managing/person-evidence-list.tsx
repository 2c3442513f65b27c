import { Link } from "@remix-run/react";
import { Section } from "#app/ui/page";
import { Status, type StatusName } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { evidencePath } from "./paths";
import type { PersonEvidence } from "./person-view";

const statuses: Readonly<Record<PersonEvidence["state"], StatusName>> = {
  waiting: "planned",
  approved: "current",
  declined: "exempt",
  withdrawn: "exempt",
};

/** Evidence from elsewhere about this person, with what was decided. Whoever has none is told nothing of it. */
export function PersonEvidenceList(props: { rows: readonly PersonEvidence[]; today: string }) {
  const says = useWords().person.evidence;
  const format = useFormat();
  if (props.rows.length === 0) return null;
  return (
    <Section id="evidence" title={says.title}>
      <ul className="PersonEvidence">
        {props.rows.map((row) => (
          <li key={row.id}>
            <Link to={evidencePath(row.id)}>{row.module}</Link>
            <span className="Muted">
              {row.issuer}, {format.date(row.completedOn)}
              {row.expiresOn === null ? null : <>. {says.until(format.date(row.expiresOn))}</>}
            </span>
            <Status status={statuses[row.state]}>{says.states[row.state]}</Status>
          </li>
        ))}
      </ul>
    </Section>
  );
}
