import { Page, PageHead } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { usePeopleWords } from "#app/words/areas/people";
import { DateField, FieldRow, IntentForm } from "../fields";
import type { SentForm } from "../form-reader";
import { Crumbs } from "../parts";
import { DepartmentField, DescriptionFields, EmploymentFields } from "./employment-fields";
import { peoplePath } from "./people-query";
import type { EmploymentChoices } from "./people-view";

/** Somebody new. */
export function NewPersonScreen({ choices, sent }: { choices: EmploymentChoices; sent: SentForm | null }) {
  const words = usePeopleWords();
  const shared = useDirectoryWords();
  return (
    <Page>
      <Crumbs label={shared.crumbs} items={[{ to: peoplePath, label: words.title }]} />
      <PageHead title={words.newOne.title} />
      <p className="Summary">{words.newOne.lead}</p>
      <IntentForm intent="create" sent={sent} submit={words.newOne.submit} kind="primary">
        <h2>{words.newOne.who}</h2>
        <DescriptionFields />
        <h2>{words.newOne.work}</h2>
        <EmploymentFields choices={choices} />
        <FieldRow>
          <DepartmentField choices={choices} />
          <DateField name="from" label={shared.fromDay} value={choices.today} />
        </FieldRow>
      </IntentForm>
    </Page>
  );
}
