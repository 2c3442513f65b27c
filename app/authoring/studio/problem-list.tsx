import { type Problem, problemText } from "#app/lessons/problem";
import { Button } from "#app/ui/button";
import { Status } from "#app/ui/status";
import { useStudioWords } from "#app/words/areas/studio";
import { useLanguage } from "#app/words/context";

/** What is wrong in a module, the open file first, with a way to each place. Without script the places are links. */
export function ProblemList(props: {
  problems: readonly Problem[];
  /** The file that is open. */
  path: string | null;
  /** Goes to a place of the open file; null without script. */
  onGoTo: ((problem: Problem) => void) | null;
  onRepair: ((problem: Problem) => void) | null;
  hrefOf: (path: string) => string;
}) {
  const says = useStudioWords().problems;
  const language = useLanguage();
  const { problems, path, onGoTo, onRepair, hrefOf } = props;
  const shown = [...problems].sort(
    (a, b) =>
      Number(b.path === path) - Number(a.path === path) ||
      Number(b.severity === "error") - Number(a.severity === "error"),
  );
  return (
    <section className="ProblemsPane" aria-labelledby="problems-title">
      <h2 id="problems-title" className="VisuallyHidden">
        {says.title}
      </h2>
      {shown.length === 0 ? (
        <p className="ProblemsNone">
          <Status status="current">{says.none}</Status>
        </p>
      ) : (
        <ul className="Problems">
          {shown.map((problem) => {
            const isHere = problem.path === path;
            const isError = problem.severity === "error";
            return (
              <li key={`${problem.path} ${problem.line} ${problem.column} ${problem.code} ${problem.message}`}>
                <Status status={isError ? "overdue" : "due"}>{isError ? says.error : says.warning}</Status>
                <code>{`${problem.line}:${problem.column}`}</code>
                <span>
                  {isHere ? null : <b>{`${says.elsewhere(problem.path)}: `}</b>}
                  {problemText(problem, language)}
                </span>
                <span className="ProblemWays">
                  {isHere && onRepair && problem.edit ? (
                    <Button type="button" kind="quiet" size="dense" onClick={() => onRepair(problem)}>
                      {repairName(problem, says)}
                    </Button>
                  ) : null}
                  {isHere && onGoTo ? (
                    <Button type="button" kind="quiet" size="dense" onClick={() => onGoTo(problem)}>
                      {says.goTo}
                    </Button>
                  ) : null}
                  {!isHere && problem.path.endsWith(".mdx") ? <a href={hrefOf(problem.path)}>{says.open}</a> : null}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function repairName(problem: Problem, says: ReturnType<typeof useStudioWords>["problems"]): string {
  return problem.fix !== undefined && problem.fix.length <= 40 ? says.use(problem.fix) : says.repair;
}
