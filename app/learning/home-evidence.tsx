import { Link } from "@remix-run/react";
import { Agenda, AgendaItem, Key } from "#app/ui/agenda";
import { StatusShape } from "#app/ui/icon";
import { Section } from "#app/ui/page";
import type { StatusName } from "#app/ui/status";
import { useFormat, useWords } from "#app/words/context";
import { timeUntil } from "./home-phrases";
import type { HomeEvidence, HomeView } from "./home-view";
import { ownEvidencePath } from "./paths";

const statuses: Readonly<Record<HomeEvidence["what"], StatusName>> = {
  waiting: "planned",
  declined: "exempt",
  ending: "soon",
};

/** What of their evidence from elsewhere somebody should know of, and the way to all of it. */
export function OwnEvidence({ view }: { view: HomeView }) {
  const words = useWords().home;
  const format = useFormat();
  const way = <Link to={ownEvidencePath}>{words.evidence.all}</Link>;
  if (view.evidence.length === 0) return <p className="OwnEvidence Muted Small">{way}</p>;
  return (
    <Section id="evidence" title={words.evidence.title} aside={way}>
      <Agenda>
        {view.evidence.map(({ expiresOn, href, id, title, what }) => (
          <AgendaItem
            key={id}
            title={title}
            to={href}
            mark={
              <Key status={statuses[what]}>
                <StatusShape name={statuses[what]} />
              </Key>
            }
            when={
              what === "ending" && expiresOn !== null ? (
                <time dateTime={expiresOn}>{words.until(format.date(expiresOn))}</time>
              ) : null
            }
            note={what === "ending" && expiresOn !== null ? timeUntil(words.distance, view.today, expiresOn) : null}
          >
            {words.evidence[what]}
          </AgendaItem>
        ))}
      </Agenda>
    </Section>
  );
}
