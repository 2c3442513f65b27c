import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Select } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { useHistoryWords } from "#app/words/areas/history";
import { ColumnFaults, ColumnsTable, DateOrderField } from "../imports/columns-table";
import { historyFields } from "./history-fields";
import type { HistoryView } from "./history-view";
import type { NotTaken } from "./take-history-decision.server";

type Refused = Extract<NotTaken, { intent: "columns" }>;

/** Which column holds what, and which module the file is about where no column says it. */
export function HistoryMappingForm({ view, refused }: { view: HistoryView; refused: Refused | null }) {
  const words = useHistoryWords().mapping;
  const busy = useNavigation().formData?.get("intent") === "columns";
  const columns = view.columns ?? [];
  const fieldOf = (place: number) => (refused ? (refused.fields[place] ?? null) : (columns[place]?.field ?? null));
  const dated = columns.flatMap((column) => {
    const field = fieldOf(column.place);
    return column.dates && (field === "date" || field === "expires") ? [{ field, dates: column.dates }] : [];
  });
  return (
    <Section id="columns" title={words.title}>
      <p>{view.remembered ? words.remembered : words.intro}</p>
      <Form method="post" className="ImportForm">
        <MappingFaults refused={refused} />
        <ColumnsTable
          columns={columns}
          fields={historyFields}
          words={words.fields}
          fieldOf={fieldOf}
          labelledBy="columns"
        />
        <Field label={words.wholeFile} hint={words.wholeFileHint}>
          <Select name="wholeFile" defaultValue={(refused ? refused.wholeFile : view.wholeFile) ?? ""}>
            <option value="">{words.byColumn}</option>
            {view.modules.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        {dated.map(({ field, dates }) => (
          <DateOrderField key={field} field={field} label={words.fields[field]} dates={dates} />
        ))}
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
  const words = useHistoryWords().mapping.faults;
  return (
    <ColumnFaults refused={refused} title={words.title}>
      {refused?.faults.map((fault) => (
        <li key={fault}>{words[fault]}</li>
      ))}
    </ColumnFaults>
  );
}
