import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button } from "#app/ui/button";
import { Page } from "#app/ui/page";
import { Table, TableScroll } from "#app/ui/table";
import { useSessionWords } from "#app/words/areas/sessions";
import { useFormat } from "#app/words/context";
import { capitalised } from "#app/words/numerals";
import { heldSessionPath } from "./paths";
import type { SessionView } from "./session-view";

/** Lines for those who come without a place. */
const blanks = ["a", "b", "c", "d"];

/** The attendance list on paper: names, numbers, a line to sign on; A4. */
export function ListScreen({ view }: { view: SessionView }) {
  const words = useSessionWords();
  const says = words.paper;
  const format = useFormat();
  const { head } = view;
  // Printing takes a script; without one the browser's own way is named.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const booked = view.participants.filter(({ place }) => place === "booked");
  const facts = [head.place, head.instructor === null ? null : `${words.session.facts.instructor}: ${head.instructor}`];
  return (
    <Page>
      <header className="PageHead">
        <div>
          <p className="Eyebrow NoPrint">
            <Link to={heldSessionPath(head.id)}>{says.back}</Link>
          </p>
          <h1>
            {says.title}: {head.module.title}
          </h1>
          <p className="Lead">
            <time dateTime={head.on}>{capitalised(`${format.longDate(head.on)} ${head.on.slice(0, 4)}`)}</time>
            {", "}
            {words.time(head.from, head.to)}
          </p>
          <p>{facts.filter(Boolean).join(". ")}</p>
        </div>
        {alive ? (
          <Button type="button" kind="primary" onClick={() => window.print()}>
            {says.print}
          </Button>
        ) : (
          <p className="Muted NoPrint">{says.how}</p>
        )}
      </header>
      <TableScroll labelledBy="roll">
        <Table>
          <caption id="roll" className="VisuallyHidden">
            {says.title}
          </caption>
          <thead>
            <tr>
              <th scope="col">{says.name}</th>
              <th scope="col">{says.number}</th>
              <th scope="col">{says.department}</th>
              <th scope="col">{says.signature}</th>
            </tr>
          </thead>
          <tbody className="SignLines">
            {booked.map((person) => (
              <tr key={person.personId}>
                <th scope="row">{person.name}</th>
                <td>{person.employeeNumber}</td>
                <td>{person.department}</td>
                <td />
              </tr>
            ))}
            {blanks.map((line) => (
              <tr key={line}>
                <th scope="row">
                  <span className="VisuallyHidden">{says.blank}</span>
                </th>
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <p className="SignHere">{says.instructor}</p>
      <p className="Muted Small">{says.printed(view.organisation, format.date(view.today))}</p>
    </Page>
  );
}
