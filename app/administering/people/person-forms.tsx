import { Section } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { usePeopleWords } from "#app/words/areas/people";
import { useFormat } from "#app/words/context";
import { DateField, FieldRow, IntentForm } from "../fields";
import type { SentForm } from "../form-reader";
import { Foldout } from "../parts";
import { DepartmentField, DescriptionFields, EmploymentFields } from "./employment-fields";
import type { PersonView } from "./people-view";

/** What can be changed about somebody, each folded until it is wanted. */
export function PersonForms({ view, sent }: { view: PersonView; sent: SentForm | null }) {
  const words = usePeopleWords();
  const says = words.one;
  const isOpen = (intent: string) => sent?.intent === intent;
  const isHere = view.presence === "present" || view.presence === "coming";
  return (
    // Folded again once something was done.
    <Section key={view.history[0]?.id} id="change" title={says.change}>
      <Foldout title={says.describe} open={isOpen("describe")}>
        <IntentForm intent="describe" sent={sent} submit={says.submitDescribe}>
          <DescriptionFields person={view} />
        </IntentForm>
      </Foldout>
      {isHere ? <WhileHere view={view} sent={sent} isOpen={isOpen} /> : null}
      {view.presence === "left" || view.presence === "never" ? (
        <Foldout title={says.rehire} open={isOpen("rehire")}>
          <Rehire view={view} sent={sent} />
        </Foldout>
      ) : null}
    </Section>
  );
}

interface Formed {
  readonly view: PersonView;
  readonly sent: SentForm | null;
}

function WhileHere({ view, sent, isOpen }: Formed & { isOpen: (intent: string) => boolean }) {
  const words = usePeopleWords();
  const shared = useDirectoryWords();
  const format = useFormat();
  const says = words.one;
  const { choices, present } = view;
  const from = (
    <DateField
      name="from"
      label={shared.fromDay}
      value={view.presence === "coming" ? (present?.from ?? choices.today) : choices.today}
    />
  );
  return (
    <>
      <Foldout title={says.move} open={isOpen("move")}>
        <IntentForm intent="move" sent={sent} submit={says.submitMove}>
          <p>{says.moveText}</p>
          <FieldRow>
            <DepartmentField choices={choices} value={view.department?.id} />
            {from}
          </FieldRow>
        </IntentForm>
      </Foldout>
      <Foldout title={says.employ} open={isOpen("employ")}>
        <IntentForm intent="employ" sent={sent} submit={says.submitEmploy}>
          <p>{says.employText}</p>
          <EmploymentFields choices={choices} present={present} />
          {from}
        </IntentForm>
      </Foldout>
      {present?.to ? (
        <Foldout title={says.stay} open={isOpen("stay")}>
          <IntentForm intent="stay" sent={sent} submit={says.submitStay}>
            <p>{says.stayText(format.date(present.to))}</p>
          </IntentForm>
        </Foldout>
      ) : null}
      <Foldout title={says.end} open={isOpen("end")}>
        <IntentForm intent="end" sent={sent} submit={says.submitEnd} kind="danger">
          <p>{says.endText}</p>
          <DateField
            name="last"
            label={words.fields.last}
            hint={words.fields.lastHint}
            value={present?.to ?? choices.today}
          />
        </IntentForm>
      </Foldout>
    </>
  );
}

function Rehire({ view, sent }: Formed) {
  const words = usePeopleWords();
  const shared = useDirectoryWords();
  const { choices } = view;
  return (
    <IntentForm intent="rehire" sent={sent} submit={words.one.submitRehire}>
      <p>{words.one.rehireText}</p>
      <EmploymentFields choices={choices} present={view.present} />
      <FieldRow>
        <DepartmentField choices={choices} value={view.department?.id} />
        <DateField name="from" label={shared.fromDay} value={choices.today} />
      </FieldRow>
    </IntentForm>
  );
}
