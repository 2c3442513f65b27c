import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "#app/ui/button";
import { Field, Input, Select } from "#app/ui/field";
import { Empty } from "#app/ui/panels";
import { useSetupWords } from "#app/words/areas/setup";
import { useLanguage } from "#app/words/context";
import { locales } from "#app/words/language";
import { StepFrame } from "./step-frame";
import { endPath, placeOf, stepPaths } from "./steps";

/** What was typed, kept after an error. */
export interface Typed {
  readonly who: "everyone" | "department";
  readonly department: string;
  readonly from: string;
}

type Fault = "dateInvalid" | "departmentMissing" | "nothingChosen";

/** The first requirement: posts `module` (as often as there are), `who`, `department` and `from`. */
export function RequirementScreen(props: {
  view: {
    readonly modules: readonly { readonly id: string; readonly title: string }[];
    readonly departments: readonly { readonly id: string; readonly name: string }[];
    readonly underWay: boolean;
    readonly today: string;
  };
  again: { readonly typed: Typed; readonly faults: readonly Fault[] } | undefined;
}) {
  const { again, view } = props;
  const words = useSetupWords().requirement;
  const list = new Intl.ListFormat(locales[useLanguage()], { type: "conjunction" });
  const busy = useNavigation().state !== "idle";
  const typed = again?.typed ?? { who: "everyone", department: "", from: view.today };
  const said = (fault: Fault) => (again?.faults.includes(fault) ? words[fault] : null);
  const titles = view.modules.map((module) => module.title);
  return (
    <StepFrame
      title={words.title}
      lead={titles.length > 0 ? words.lead(list.format(titles)) : words.nothingChosen}
      place={placeOf.requirement}
      skipTo={endPath}
      refused={again !== undefined}
    >
      {view.underWay ? (
        <Empty icon="info" level={2} title={words.running}>
          <p>{words.runningText}</p>
          <LinkButton to="/admin/requirements">{words.toRequirements}</LinkButton>
        </Empty>
      ) : view.modules.length === 0 ? (
        <p>
          <LinkButton kind="primary" to={stepPaths.course}>
            {words.toCourse}
          </LinkButton>
        </p>
      ) : (
        <Form method="post" className="Stack" data-gap="5" noValidate>
          {view.modules.map((module) => (
            <input key={module.id} type="hidden" name="module" value={module.id} />
          ))}
          <fieldset>
            <legend>{words.who}</legend>
            <label className="Check">
              <input type="radio" name="who" value="everyone" defaultChecked={typed.who === "everyone"} />
              <span>{words.everyone}</span>
            </label>
            <label className="Check">
              <input type="radio" name="who" value="department" defaultChecked={typed.who === "department"} />
              <span>{words.department}</span>
            </label>
            <Field label={words.which} error={said("departmentMissing")}>
              <Select name="department" defaultValue={typed.department}>
                <option value="" />
                {view.departments.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          </fieldset>
          <Field label={words.from} hint={words.fromHint} error={said("dateInvalid")}>
            <Input name="from" type="date" defaultValue={typed.from} />
          </Field>
          <Button kind="primary" size="large" busy={busy}>
            {words.submit}
          </Button>
          <p className="Muted Small">{words.others}</p>
        </Form>
      )}
    </StepFrame>
  );
}
