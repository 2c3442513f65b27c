import { Section } from "#app/ui/page";
import { useDepartmentsWords } from "#app/words/areas/departments";
import { useDirectoryWords } from "#app/words/areas/directory";
import { DateField, FieldRow, IntentForm, SelectField, TextField } from "../fields";
import type { SentForm } from "../form-reader";
import { Foldout } from "../parts";
import type { DepartmentView } from "./departments-view";

/** What can be done to a department, each folded until it is wanted. */
export function DepartmentForms({ view, sent }: { view: DepartmentView; sent: SentForm | null }) {
  const words = useDepartmentsWords();
  const shared = useDirectoryWords();
  const says = words.one;
  const isOpen = (intent: string) => sent?.intent === intent;
  const day = (
    <DateField name="on" label={shared.fromDay} hint={shared.pastDayHint} value={view.today} max={view.today} />
  );
  return (
    // Folded again once something was done.
    <Section key={view.history[0]?.id} id="change" title={says.change}>
      <Foldout title={says.rename} open={isOpen("rename")}>
        <IntentForm intent="rename" sent={sent} submit={says.submitRename}>
          <FieldRow>
            <TextField name="sv" label={words.nameSv} value={view.names.sv} lang="sv" />
            <TextField name="en" label={words.nameEn} value={view.names.en} lang="en" />
          </FieldRow>
        </IntentForm>
      </Foldout>
      <Foldout title={says.move} open={isOpen("move")}>
        <IntentForm intent="move" sent={sent} submit={says.submitMove}>
          <p>{says.moveText}</p>
          <FieldRow>
            <SelectField
              name="parent"
              label={says.moveTo}
              options={view.places}
              empty={words.top}
              value={view.above.at(-1)?.id ?? ""}
              optional
            />
            {day}
          </FieldRow>
        </IntentForm>
      </Foldout>
      <Foldout title={says.merge} open={isOpen("merge")}>
        <IntentForm intent="merge" sent={sent} submit={says.submitMerge} kind="danger">
          <p>{says.mergeText(view.people, view.children.length)}</p>
          {view.requiredHere.length === 0 ? null : <p>{says.mergeRequired(view.requiredHere.join(", "))}</p>}
          <FieldRow>
            <SelectField name="into" label={says.mergeInto} options={view.places} empty="" />
            {day}
          </FieldRow>
        </IntentForm>
      </Foldout>
      <Foldout title={says.close} open={isOpen("close")}>
        <IntentForm intent="close" sent={sent} submit={says.submitClose} kind="danger">
          <p>{says.closeText}</p>
          {day}
        </IntentForm>
      </Foldout>
    </Section>
  );
}
