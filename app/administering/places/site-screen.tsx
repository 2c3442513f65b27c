import { Page, PageHead, Section } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { usePlacesWords } from "#app/words/areas/places";
import { useFormat } from "#app/words/context";
import type { DoneCode } from "../directory-view";
import { DateField, IntentForm } from "../fields";
import type { SentForm } from "../form-reader";
import { Crumbs, Done, Foldout, History } from "../parts";
import { Holidays } from "./holidays";
import { SiteFields } from "./place-fields";
import { entityPath, placesPath, type SiteView } from "./places-view";

/** One site: its zone, its country, its holidays. */
export function SiteScreen(props: { view: SiteView; done: DoneCode | null; sent: SentForm | null }) {
  const { view, done, sent } = props;
  const words = usePlacesWords();
  const shared = useDirectoryWords();
  const format = useFormat();
  const crumbs = [
    { to: placesPath, label: words.title },
    { to: entityPath(view.entityId), label: view.entity },
  ];
  return (
    <Page>
      <Crumbs label={shared.crumbs} items={crumbs} />
      <PageHead title={view.name} />
      <Done code={done} />
      <p className="Summary">
        {view.closedOn === null
          ? words.siteSentence(view.people, view.countryName, view.zone)
          : words.isClosed(format.date(view.closedOn))}
      </p>
      <Holidays view={view} sent={sent} />
      {view.canChange && view.closedOn === null ? <Change view={view} sent={sent} /> : null}
      <Section id="history" title={shared.historyTitle}>
        <History events={view.history} empty={shared.noHistory} />
      </Section>
    </Page>
  );
}

function Change({ view, sent }: { view: SiteView; sent: SentForm | null }) {
  const words = usePlacesWords();
  const shared = useDirectoryWords();
  return (
    <Section key={view.history[0]?.id} id="change" title={words.change}>
      <Foldout title={words.changeSite} open={sent?.intent === "change"}>
        <IntentForm intent="change" sent={sent} submit={words.submitChange}>
          <p>{words.changeText}</p>
          <SiteFields site={view} choices={view.choices} zones={view.zones} zone={view.zone} />
        </IntentForm>
      </Foldout>
      <Foldout title={words.close} open={sent?.intent === "close"}>
        <IntentForm intent="close" sent={sent} submit={words.submitClose} kind="danger">
          <p>{words.closeText}</p>
          <DateField name="on" label={shared.fromDay} hint={shared.pastDayHint} value={view.today} max={view.today} />
        </IntentForm>
      </Foldout>
    </Section>
  );
}
