import { useId } from "react";
import { usePlacesWords } from "#app/words/areas/places";
import { FieldRow, type Option, SelectField, TextField } from "../fields";

/** What a legal entity is called, and its country. */
export function EntityFields({ entity }: { entity?: { readonly name: string; readonly country: string } }) {
  const words = usePlacesWords();
  return (
    <FieldRow>
      <TextField name="name" label={words.name} value={entity?.name} />
      <TextField name="country" label={words.country} hint={words.countryHint} value={entity?.country} />
    </FieldRow>
  );
}

/** What a site is called, whose it is, and where. */
export function SiteFields(props: {
  site?: { readonly name: string; readonly entityId: string; readonly zone: string; readonly country: string };
  choices: readonly Option[];
  zones: readonly string[];
  zone: string;
}) {
  const words = usePlacesWords();
  const list = useId();
  const { site, choices, zones, zone } = props;
  return (
    <>
      <FieldRow>
        <TextField name="name" label={words.name} value={site?.name} />
        <SelectField name="entity" label={words.entity} options={choices} value={site?.entityId} />
      </FieldRow>
      <FieldRow>
        <TextField name="zone" label={words.zone} hint={words.zoneHint} value={site?.zone ?? zone} list={list} />
        <TextField name="country" label={words.siteCountry} hint={words.countryHint} value={site?.country} optional />
      </FieldRow>
      <datalist id={list}>
        {zones.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
