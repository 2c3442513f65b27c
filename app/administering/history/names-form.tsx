import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Select } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { useHistoryWords } from "#app/words/areas/history";
import { useFormat } from "#app/words/context";
import { leaveOut } from "./history-options";
import type { HistoryView, ModuleChoice } from "./history-view";

/** Which module each name of the file stands for, each with its rows. */
export function NamesForm(props: {
  names: NonNullable<HistoryView["names"]>;
  modules: readonly ModuleChoice[];
  isPrimary?: boolean;
}) {
  const { modules, names } = props;
  const words = useHistoryWords().names;
  const format = useFormat();
  const busy = useNavigation().formData?.get("intent") === "names";
  return (
    <Section id="names" title={words.title}>
      <p>{words.intro}</p>
      <Form method="post" className="ImportForm">
        {names.shown.map(({ chosen, isDecided, name, rows }, place) => (
          <Field
            key={name}
            label={name}
            hint={[
              words.rows(format.number(rows), rows === 1),
              ...(chosen !== null && !isDecided ? [words.guessed] : []),
            ].join(", ")}
          >
            <Select name={`name.${place}`} defaultValue={chosen ?? ""} required>
              <option value="">{words.choose}</option>
              <option value={leaveOut}>{words.leaveOut}</option>
              {modules.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {names.hidden > 0 ? <p className="Muted">{words.more(format.number(names.hidden))}</p> : null}
        <p>
          <Button kind={props.isPrimary ? "primary" : undefined} name="intent" value="names" busy={busy}>
            {words.submit}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
