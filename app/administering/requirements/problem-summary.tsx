import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Icon } from "#app/ui/icon";
import { useRequirementsWords } from "#app/words/areas/requirements";
import type { Problem } from "./requirement-view";

/** What is wrong with a form, each leading to where it is; it has the focus when it appears. */
export function ProblemSummary({ problems, now }: { problems: readonly Problem[]; now?: string }) {
  const words = useRequirementsWords();
  const box = useRef<HTMLDivElement>(null);
  // why: each answer of the server is another object, also when it says the same: the focus goes there again.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="Notice" data-status="overdue" role="alert" tabIndex={-1} ref={box}>
      <Icon name="alert" />
      <div>
        <b>{words.notSaved(problems.length)}</b>
        <ul>
          {problems.map(({ field, code }) => (
            <li key={`${field} ${code}`}>
              <a href={`#${field}`}>{words.problems[code]}</a>
            </li>
          ))}
        </ul>
        {now !== undefined && problems.some(({ code }) => code === "conflict") ? (
          <p>
            <Link to={now}>{words.seeNow}</Link>
          </p>
        ) : null}
      </div>
    </div>
  );
}
