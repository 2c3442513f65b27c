import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { useImportsWords } from "#app/words/areas/imports";
import { ColumnFaults, ColumnsTable, DateOrderField } from "./columns-table";
import { peopleFields } from "./people-fields";
import type { PeopleImportView } from "./people-import-view";
import type { NotTaken } from "./take-people-decision.server";

type Refused = Extract<NotTaken, { intent: "columns" }>;

/** Which column holds what, for whom the file speaks, and from when. */
export function MappingForm({ view, refused }: { view: PeopleImportView; refused: Refused | null }) {
  const words = useImportsWords().mapping;
  const busy = useNavigation().formData?.get("intent") === "columns";
  const columns = view.columns ?? [];
  const fieldOf = (place: number) => (refused ? (refused.fields[place] ?? null) : (columns[place]?.field ?? null));
  const everybody = refused?.everybody ?? view.everybody;
  const dated = columns.flatMap((column) => {
    const field = fieldOf(column.place);
    return column.dates && (field === "employedFrom" || field === "lastDay") ? [{ field, dates: column.dates }] : [];
  });
  return (
    <Section id="columns" title={words.title}>
      <p>{view.remembered ? words.remembered : words.intro}</p>
      <Form method="post" className="ImportForm">
        <MappingFaults refused={refused} />
        <ColumnsTable
          columns={columns}
          fields={peopleFields}
          words={words.fields}
          fieldOf={fieldOf}
          labelledBy="columns"
        />
        {dated.map(({ field, dates }) => (
          <DateOrderField key={field} field={field} label={words.fields[field]} dates={dates} />
        ))}
        <fieldset className="FieldSet">
          <legend>{words.everybody.label}</legend>
          <label className="RadioCard">
            <input type="radio" name="everybody" value="some" defaultChecked={!everybody} />
            <span>
              {words.everybody.some}
              <small>{words.everybody.someHint}</small>
            </span>
          </label>
          <label className="RadioCard">
            <input type="radio" name="everybody" value="all" defaultChecked={everybody} />
            <span>
              {words.everybody.all}
              <small>{words.everybody.allHint}</small>
            </span>
          </label>
        </fieldset>
        <Field
          label={words.from}
          hint={words.fromHint}
          error={refused?.faults.some((fault) => fault.code === "from") ? words.faults.from : undefined}
        >
          <Input type="date" name="from" required defaultValue={refused?.from ?? view.from} />
        </Field>
        <p>
          <Button kind="primary" name="intent" value="columns" busy={busy}>
            {words.submit}
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function MappingFaults({ refused }: { refused: Refused | null }) {
  const words = useImportsWords().mapping;
  return (
    <ColumnFaults refused={refused} title={words.faults.title}>
      {refused?.faults.map((fault) => (
        <li key={`${fault.code} ${fault.field}`}>
          {fault.code === "from"
            ? words.faults.from
            : fault.code === "twice"
              ? words.faults.twice(words.fields[fault.field])
              : fault.field === "number"
                ? words.faults.number
                : words.faults.fullName}
        </li>
      ))}
    </ColumnFaults>
  );
}
