/** Whose assignments are not what their circumstances and the requirements imply. */
import { circumstances, impliedEvents, type RequirementSpan } from "#app/domain/audience";
import { needsOf } from "#app/domain/audience-needs";
import type { Reader } from "#db/connect";
import { loadCareersFor, loadDepartmentLines } from "#db/queries/circumstances";
import { findAssignmentsBy } from "#db/queries/requirement-reach";
import { loadRequirementSpans } from "#db/queries/requirements";

/**
 * Those of `people` whose recorded assignments by some requirements (null: by any) are others than these imply.
 *
 * @param requirements also those that are withdrawn: nothing follows from them any more
 */
export async function peopleOutOfStep(
  db: Reader,
  people: readonly string[],
  requirements: readonly string[] | null,
): Promise<string[]> {
  if (people.length === 0) return [];
  const all = await loadRequirementSpans(db);
  const spans: readonly RequirementSpan[] =
    requirements === null ? all : all.filter(({ id }) => requirements.includes(id));
  const needs = needsOf(spans.map(({ audience }) => audience));
  const careers = await loadCareersFor(db, people, await loadDepartmentLines(db), needs);
  const recorded = new Map<string, string[]>();
  for (const row of await findAssignmentsBy(db, people, requirements)) {
    const text = `${row.requirement_id}\n${row.event}\n${row.happened_on}`;
    const own = recorded.get(row.person_id);
    if (own) own.push(text);
    else recorded.set(row.person_id, [text]);
  }
  return people.filter((personId) => {
    const career = careers.get(personId);
    const implied = career ? impliedEvents(circumstances(career), spans) : [];
    const texts = implied.map(({ requirementId, event, on }) => `${requirementId}\n${event}\n${on}`);
    const own = recorded.get(personId) ?? [];
    if (texts.length !== own.length) return true;
    if (texts.length === 0) return false;
    return texts.sort().join() !== own.sort().join();
  });
}
