import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Field, FieldError, Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { useRequirementsWords } from "#app/words/areas/requirements";
import type { Choice, Problem, RuleChoices } from "./requirement-view";
import { type ConditionPart, conditionKinds, deepest, type GroupPart, isGroup, type RulePart, root } from "./rule-form";

/** What every part of a rule is drawn with. */
interface Drawn {
  readonly choices: RuleChoices;
  readonly problems: readonly Problem[];
}

/** As many as this are shown at once, to be ticked; more are chosen one after another. */
const tickedAtMost = 12;

/** `1.2` of the place `r.0.1`: as people count. */
function numberOf(place: string): string {
  return place
    .split(".")
    .slice(1)
    .map((step) => Number(step) + 1)
    .join(".");
}

/** A rule about people, as fields; `focus` is the place that the last button changed. */
export function RuleBuilder(props: Drawn & { rule: GroupPart; focus: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  const { focus } = props;
  useEffect(() => {
    if (focus !== null) box.current?.querySelector<HTMLElement>(`[id="${focus}"]`)?.focus();
  }, [focus]);
  return (
    <div ref={box} className="Rule">
      <Group part={props.rule} place={root} choices={props.choices} problems={props.problems} />
    </div>
  );
}

function Group({ part, place, ...drawn }: Drawn & { part: GroupPart; place: string }) {
  const words = useRequirementsWords();
  const says = words.group;
  const number = numberOf(place);
  const isRoot = place === root;
  return (
    <fieldset className="RuleGroup" id={place} tabIndex={-1}>
      <legend>{isRoot ? says.rootLegend : says.legend(number)}</legend>
      {isRoot ? null : <input type="hidden" name={`item:${place}`} value="group" />}
      <div className="RuleHow">
        <Select dense name={`group:${place}`} defaultValue={part.kind} aria-label={says.kind}>
          <option value="all">{says.all}</option>
          <option value="any">{says.any}</option>
        </Select>
        {isRoot ? null : (
          <>
            <Not part={part} place={place} />
            <Button kind="quiet" size="dense" name="do" value={`remove ${place}`} aria-label={says.remove(number)}>
              {words.condition.removeShort}
            </Button>
          </>
        )}
      </div>
      {part.parts.length === 0 ? <p className="Muted">{says.empty}</p> : null}
      {placed(part, place).map((each) => (
        <Part key={each.place} {...each} {...drawn} />
      ))}
      <div className="RuleAdd">
        <Select dense name={`add:${place}`} aria-label={says.which}>
          {conditionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
        <Button size="dense" name="do" value={`condition ${place}`}>
          <Icon name="plus" />
          {says.add}
        </Button>
        {place.split(".").length > deepest ? null : (
          <Button kind="quiet" size="dense" name="do" value={`group ${place}`}>
            {says.addGroup}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The parts of a group, each with its place. */
function placed({ parts }: GroupPart, place: string): { part: RulePart; place: string }[] {
  return parts.map((part, at) => ({ part, place: `${place}.${at}` }));
}

function Part({ part, place, ...drawn }: Drawn & { part: RulePart; place: string }) {
  return isGroup(part) ? (
    <Group part={part} place={place} {...drawn} />
  ) : (
    <ConditionFields part={part} place={place} {...drawn} />
  );
}

function Not({ part, place }: { part: RulePart; place: string }) {
  const says = useRequirementsWords().not;
  return (
    <Select dense name={`not:${place}`} defaultValue={part.not ? "yes" : "no"} aria-label={says.label}>
      <option value="no">{says.no}</option>
      <option value="yes">{says.yes}</option>
    </Select>
  );
}

function ConditionFields({ part, place, choices, problems }: Drawn & { part: ConditionPart; place: string }) {
  const words = useRequirementsWords();
  const says = words.condition;
  const kind = words.kinds[part.kind];
  const problem = problems.find(({ field }) => field === place);
  const error = problem ? `${place}-error` : undefined;
  return (
    <fieldset className="RuleCondition" id={place} tabIndex={-1} aria-describedby={error}>
      <legend>{says.legend(kind, numberOf(place))}</legend>
      <input type="hidden" name={`item:${place}`} value={part.kind} />
      <div className="RuleHow">
        <Not part={part} place={place} />
        <Button
          kind="quiet"
          size="dense"
          name="do"
          value={`remove ${place}`}
          aria-label={says.remove(kind, numberOf(place))}
        >
          {says.removeShort}
        </Button>
      </div>
      <Values part={part} place={place} choices={choices} />
      {part.kind === "department" ? (
        <>
          <Tick name={`below:${place}`} value="yes" isOn={part.below}>
            {says.below}
          </Tick>
          {/* Read where the box before it is not ticked. */}
          <input type="hidden" name={`below:${place}`} value="no" />
        </>
      ) : null}
      {part.kind === "responsibility" ? (
        <Tick name={`deputies:${place}`} value="yes" isOn={part.deputies}>
          {says.deputies}
        </Tick>
      ) : null}
      {problem ? <FieldError id={error}>{words.problems[problem.code]}</FieldError> : null}
    </fieldset>
  );
}

function Tick(props: { name: string; value: string; isOn: boolean; children: string }) {
  return (
    <label className="Check">
      <input type="checkbox" name={props.name} value={props.value} defaultChecked={props.isOn} />
      {props.children}
    </label>
  );
}

function Values({ part, place, choices }: { part: ConditionPart; place: string; choices: RuleChoices }) {
  const words = useRequirementsWords();
  const says = words.condition;
  const { kind } = part;
  switch (kind) {
    case "employed":
      return (
        <div className="FieldRow">
          <Field label={says.from}>
            <Input type="date" name={`from:${place}`} defaultValue={part.from} />
          </Field>
          <Field label={says.until}>
            <Input type="date" name={`until:${place}`} defaultValue={part.until} />
          </Field>
        </div>
      );
    case "role":
      return <Ticks part={part} place={place} choices={entriesOf(words.roles)} />;
    case "employment":
      return <Ticks part={part} place={place} choices={entriesOf(words.employments)} />;
    case "title":
      return (
        <Chosen part={part} place={place} nameOf={(value) => value}>
          <TitleField place={place} titles={choices.title} />
        </Chosen>
      );
    case "manager":
      return (
        <Chosen part={part} place={place} nameOf={(value) => choices.names[value] ?? value}>
          <PersonSearch part={part} place={place} found={choices.found[place]} />
        </Chosen>
      );
    default: {
      const own = choices[kind];
      if (
        own.length > 0 &&
        own.length <= tickedAtMost &&
        part.values.every((id) => own.some(({ value }) => value === id))
      ) {
        return <Ticks part={part} place={place} choices={own} />;
      }
      const nameOf = (id: string) => own.find(({ value }) => value === id)?.label ?? choices.names[id] ?? id;
      return (
        <Chosen part={part} place={place} nameOf={nameOf}>
          <Pick
            place={place}
            label={words.kinds[kind]}
            choices={own.filter(({ value }) => !part.values.includes(value))}
          />
        </Chosen>
      );
    }
  }
}

function entriesOf(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

const indent = "\u00a0\u00a0\u00a0";

function Ticks({ part, place, choices }: { part: ConditionPart; place: string; choices: readonly Choice[] }) {
  return (
    <div className="RuleTicks">
      {choices.map(({ value, label, depth }) => (
        <Tick key={value} name={`value:${place}`} value={value} isOn={part.values.includes(value)}>
          {`${indent.repeat(depth ?? 0)}${label}`}
        </Tick>
      ))}
    </div>
  );
}

/** What is chosen already, each to be taken away again, and the way to choose more. */
function Chosen(props: { part: ConditionPart; place: string; nameOf: (value: string) => string; children: ReactNode }) {
  const says = useRequirementsWords().condition;
  const { part, place, nameOf } = props;
  return (
    <>
      {part.values.length === 0 ? null : (
        <ul className="RuleChosen" aria-label={says.chosen}>
          {part.values.map((value, at) => (
            <li key={value}>
              <input type="hidden" name={`value:${place}`} value={value} />
              {nameOf(value)}
              <button type="submit" name="do" value={`drop ${place} ${at}`} aria-label={says.drop(nameOf(value))}>
                <Icon name="x" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {props.children}
    </>
  );
}

function AddValue({ place }: { place: string }) {
  const says = useRequirementsWords().condition;
  return (
    <Button size="dense" name="do" value={`value ${place}`}>
      {says.add}
    </Button>
  );
}

function Pick({ place, label, choices }: { place: string; label: string; choices: readonly Choice[] }) {
  const says = useRequirementsWords().condition;
  return (
    <div className="RuleAdd">
      <Select dense name={`pick:${place}`} aria-label={label} defaultValue="">
        <option value="">{says.choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {`${indent.repeat(choice.depth ?? 0)}${choice.label}`}
          </option>
        ))}
      </Select>
      <AddValue place={place} />
    </div>
  );
}

function TitleField({ place, titles }: { place: string; titles: readonly string[] }) {
  const says = useRequirementsWords().condition;
  const list = `${place}-titles`;
  return (
    <div className="RuleAdd">
      <Input dense name={`pick:${place}`} list={list} maxLength={200} autoComplete="off" aria-label={says.newTitle} />
      <datalist id={list}>
        {titles.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      <AddValue place={place} />
    </div>
  );
}

function PersonSearch(props: { part: ConditionPart; place: string; found: readonly Choice[] | undefined }) {
  const says = useRequirementsWords().condition;
  const { part, place, found } = props;
  return (
    <>
      <div className="RuleAdd">
        <Input
          dense
          type="search"
          name={`search:${place}`}
          defaultValue={part.search}
          maxLength={100}
          aria-label={says.search}
        />
        <Button size="dense" name="do" value={`search ${place}`}>
          <Icon name="search" />
          {says.searchButton}
        </Button>
      </div>
      {found === undefined ? null : found.length === 0 ? (
        <p className="Muted">{says.nobody}</p>
      ) : (
        <Pick place={place} label={says.search} choices={found} />
      )}
    </>
  );
}
