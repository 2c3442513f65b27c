import { Link } from "@remix-run/react";
import { Section } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useRolesWords } from "#app/words/areas/roles";
import { CheckField, DateField, FieldRow, IntentForm, PersonField, TextField } from "../fields";
import type { SentForm } from "../form-reader";
import { Foldout } from "../parts";
import { type HeldContext, HeldList } from "./held-list";
import { type RolesView, rolesPath } from "./roles-view";

type Responsibility = RolesView["responsibilities"][number];

/** What somebody answers for: a channel, an account, the crisis desk; and who does, or stands in. */
export function Responsibilities({ view, sent }: { view: RolesView; sent: SentForm | null }) {
  const words = useRolesWords();
  const canChange = view.canGiveResponsibilities;
  const context: HeldContext = {
    chosen: canChange ? view.chosen : null,
    sent,
    today: view.today,
    intent: "end-holding",
    canEnd: canChange,
  };
  return (
    <Section id="responsibilities" title={words.responsibilities} note={words.responsibilitiesNote}>
      {view.responsibilities.length === 0 ? <p className="Muted">{words.noResponsibilities}</p> : null}
      <ul className="DepartmentTree">
        {view.responsibilities.map((each) => (
          <li key={each.id}>
            <div>
              <span>{each.name}</span>
              <HeldList held={each.held} context={context} empty={words.nobodyHolds} />
              {canChange && view.chosen !== each.id ? (
                <Link
                  to={`${rolesPath}?change=${each.id}`}
                  preventScrollReset
                  aria-label={words.changeOf(each.name)}
                  data-num
                >
                  {words.change}
                </Link>
              ) : null}
            </div>
            {canChange && view.chosen === each.id ? (
              <ResponsibilityForms responsibility={each} today={view.today} sent={sent} />
            ) : null}
          </li>
        ))}
      </ul>
      {canChange ? (
        <Foldout title={words.newResponsibility} open={sent?.intent === "create-responsibility"}>
          <IntentForm intent="create-responsibility" sent={sent} submit={words.createResponsibility}>
            <Names />
          </IntentForm>
        </Foldout>
      ) : null}
    </Section>
  );
}

function Names({ names }: { names?: Responsibility["names"] }) {
  const words = useRolesWords();
  return (
    <FieldRow>
      <TextField name="sv" label={words.nameSv} value={names?.sv} lang="sv" />
      <TextField name="en" label={words.nameEn} value={names?.en} lang="en" />
    </FieldRow>
  );
}

function ResponsibilityForms(props: { responsibility: Responsibility; today: string; sent: SentForm | null }) {
  const { responsibility, today, sent } = props;
  const words = useRolesWords();
  const shared = useDirectoryWords();
  const id = <input type="hidden" name="id" value={responsibility.id} />;
  const isOpen = (intent: string) => sent?.intent === intent;
  return (
    <div className="Foldouts">
      <Foldout title={words.hold} open={sent === null || isOpen("hold")}>
        <IntentForm intent="hold" sent={sent} submit={words.submitGive}>
          {id}
          <PersonField name="person" label={words.person} />
          <CheckField name="deputy" label={words.deputy} />
          <FieldRow>
            <DateField name="from" label={shared.fromDay} value={today} />
            <DateField name="to" label={words.last} hint={words.toHint} optional />
          </FieldRow>
        </IntentForm>
      </Foldout>
      <Foldout title={words.rename} open={isOpen("change-responsibility")}>
        <IntentForm intent="change-responsibility" sent={sent} submit={shared.save}>
          {id}
          <Names names={responsibility.names} />
        </IntentForm>
      </Foldout>
      <Foldout title={words.close} open={isOpen("close-responsibility")}>
        <IntentForm intent="close-responsibility" sent={sent} submit={words.submitClose} kind="danger">
          {id}
          <p>{words.closeText}</p>
          <DateField name="on" label={shared.fromDay} hint={shared.pastDayHint} value={today} max={today} />
        </IntentForm>
      </Foldout>
    </div>
  );
}
