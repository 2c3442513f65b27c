import { Link } from "@remix-run/react";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import type { LeftView } from "./people-import-view";

/** Who is left as they are when an import is taken back, by name. */
export function LeftList({ left, said }: { left: LeftView; said: (n: string, one: boolean) => string }) {
  const words = useImportsWords().undo;
  const format = useFormat();
  if (left.total === 0) return null;
  const more = left.total - left.people.length;
  return (
    <>
      <p>{said(format.number(left.total), left.total === 1)}</p>
      <ul className="ImportEffects">
        {left.people.map(({ id, name, number }) => (
          <li key={id}>
            <Link to={`/admin/people/${id}`}>{name}</Link> <span className="Muted">{number}</span>
          </li>
        ))}
        {more > 0 ? <li>{words.more(format.number(more))}</li> : null}
      </ul>
    </>
  );
}
