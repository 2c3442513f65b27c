/** What was changed of somebody or something, from the audit log, with names as they are now. */
import { dayIn } from "#app/platform/clock";
import { directoryWords } from "#app/words/areas/directory";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDepartmentNames } from "#db/queries/departments";
import { findEventsAbout, findFullNames } from "#db/queries/directory";
import { findRecordedFacts } from "#db/queries/directory-person";
import type { Role } from "#db/schema";
import { type DirectoryAction, directoryActions, type HistoryEvent } from "./directory-view";

const eventsShown = 60;

interface Detail {
  readonly on?: string;
  readonly departmentId?: string;
  readonly responsibilityId?: string;
  readonly role?: Role;
  readonly year?: number;
}

/** The latest changes, newest first; days are those of `zone`. */
export async function readHistory(
  db: Reader,
  subjectId: string,
  reader: { readonly language: Language; readonly zone: string },
): Promise<HistoryEvent[]> {
  const rows = await findEventsAbout(db, subjectId, directoryActions, eventsShown);
  const events = rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Detail }));
  const names = await findFullNames(db, [...new Set(rows.flatMap((row) => row.actor_id ?? []))]);
  const departments = await findDepartmentNames(db, [
    ...new Set(events.flatMap(({ detail }) => detail.departmentId ?? [])),
  ]);
  const responsibilities = await responsibilityNames(db, [
    ...new Set(events.flatMap(({ detail }) => detail.responsibilityId ?? [])),
  ]);
  const words = directoryWords[reader.language];
  return events.map(({ id, happened_at, actor_id, action, detail }) => {
    const department = inLanguage(departments.get(detail.departmentId ?? "") ?? {}, reader.language);
    const responsibility = inLanguage(responsibilities.get(detail.responsibilityId ?? "") ?? {}, reader.language);
    const role = detail.role === undefined ? "" : words.roles[detail.role];
    const what = [role, responsibility, department, detail.year === undefined ? "" : String(detail.year)];
    return {
      id,
      action: action as DirectoryAction,
      day: dayIn(reader.zone, new Date(happened_at)),
      from: detail.on ?? null,
      what: what.filter((text) => text !== "").join(", ") || words.everything,
      by: actor_id === null ? null : (names.get(actor_id) ?? null),
    };
  });
}

/** The same of a person, with what files and merges of departments recorded of where they belong and work. */
export async function readPersonHistory(
  db: Reader,
  personId: string,
  reader: { readonly language: Language; readonly zone: string },
): Promise<HistoryEvent[]> {
  const done = await findEventsAbout(db, personId, directoryActions, eventsShown);
  const decided = new Set(done.map((row) => row.happened_at));
  const facts = await findRecordedFacts(db, personId);
  const [first] = facts;
  // What came in with the person changed nothing, and what was decided on the page is told already.
  const others = facts.filter((row) => row.recorded_at !== first?.recorded_at && !decided.has(row.recorded_at));
  const names = await findFullNames(db, [...new Set(others.flatMap((row) => row.recorded_by ?? []))]);
  const departments = await findDepartmentNames(db, [...new Set(others.flatMap((row) => row.department_id ?? []))]);
  const at = new Map(done.map((row) => [row.id, row.happened_at]));
  const events = (await readHistory(db, personId, reader)).map((event) => ({ at: at.get(event.id) ?? "", event }));
  for (const row of others) {
    const event: HistoryEvent = {
      id: row.id,
      action: row.department_id === null ? "employed-person" : "moved-person",
      day: dayIn(reader.zone, new Date(row.recorded_at)),
      from: row.from_on,
      what: inLanguage(departments.get(row.department_id ?? "") ?? {}, reader.language),
      by: row.recorded_by === null ? null : (names.get(row.recorded_by) ?? null),
    };
    events.push({ at: row.recorded_at, event });
  }
  return events
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, eventsShown)
    .map(({ event }) => event);
}

async function responsibilityNames(db: Reader, ids: readonly string[]): Promise<Map<string, Localised>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("responsibility").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, JSON.parse(row.name) as Localised]));
}
