import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useSetupWords } from "#app/words/areas/setup";
import { StepFrame } from "./step-frame";
import { placeOf, stepPaths } from "./steps";

type Fault = "nameMissing" | "numberMissing" | "numberTaken" | "emailInvalid" | "emailTaken" | "departmentMissing";

interface Row {
  readonly name: string;
  readonly number: string;
  readonly email: string;
  readonly department: string;
}

/** The first people: from a file, or a few by hand (`name`, `number`, `email`, `department`, each as often as there are rows). */
export function PeopleScreen(props: {
  departments: readonly string[];
  count: number;
  added: number;
  again:
    | {
        readonly rows: readonly Row[];
        readonly faults: Readonly<Record<number, readonly Fault[]>>;
        readonly isEmpty: boolean;
      }
    | undefined;
}) {
  const { again } = props;
  const all = useSetupWords();
  const words = all.people;
  const busy = useNavigation().state !== "idle";
  return (
    <StepFrame
      title={words.title}
      lead={words.lead}
      place={placeOf.people}
      skipTo={stepPaths.course}
      refused={again !== undefined}
    >
      {props.added > 0 && !again ? <Notice icon="check" live="status" title={words.added(props.added)} /> : null}
      {again?.isEmpty ? <p role="alert">{words.problems.nothing}</p> : null}
      <Section id="file" title={words.file}>
        <p>{words.fileHint}</p>
        <p>
          <LinkButton to="/admin/imports/people">{words.file}</LinkButton>
        </p>
      </Section>
      <Section id="hand" title={words.table}>
        <p className="Muted">{words.departmentHint}</p>
        {/* why: the rows begin empty again after some were saved */}
        <Form method="post" className="Stack" data-gap="4" noValidate key={props.added}>
          <datalist id="departments">
            {props.departments.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <div className="HandTable">
            {Array.from({ length: props.count }, (_, place) => place).map((place) => (
              <HandRow key={place} place={place} row={again?.rows[place]} faults={again?.faults[place] ?? []} />
            ))}
          </div>
          <div className="Row" data-gap="3">
            <Button kind="primary" busy={busy}>
              {all.save}
            </Button>
            <Button name="then" value="more">
              {words.more}
            </Button>
          </div>
        </Form>
      </Section>
    </StepFrame>
  );
}

function HandRow(props: { place: number; row: Row | undefined; faults: readonly Fault[] }) {
  const { faults, row } = props;
  const words = useSetupWords().people;
  const said = (...names: Fault[]) => {
    const found = names.find((name) => faults.includes(name));
    return found === undefined ? null : words.problems[found];
  };
  return (
    <fieldset>
      <legend>{words.row(props.place + 1)}</legend>
      <Field label={words.name} error={said("nameMissing")}>
        <Input name="name" autoComplete="off" defaultValue={row?.name} />
      </Field>
      <Field label={words.number} error={said("numberMissing", "numberTaken")}>
        <Input name="number" autoComplete="off" defaultValue={row?.number} />
      </Field>
      <Field
        label={
          <>
            {words.email} <small>{words.optional}</small>
          </>
        }
        error={said("emailInvalid", "emailTaken")}
      >
        <Input name="email" type="email" autoComplete="off" defaultValue={row?.email} />
      </Field>
      <Field label={words.department} error={said("departmentMissing")}>
        <Input name="department" autoComplete="off" list="departments" defaultValue={row?.department} />
      </Field>
    </fieldset>
  );
}
