import { Link } from "@remix-run/react";
import { usePlacesWords } from "#app/words/areas/places";
import { useFormat } from "#app/words/context";
import { type ListedSite, sitePath } from "./places-view";

/** Sites with their zone and how many work there. */
export function SiteList({ sites }: { sites: readonly ListedSite[] }) {
  const words = usePlacesWords();
  const format = useFormat();
  if (sites.length === 0) return <p className="Muted">{words.noSites}</p>;
  return (
    <ul className="DepartmentTree">
      {sites.map((site) => (
        <li key={site.id}>
          <div>
            <Link to={sitePath(site.id)}>{site.name}</Link>
            <span className="Muted">
              {[
                site.country,
                site.zone,
                ...(site.closedOn === null ? [] : [words.closed(format.date(site.closedOn))]),
              ].join(", ")}
            </span>
            <span data-num>{words.people(site.people)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
