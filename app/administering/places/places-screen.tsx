import { Link } from "@remix-run/react";
import { Page, PageHead, Section } from "#app/ui/page";
import { usePlacesWords } from "#app/words/areas/places";
import { useFormat } from "#app/words/context";
import type { DoneCode } from "../directory-view";
import { IntentForm } from "../fields";
import type { SentForm } from "../form-reader";
import { Done, Foldout } from "../parts";
import { EntityFields, SiteFields } from "./place-fields";
import { entityPath, type PlacesView } from "./places-view";
import { SiteList } from "./site-list";

/** Every legal entity with its sites. */
export function PlacesScreen(props: { view: PlacesView; done: DoneCode | null; sent: SentForm | null }) {
  const { view, done, sent } = props;
  const words = usePlacesWords();
  const format = useFormat();
  const open = view.entities.filter((entity) => entity.closedOn === null);
  const sites = open.flatMap((entity) => entity.sites.filter((site) => site.closedOn === null));
  return (
    <Page>
      <PageHead title={words.title} />
      <Done code={done} />
      <p className="Summary">{words.summary(open.length, sites.length)}</p>
      <p className="Muted">{words.lead}</p>
      {view.canChange ? <NewPlaces view={view} sent={sent} /> : null}
      {view.entities.map((entity) => (
        <Section
          key={entity.id}
          id={`entity-${entity.id}`}
          title={<Link to={entityPath(entity.id)}>{entity.name}</Link>}
          note={[
            entity.country,
            ...(entity.closedOn === null ? [] : [words.closed(format.date(entity.closedOn))]),
          ].join(", ")}
        >
          <SiteList sites={entity.sites} />
        </Section>
      ))}
    </Page>
  );
}

function NewPlaces({ view, sent }: { view: PlacesView; sent: SentForm | null }) {
  const words = usePlacesWords();
  return (
    <div className="Foldouts">
      <Foldout title={words.newSite} open={sent?.intent === "create-site"}>
        <IntentForm intent="create-site" sent={sent} submit={words.createSite}>
          <SiteFields choices={view.choices} zones={view.zones} zone={view.zone} />
        </IntentForm>
      </Foldout>
      <Foldout title={words.newEntity} open={sent?.intent === "create-entity"}>
        <IntentForm intent="create-entity" sent={sent} submit={words.createEntity}>
          <EntityFields />
        </IntentForm>
      </Foldout>
    </div>
  );
}
