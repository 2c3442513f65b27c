import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import { findRequirableModules } from "#db/queries/audience-choices";
import type { ModuleChoice } from "./requirement-view";

/** Modules to choose from, by course. */
export async function readModuleChoices(deps: Pick<Deps, "db">, language: Language): Promise<ModuleChoice[]> {
  const text = (json: string) => inLanguage(JSON.parse(json) as Localised, language);
  return (await findRequirableModules(deps.db.read)).map((row) => ({
    id: row.id,
    title: text(row.title),
    course: text(row.course_title),
  }));
}
