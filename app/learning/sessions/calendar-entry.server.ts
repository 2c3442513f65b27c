/** Calendar entries of sessions (RFC 5545), for the reader's own calendar. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { DomainError } from "#app/domain/errors";
import { sessionPath } from "#app/ledger/seats";
import type { Deps } from "#app/platform/deps";
import { participationWords } from "#app/words/areas/participation";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import { type ClassroomSession, findBooking, findClassroomSession } from "#db/queries/classroom";
import { findModule } from "#db/queries/content";
import { findOrganisation } from "#db/queries/organisation";
import type { SignedIn } from "#db/queries/people";
import { placeOf } from "./read-participation.server";

export interface CalendarEntry {
  readonly session: Pick<ClassroomSession, "id" | "starts_at" | "ends_at" | "sequence" | "note">;
  readonly title: string;
  readonly place: string;
  readonly url: string;
  readonly organizer: { readonly name: string; readonly email: string };
  /** It does not take place, or not for this person any more. */
  readonly cancelled: boolean;
  /** When the entry is made: of two of one sequence the later one holds. */
  readonly at: Date;
}

/**
 * The text of an iCalendar file with one event. Its UID is that of the session whatever changes, so that a calendar
 * moves or removes what it has. Instants are in UTC: they mean the same whatever a calendar knows of time zones.
 */
export function writeCalendarEntry(entry: CalendarEntry): string {
  const { session } = entry;
  const calendar = ical({
    prodId: { company: "Repris", product: "Repris" },
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${session.id}@repris`,
    sequence: session.sequence,
    stamp: entry.at,
    start: new Date(session.starts_at),
    end: new Date(session.ends_at),
    summary: entry.title,
    location: entry.place,
    description: [session.note, entry.url].filter(Boolean).join("\n\n"),
    url: entry.url,
    organizer: entry.organizer,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/**
 * The reader's calendar entry of a session: for who has a seat or holds it; and cancelled, for who had one.
 *
 * @throws DomainError not-found for anybody else
 */
export async function readCalendarEntry(
  deps: Pick<Deps, "db" | "clock" | "env">,
  reader: SignedIn,
  language: Language,
  sessionId: string,
): Promise<string> {
  const db = deps.db.read;
  const session = await findClassroomSession(db, sessionId);
  const module = session && (await findModule(db, session.module_id));
  if (!session || !module) throw new DomainError("not-found", "There is no session of this id");
  const booking = await findBooking(db, sessionId, reader.personId);
  const leads = session.instructor_id === reader.personId;
  if (!leads && (!booking || booking.state === "waiting"))
    throw new DomainError("not-found", "They have no seat in it");
  const company = (await findOrganisation(db))?.name ?? participationWords[language].session.back;
  return writeCalendarEntry({
    session,
    title: inLanguage(JSON.parse(module.title) as Localised, language),
    place: await placeOf(db, session),
    url: new URL(sessionPath(sessionId), deps.env.origin).href,
    organizer: { name: company, email: `repris@${new URL(deps.env.origin).hostname}` },
    cancelled: session.cancelled_at !== null || (!leads && booking?.state === "cancelled"),
    at: deps.clock.now(),
  });
}
