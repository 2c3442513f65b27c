import type { CivilDate } from "#app/domain/calendar";
import { compareDates } from "#app/domain/calendar";
import { company, mustBeAble } from "#app/domain/permissions";
import type { Requirement } from "#app/domain/requirement";
import type { Deps } from "#app/platform/deps";
import { type AudienceTelling, audienceSentence } from "#app/words/audience-sentence";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findRequirableModules } from "#db/queries/audience-choices";
import type { SignedIn } from "#db/queries/people";
import { countObliged, findRequirements, requirementOf } from "#db/queries/requirements";
import { tellingOf } from "./choices.server";
import type { RequirementLine, RequirementsView } from "./requirement-view";

/** One requirement as a line of a list. */
export async function lineOf(
  db: Reader,
  requirement: Requirement,
  note: string | null,
  telling: AudienceTelling,
  today: CivilDate,
): Promise<RequirementLine> {
  const { id, audience, from, to, due, every } = requirement;
  const isPresent = compareDates(from, today) <= 0 && (to === null || compareDates(today, to) <= 0);
  const people = isPresent ? await countObliged(db, id, today) : null;
  // why: a company of any size may have many; between them others have their turn.
  if (isPresent) await new Promise((resolve) => setImmediate(resolve));
  return { id, sentence: audienceSentence(audience, telling), from, to, due, every, note, people };
}

/** Every requirement by module, ended ones apart. @throws DomainError forbidden for who decides no requirements */
export async function readRequirements(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, today }: { readonly language: Language; readonly today: CivilDate },
): Promise<RequirementsView> {
  mustBeAble(reader, "manage-requirements", company);
  const db = deps.db.read;
  const rows = await findRequirements(db);
  const requirements = rows.map(requirementOf);
  const telling = await tellingOf(
    db,
    requirements.map(({ audience }) => audience),
    language,
  );
  const modules: { id: string; title: string; present: RequirementLine[]; ended: RequirementLine[] }[] = [];
  const unrequired: { id: string; title: string }[] = [];
  for (const { id, title } of await findRequirableModules(db)) {
    const own = rows.filter((row) => row.module_id === id);
    const named = { id, title: inLanguage(JSON.parse(title) as Localised, language) };
    const lines: RequirementLine[] = [];
    for (const row of own) lines.push(await lineOf(db, requirementOf(row), row.note, telling, today));
    const isOver = ({ to }: RequirementLine) => to !== null && compareDates(to, today) < 0;
    const present = lines.filter((line) => !isOver(line));
    if (present.length === 0) unrequired.push(named);
    if (lines.length > 0) modules.push({ ...named, present, ended: lines.filter(isOver) });
  }
  return { today, modules, unrequired };
}
