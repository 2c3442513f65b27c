import { Page, PageHead, Section } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { usePlacesWords } from "#app/words/areas/places";
import { useFormat } from "#app/words/context";
import type { DoneCode } from "../directory-view";
import { DateField, IntentForm } from "../fields";
import type { SentForm } from "../form-reader";
import { Crumbs, Done, Foldout, History } from "../parts";
import { EntityFields } from "./place-fields";
import { type EntityView, placesPath } from "./places-view";
import { SiteList } from "./site-list";

/** One legal entity. */
export function EntityScreen(props: { view: EntityView; done: DoneCode | null; sent: SentForm | null }) {
  const { view, done, sent } = props;
  const words = usePlacesWords();
  const shared = useDirectoryWords();
  const format = useFormat();
  const open = view.sites.filter((site) => site.closedOn === null).length;
  return (
    <Page>
      <Crumbs label={shared.crumbs} items={[{ to: placesPath, label: words.title }]} />
      <PageHead title={view.name} />
      <Done code={done} />
      <p className="Summary">
        {view.closedOn === null ? words.entitySentence(open) : words.isClosed(format.date(view.closedOn))}
      </p>
      <Section id="sites" title={words.sites}>
        <SiteList sites={view.sites} />
      </Section>
      {view.canChange && view.closedOn === null ? (
        <Section key={view.history[0]?.id} id="change" title={words.change}>
          <Foldout title={words.changeEntity} open={sent?.intent === "change"}>
            <IntentForm intent="change" sent={sent} submit={words.submitChange}>
              <EntityFields entity={view} />
            </IntentForm>
          </Foldout>
          <Foldout title={words.close} open={sent?.intent === "close"}>
            <IntentForm intent="close" sent={sent} submit={words.submitClose} kind="danger">
              <p>{words.closeText}</p>
              <DateField
                name="on"
                label={shared.fromDay}
                hint={shared.pastDayHint}
                value={view.today}
                max={view.today}
              />
            </IntentForm>
          </Foldout>
        </Section>
      ) : null}
      <Section id="history" title={shared.historyTitle}>
        <History events={view.history} empty={shared.noHistory} />
      </Section>
    </Page>
  );
}
