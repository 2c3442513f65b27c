import { useDirectoryWords } from "#app/words/areas/directory";
import { usePeopleWords } from "#app/words/areas/people";
import { languages } from "#app/words/language";
import { FieldRow, PersonField, SelectField, TextField } from "../fields";
import { employmentKinds } from "./people-query";
import type { EmploymentChoices, PersonView } from "./people-view";

/** What somebody is called, and how they are reached. */
export function DescriptionFields({ person }: { person?: PersonView }) {
  const words = usePeopleWords();
  const { fields } = words;
  return (
    <>
      <FieldRow>
        <TextField name="given" label={fields.given} value={person?.given} />
        <TextField name="family" label={fields.family} value={person?.family} />
      </FieldRow>
      <FieldRow>
        <TextField name="number" label={fields.number} value={person?.number} />
        <SelectField
          name="language"
          label={fields.language}
          value={person?.language ?? "sv"}
          options={languages.map((code) => ({ value: code, label: words.languages[code] }))}
        />
      </FieldRow>
      <TextField
        name="email"
        type="email"
        label={fields.email}
        hint={fields.emailHint}
        value={person?.email ?? ""}
        optional
      />
    </>
  );
}

/** For which entity, where and as what somebody works. */
export function EmploymentFields(props: { choices: EmploymentChoices; present?: PersonView["present"] }) {
  const { choices, present } = props;
  const { fields } = usePeopleWords();
  const { kinds } = useDirectoryWords();
  return (
    <>
      <FieldRow>
        <SelectField
          name="site"
          label={fields.site}
          options={choices.sites}
          empty={fields.choose}
          value={present?.siteId}
        />
        <SelectField
          name="entity"
          label={fields.entity}
          options={choices.entities}
          empty={fields.siteEntity}
          value={present?.entityId}
          optional
        />
      </FieldRow>
      <FieldRow>
        <TextField name="title" label={fields.title} value={present?.title} />
        <SelectField
          name="kind"
          label={fields.kind}
          options={employmentKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          value={present?.kind ?? "employee"}
        />
      </FieldRow>
      <PersonField
        name="manager"
        label={fields.manager}
        hint={fields.managerHint}
        value={present?.managerNumber}
        optional
      />
    </>
  );
}

export function DepartmentField({ choices, value }: { choices: EmploymentChoices; value?: string | undefined }) {
  const { fields } = usePeopleWords();
  return (
    <SelectField
      name="department"
      label={fields.department}
      hint={fields.departmentHint}
      options={choices.departments}
      empty={fields.noDepartment}
      value={value}
      optional
    />
  );
}
