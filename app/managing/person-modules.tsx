import { useId } from "react";
import type { CivilDate } from "#app/domain/calendar";
import { Section } from "#app/ui/page";
import { Status } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { explain, statusOf } from "#app/words/explanation";
import { laneOf } from "./lane";
import type { PersonModule } from "./person-view";
import { listedAudiences } from "./required-for";
import { StandingLane } from "./standing-lane";

/** Every module with its last twelve months, its standing, and why it is so. */
export function PersonModules(props: { modules: readonly PersonModule[]; today: CivilDate }) {
  const { modules, today } = props;
  const words = useWords();
  const format = useFormat();
  const says = words.person.modules;
  const hatch = useId();
  const lane = laneOf(today);
  if (modules.length === 0) {
    return (
      <Section id="modules" title={says.title}>
        <p className="Muted SectionLead">{says.none}</p>
      </Section>
    );
  }
  return (
    <Section id="modules" title={says.title} aside={<LaneLegend />}>
      <svg className="Pattern" width="0" height="0" aria-hidden="true">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="hatch" x1="0.5" x2="0.5" y1="0" y2="6" />
          </pattern>
        </defs>
      </svg>
      <div className="Strip">
        <div className="Months" aria-hidden="true">
          {lane.months.map((month) => (
            <span key={month}>{format.month(month)}</span>
          ))}
        </div>
        <ol>
          {modules.map((module) => {
            const { status, label } = statusOf(module.standing, { words, format, today });
            return (
              <li key={module.id}>
                <div>
                  <b>{module.title}</b>
                  <small className="Muted">
                    {module.requiredFor.length > 0
                      ? says.requiredFor(listedAudiences(module.requiredFor))
                      : says.notRequired}
                  </small>
                </div>
                <StandingLane lane={lane} module={module} today={today} hatch={`url(#${hatch})`} />
                <div>
                  {status === "none" ? (
                    <span className="Muted">{label}</span>
                  ) : (
                    <Status status={status}>{label}</Status>
                  )}
                </div>
                <p>{explain(module.standing, { words, format, today, voice: "they" })}</p>
              </li>
            );
          })}
        </ol>
      </div>
    </Section>
  );
}

const marks = ["past", "open", "gap", "away", "today"] as const;

/** What the marks of a lane mean, for those who see them. */
function LaneLegend() {
  const { legend } = useWords().person.modules;
  return (
    <ul className="Legend" aria-hidden="true">
      {marks.map((mark) => (
        <li key={mark}>
          <i data-key={mark} />
          {legend[mark]}
        </li>
      ))}
    </ul>
  );
}
