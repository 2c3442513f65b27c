import { Link } from "@remix-run/react";
import { useRequirementsWords } from "#app/words/areas/requirements";
import { requirementPath, requirementsPath } from "./paths";

/** The way back to all requirements, and to the one that is changed. */
export function RequirementCrumbs(props: { id?: string; module?: string }) {
  const words = useRequirementsWords();
  return (
    <nav aria-label={words.crumbs}>
      <ol className="Crumbs">
        <li>
          <Link to={requirementsPath}>{words.title}</Link>
        </li>
        {props.id === undefined ? null : (
          <li>
            <Link to={requirementPath(props.id)}>{props.module}</Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
