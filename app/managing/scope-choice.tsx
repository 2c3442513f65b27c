import { Link } from "@remix-run/react";
import { useWords } from "#app/words/context";
import { everyNudge, nudgeHref } from "./nudge-query";
import type { OverviewScope } from "./overview-view";

/** The departments that somebody manages, where they are several: one of them is shown at a time. */
export function ScopeChoice({ scope }: { scope: OverviewScope }) {
  const says = useWords().overview;
  if (scope.choices.length === 0) return null;
  return (
    <nav aria-label={says.scopes} className="ScopeChoice NoPrint">
      <ul>
        {scope.choices.map(({ id, name, isShown }) => (
          <li key={id}>
            <Link to={nudgeHref({ ...everyNudge, scopeId: id }, "")} aria-current={isShown ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
