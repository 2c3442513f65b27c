/** What was changed of somebody or something, from the audit log, with names as they are now. */
import { dayIn } from "#app/platform/clock";
import { directoryWords } from "#app/words/areas/directory";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import { findDepartmentNames } from "#db/queries/departments";
import { findEventsAbout, findFullNames } from "#db/queries/directory";
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

async function responsibilityNames(db: Reader, ids: readonly string[]): Promise<Map<string, Localised>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("responsibility").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, JSON.parse(row.name) as Localised]));
}
