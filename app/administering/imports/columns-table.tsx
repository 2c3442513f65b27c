import { type ReactNode, useEffect, useRef } from "react";
import { Field, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Table, TableScroll } from "#app/ui/table";
import { useImportsWords } from "#app/words/areas/imports";
import type { DateOrder } from "./table-form";

/** A column of a file, as it can be chosen what it means. */
interface Column {
  /** Counted from 0. */
  readonly place: number;
  readonly heading: string;
  readonly samples: readonly string[];
}

/** Every column with examples and a choice of what it means; `column.0` and so on. */
export function ColumnsTable<Name extends string>(props: {
  columns: readonly Column[];
  fields: readonly Name[];
  words: Readonly<Record<Name, string>>;
  fieldOf: (place: number) => Name | null;
  /** The id of the heading above. */
  labelledBy: string;
}) {
  const words = useImportsWords().mapping;
  const nameOf = (column: Column) => column.heading || words.nameless(String(column.place + 1));
  return (
    <TableScroll labelledBy={props.labelledBy}>
      <Table stack>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.samples}</th>
            <th scope="col">{words.means}</th>
          </tr>
        </thead>
        <tbody>
          {props.columns.map((column) => (
            <tr key={column.place}>
              <th scope="row">{nameOf(column)}</th>
              <td data-label={words.samples} className="ImportSamples">
                {column.samples.map((sample) => (
                  <span key={sample}>{sample}</span>
                ))}
              </td>
              <td data-label={words.means}>
                <Select
                  dense
                  name={`column.${column.place}`}
                  aria-label={words.choose(nameOf(column))}
                  defaultValue={props.fieldOf(column.place) ?? ""}
                >
                  <option value="">{words.none}</option>
                  {props.fields.map((field) => (
                    <option key={field} value={field}>
                      {props.words[field]}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

/** How the dates of a field are written; with a hint where all of them can be read in two ways. */
export function DateOrderField(props: {
  field: string;
  label: string;
  dates: { readonly order: DateOrder; readonly certain: boolean };
}) {
  const words = useImportsWords().mapping;
  const { dates, field } = props;
  return (
    <Field label={words.order(props.label)} hint={dates.certain ? undefined : words.uncertain}>
      <Select name={`order.${field}`} defaultValue={dates.order}>
        {(["year-first", "day-first", "month-first", "mixed"] as const).map((order) => (
          <option key={order} value={order}>
            {words.orders[order]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What was not taken of the columns, said and focused at each answer. */
export function ColumnFaults(props: { refused: object | null; title: string; children: ReactNode }) {
  const { refused } = props;
  const box = useRef<HTMLDivElement>(null);
  // why: each answer of the server is another object, also when it says the same: the focus goes there again.
  useEffect(() => {
    if (refused !== null) box.current?.focus();
  }, [refused]);
  if (refused === null) return null;
  return (
    <div className="Notice" data-status="overdue" role="alert" tabIndex={-1} ref={box}>
      <Icon name="alert" />
      <div>
        <b>{props.title}</b>
        <ul>{props.children}</ul>
      </div>
    </div>
  );
}
