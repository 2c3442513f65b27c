import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { Button } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import type { Option, UndecidedView } from "./people-import-view";
import type { UnknownPlace } from "./people-options";
import { pathParts } from "./place-names";
import type { NotTaken } from "./take-people-decision.server";

type Refused = Extract<NotTaken, { intent: "places" }>;

/** What names stand for that nobody knows, and whether numbers that differ by zeros are the same people. */
export function PlacesForm(props: { undecided: UndecidedView; near: number; refused: Refused | null }) {
  const { undecided, near, refused } = props;
  const problems = useDirectoryWords().problems;
  const zones = useId();
  const all = useImportsWords();
  const words = all.places;
  const format = useFormat();
  const busy = useNavigation().formData?.get("intent") === "places";
  const { departments, sites, entities, known } = undecided;
  const typed = refused?.typed ?? {};
  const has = (fault: Refused["faults"][number]) => refused?.faults.includes(fault) ?? false;
  const hasPlaces = departments.length + sites.length + entities.length > 0;
  return (
    <Section id="places" title={hasPlaces ? words.title : all.near.title(format.number(near), near === 1)}>
      <Form method="post" className="ImportForm">
        {hasPlaces ? <p>{words.intro}</p> : null}
        <Names kind="entities" places={entities} known={known.entities} typed={typed} />
        {entities.length > 0 ? (
          <Field
            label={words.country}
            error={
              has("country")
                ? problems[typed.country?.trim() ? "not-a-country" : "missing"](typed.country ?? "")
                : undefined
            }
          >
            <Input name="country" defaultValue={typed.country ?? "SE"} maxLength={2} pattern="[A-Za-z]{2}" />
          </Field>
        ) : null}
        <Names kind="sites" places={sites} known={known.sites} typed={typed} />
        {sites.length > 0 ? (
          <>
            <Field label={words.entity} error={has("site-entity") ? words.entityMissing : undefined}>
              <Select
                name="site-entity"
                defaultValue={typed["site-entity"] ?? (entities.length > 0 ? "" : known.entities[0]?.id)}
              >
                {entities.length > 0 ? <option value="">{words.newEntity}</option> : null}
                {known.entities.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label={words.zone}
              error={
                has("zone") ? problems[typed.zone?.trim() ? "not-a-zone" : "missing"](typed.zone ?? "") : undefined
              }
            >
              <Input name="zone" defaultValue={typed.zone ?? undecided.zone} list={zones} required />
            </Field>
            <datalist id={zones}>
              {undecided.zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        ) : null}
        <Names kind="departments" places={departments} known={known.departments} typed={typed} />
        {departments.length > 0 ? (
          <Field label={words.under}>
            <Select name="under" defaultValue={typed.under ?? undecided.top ?? ""}>
              <option value="">{words.top}</option>
              {known.departments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {undecided.hidden > 0 ? <p className="Muted">{words.more(format.number(undecided.hidden))}</p> : null}
        {near > 0 ? <NearNumbers near={near} isAlone={!hasPlaces} chosen={typed.near ?? "same"} /> : null}
        <p>
          <Button kind="primary" name="intent" value="places" busy={busy}>
            {words.submit}
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function Names(props: {
  kind: "departments" | "sites" | "entities";
  places: readonly UnknownPlace[];
  known: readonly Option[];
  typed: Refused["typed"];
}) {
  const words = useImportsWords().places;
  const format = useFormat();
  if (props.places.length === 0) return null;
  return (
    <fieldset className="FieldSet ImportForm">
      <legend>{words.kinds[props.kind]}</legend>
      {props.places.map(({ text, rows }, place) => (
        <Field key={text} label={text} hint={words.rows(format.number(rows), rows === 1)}>
          <Select name={`${props.kind}.${place}`} defaultValue={props.typed[`${props.kind}.${place}`] ?? "new"}>
            <MakeOptions text={text} isPath={props.kind === "departments"} />
            <option value="refuse">{words.refuse}</option>
            {props.known.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </fieldset>
  );
}

/** To make a place; a department whose name reads as a path from above, or as a name that has a stroke in it. */
function MakeOptions({ text, isPath }: { text: string; isPath: boolean }) {
  const words = useImportsWords().places;
  const parts = isPath ? pathParts(text) : [];
  if (parts.length < 2) return <option value="new">{words.make}</option>;
  return (
    <>
      <option value="new">{words.makeUnder(parts)}</option>
      <option value="whole">{words.makeWhole(text)}</option>
    </>
  );
}

function NearNumbers({ near, isAlone, chosen }: { near: number; isAlone: boolean; chosen: string }) {
  const words = useImportsWords().near;
  const format = useFormat();
  return (
    <fieldset className="FieldSet">
      <legend>{isAlone ? words.intro : `${words.title(format.number(near), near === 1)}. ${words.intro}`}</legend>
      {(["same", "different", "ask"] as const).map((answer) => (
        <label key={answer} className="RadioCard">
          <input type="radio" name="near" value={answer} defaultChecked={answer === chosen} />
          <span>{words[answer]}</span>
        </label>
      ))}
    </fieldset>
  );
}
