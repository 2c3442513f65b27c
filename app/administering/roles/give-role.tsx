import { useDirectoryWords } from "#app/words/areas/directory";
import { useRolesWords } from "#app/words/areas/roles";
import { CheckField, DateField, FieldRow, IntentForm, PersonField, SelectField } from "../fields";
import type { SentForm } from "../form-reader";
import type { RolesView } from "./roles-view";

const roles = ["manager", "trainer", "hr", "administrator", "auditor"] as const;

/** Gives a role from a day on. */
export function GiveRole({ view, sent }: { view: RolesView; sent: SentForm | null }) {
  const words = useRolesWords();
  const shared = useDirectoryWords();
  return (
    <IntentForm intent="give" sent={sent} submit={words.submitGive}>
      <FieldRow>
        <PersonField name="person" label={words.person} />
        <SelectField
          name="role"
          label={words.role}
          options={roles.map((role) => ({ value: role, label: shared.roles[role] }))}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="department"
          label={words.department}
          hint={words.departmentHint}
          options={view.choices.departments}
          empty={shared.everything}
          optional
        />
        <SelectField
          name="course"
          label={words.course}
          hint={words.courseHint}
          options={view.choices.courses}
          empty={words.everyCourse}
          optional
        />
      </FieldRow>
      <CheckField name="deputy" label={words.deputy} />
      <FieldRow>
        <DateField name="from" label={shared.fromDay} value={view.today} />
        <DateField name="to" label={words.last} hint={words.toHint} optional />
      </FieldRow>
    </IntentForm>
  );
}
