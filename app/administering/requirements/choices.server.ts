/** What can be chosen while a rule is written, by name. */
import type { Audience } from "#app/domain/audience";
import { folded } from "#app/domain/folded";
import { audiencePhrases } from "#app/words/areas/audience";
import { audienceNamesIn } from "#app/words/audience-names";
import { type AudienceTelling, countryName } from "#app/words/audience-sentence";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findAudienceChoices, findAudienceNames } from "#db/queries/audience-choices";
import { findPeopleNames } from "#db/queries/people";
import { findPeopleByWords } from "#db/queries/todo";
import { departmentOptions } from "../department-options.server";
import type { Choice, RuleChoices } from "./requirement-view";
import { type ConditionPart, type GroupPart, isGroup, root } from "./rule-form";

/** How audiences are told in a language, with the names of what some of them speak of. */
export async function tellingOf(
  db: Reader,
  audiences: readonly Audience[],
  language: Language,
  more: readonly string[] = [],
): Promise<AudienceTelling> {
  const names = audienceNamesIn(await findAudienceNames(db, audiences, more), language);
  return { language, phrases: audiencePhrases[language], format: formatsFor(language), names };
}

/** Every condition of a rule with its place. */
export function conditionsOf(rule: GroupPart, place = root): { place: string; part: ConditionPart }[] {
  return rule.parts.flatMap((part, at) => {
    const own = `${place}.${at}`;
    return isGroup(part) ? conditionsOf(part, own) : [{ place: own, part }];
  });
}

/** So many people are found for a search. */
const mostFound = 20;

export async function readChoices(db: Reader, rule: GroupPart, language: Language): Promise<RuleChoices> {
  const { sites, entities, responsibilities, titles } = await findAudienceChoices(db);
  const countries = [
    ...new Set([...sites.map((site) => site.country ?? site.entity_country), ...entities.map((each) => each.country)]),
  ];
  const conditions = conditionsOf(rule);
  const managers = conditions.flatMap(({ part }) => (part.kind === "manager" ? part.values : []));
  const departmentIds = conditions.flatMap(({ part }) => (part.kind === "department" ? part.values : []));
  const { names } = await tellingOf(db, [{ department: departmentIds }], language, managers);
  const found: Record<string, readonly Choice[]> = {};
  for (const { place, part } of conditions) {
    if (part.kind !== "manager" || part.search === "") continue;
    const ids = await findPeopleByWords(db, folded(part.search).split(/\s+/).filter(Boolean), mostFound);
    const people = new Map(
      (await findPeopleNames(db, ids)).map((row) => [row.id, `${row.given_name} ${row.family_name}`]),
    );
    found[place] = ids
      .filter((id) => !part.values.includes(id))
      .map((id) => ({ value: id, label: people.get(id) ?? id }));
  }
  const byLabel = (choices: Choice[]) => choices.sort((a, b) => a.label.localeCompare(b.label, language));
  return {
    department: await departmentOptions(db, language),
    site: sites.map(({ id, name }) => ({ value: id, label: name })),
    country: byLabel(countries.map((code) => ({ value: code, label: countryName(code, language) }))),
    entity: entities.map(({ id, name }) => ({ value: id, label: name })),
    responsibility: byLabel(
      responsibilities.map((row) => ({
        value: row.id,
        label: inLanguage(JSON.parse(row.name) as Localised, language),
      })),
    ),
    title: titles,
    names: { ...names.departments, ...names.people, ...names.sites, ...names.entities, ...names.responsibilities },
    found,
  };
}
