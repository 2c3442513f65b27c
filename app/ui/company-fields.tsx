import { Field, Input, Select } from "./field";

/** What is asked about a company: `name`, `zone`, `country` and `language`. */
export function CompanyFields(props: {
  words: {
    readonly name: string;
    readonly zone: string;
    readonly country: string;
    readonly language: string;
    readonly languageHint: string;
  };
  values: { readonly name: string; readonly zone: string; readonly country: string | null; readonly language: string };
  errors: { readonly name?: string | undefined; readonly zone?: string | undefined };
  zones: readonly string[];
  countries: readonly { readonly code: string; readonly name: string }[];
  languages: readonly { readonly code: string; readonly name: string }[];
}) {
  const { errors, values, words } = props;
  return (
    <>
      <Field label={words.name} error={errors.name}>
        <Input name="name" defaultValue={values.name} maxLength={120} autoComplete="organization" />
      </Field>
      <Field label={words.zone} error={errors.zone}>
        <Select name="zone" defaultValue={values.zone}>
          {props.zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      {values.country === null ? null : (
        <Field label={words.country}>
          <Select name="country" defaultValue={values.country}>
            {props.countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={words.language} hint={words.languageHint}>
        <Select name="language" defaultValue={values.language}>
          {props.languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
