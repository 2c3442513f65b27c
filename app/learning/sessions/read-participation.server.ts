import { DomainError } from "#app/domain/errors";
import { lessonPath } from "#app/lessons/links";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenIn } from "#app/platform/local-time";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import {
  type ClassroomSession,
  countTaken,
  findBooking,
  findBookings,
  findClassroomSession,
  findPlacesAhead,
  findUpcomingSessions,
} from "#db/queries/classroom";
import { findEmployed } from "#db/queries/classroom-people";
import { findSiteName } from "#db/queries/classroom-places";
import { findModule } from "#db/queries/content";
import { findPeopleNames, type SignedIn } from "#db/queries/people";
import type { Row } from "#db/schema";
import { asLearner } from "../learner.server";
import type { ParticipantView, Standing } from "./session-view";

/** How it stands between somebody and a session at an instant, and where they have a place instead. */
export async function participation(
  db: Reader,
  session: ClassroomSession,
  personId: string,
  now: Date,
): Promise<{ readonly standing: Standing; readonly elsewhere: string | null }> {
  const at = instantText(now);
  const booking = await findBooking(db, session.id, personId);
  const only = (standing: Standing) => ({ standing, elsewhere: null });
  if (session.cancelled_at !== null) return only("cancelled");
  if (session.starts_at <= at) return only(afterwards(session, booking));
  if (booking && booking.state !== "cancelled") return only(booking.state);
  const day = dayIn(session.zone, new Date(session.starts_at));
  if (!(await findEmployed(db, [personId], day)).has(personId)) return only("not-employed");
  const other = (await findPlacesAhead(db, personId, at)).find((place) => place.moduleId === session.module_id);
  if (other) return { standing: "elsewhere", elsewhere: other.sessionId };
  // Whoever was asked once may come back, whether the module is theirs or not.
  if (!booking && !(await hasModule(db, personId, session.module_id))) return only("not-yours");
  const taken = (await countTaken(db, [session.id])).get(session.id);
  return only((taken?.booked ?? 0) < session.seats ? "free" : "full");
}

function afterwards(session: ClassroomSession, booking: Row<"booking"> | undefined): Standing {
  if (session.signed_off_at === null || !booking || booking.state === "cancelled") return "begun";
  if (booking.attended === 1) return "there";
  return booking.state === "booked" ? "missed" : "begun";
}

async function hasModule(db: Reader, personId: string, moduleId: string): Promise<boolean> {
  const row = await db
    .selectFrom("standing")
    .select("state")
    .where("person_id", "=", personId)
    .where("module_id", "=", moduleId)
    .executeTakeFirst();
  return row !== undefined && row.state !== "not-required";
}

/** Site and room or address of a session. */
export async function placeOf(db: Reader, session: ClassroomSession): Promise<string> {
  return [await findSiteName(db, session.site_id), session.place].filter(Boolean).join(", ");
}

/**
 * One session as its reader takes part in it, or may.
 *
 * @throws DomainError not-found when there is none of this id
 */
export async function readParticipation(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now }: { readonly language: Language; readonly now: Date },
  id: string,
): Promise<ParticipantView> {
  const learner = asLearner(reader, language);
  const db = deps.db.read;
  const session = await findClassroomSession(db, id);
  const module = session && (await findModule(db, session.module_id));
  if (!session || !module) throw new DomainError("not-found", "There is no session of this id");
  const { standing, elsewhere } = await participation(db, session, learner.personId, now);
  const waiting = (await findBookings(db, id)).filter((booking) => booking.state === "waiting");
  const [instructor] = await findPeopleNames(db, session.instructor_id === null ? [] : [session.instructor_id]);
  const upcoming = (await findUpcomingSessions(db, [session.module_id], instantText(now))).filter(
    (other) => other.id !== id,
  );
  const taken = await countTaken(db, [id, ...upcoming.map((other) => other.id)]);
  const leftOf = (one: ClassroomSession) => Math.max(0, one.seats - (taken.get(one.id)?.booked ?? 0));
  const others: ParticipantView["others"][number][] = [];
  for (const other of upcoming) {
    const { on, from } = whenIn(other.zone, other.starts_at, other.ends_at);
    const place = await placeOf(db, other);
    others.push({ id: other.id, on, from, place, left: leftOf(other), seats: other.seats });
  }
  const line = waiting.findIndex((booking) => booking.person_id === learner.personId);
  const leads = session.instructor_id === learner.personId;
  return {
    id,
    module: {
      id: module.id,
      title: inLanguage(JSON.parse(module.title) as Localised, language),
      href: lessonPath(module.id),
    },
    ...whenIn(session.zone, session.starts_at, session.ends_at),
    zone: session.zone === reader.zone ? null : session.zone,
    place: await placeOf(db, session),
    instructor: instructor ? `${instructor.given_name} ${instructor.family_name}` : null,
    language: session.language,
    note: session.note,
    seats: session.seats,
    left: leftOf(session),
    standing,
    placeInLine: line < 0 ? null : line + 1,
    cancelledWhy: session.cancelled_why,
    elsewhere,
    calendar: standing === "booked" || (leads && session.cancelled_at === null),
    others,
    today: dayIn(reader.zone, now),
  };
}
