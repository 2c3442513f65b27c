import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenIn } from "#app/platform/local-time";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import type { Reader } from "#db/connect";
import {
  type ClassroomSession,
  countClassroomSessions,
  countTaken,
  findBookings,
  findClassroomSessions,
  findNextPlaces,
  findUpcomingSessions,
  type SessionList,
  sessionLists,
  type Taken,
} from "#db/queries/classroom";
import { findEmployed, findListedPeople } from "#db/queries/classroom-people";
import { findSiteName } from "#db/queries/classroom-places";
import { findDepartmentNames } from "#db/queries/departments";
import { findOrganisation } from "#db/queries/organisation";
import { findPeopleNames, type SignedIn } from "#db/queries/people";
import { markOf } from "./note-attendance.server";
import { heldSession, modulesHeldBy } from "./session-access.server";
import type { Participant, SessionHead, SessionsView, SessionView } from "./session-view";

export interface Wanted {
  readonly language: Language;
  readonly now: Date;
}

export const pageSize = 25;

/** The sessions that somebody may hold, from an address: `list`, `module`, `page`. What is unknown in it is ignored. */
export async function readSessions(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now }: Wanted,
  search: URLSearchParams,
): Promise<SessionsView> {
  const db = deps.db.read;
  const held = await modulesHeldBy(db, reader);
  const list: SessionList = sessionLists.find((each) => each === search.get("list")) ?? "upcoming";
  const moduleId = held.find(({ id }) => id === search.get("module"))?.id ?? null;
  const modules = moduleId === null ? held.map(({ id }) => id) : [moduleId];
  const filter = { list, now: instantText(now), modules };
  const total = await countClassroomSessions(db, filter);
  const asked = Number(search.get("page") ?? "1");
  const last = Math.max(1, Math.ceil(total / pageSize));
  const page = Number.isSafeInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1;
  const sessions = await findClassroomSessions(db, filter, { limit: pageSize, offset: (page - 1) * pageSize });
  const taken = await countTaken(
    db,
    sessions.map(({ id }) => id),
  );
  const rows: SessionHead[] = [];
  for (const session of sessions) {
    const title = held.find(({ id }) => id === session.module_id)?.title ?? {};
    rows.push(await headOf(db, session, { title, taken: taken.get(session.id), language, now, zone: reader.zone }));
  }
  return {
    list,
    moduleId,
    modules: held.map(({ id, title }) => ({ id, title: inLanguage(title, language) })),
    rows,
    page,
    pageSize,
    total,
    today: dayIn(reader.zone, now),
  };
}

async function headOf(
  db: Reader,
  session: ClassroomSession,
  about: {
    readonly title: Localised;
    readonly taken: Taken | undefined;
    readonly language: Language;
    readonly now: Date;
    readonly zone: string;
  },
): Promise<SessionHead> {
  const [instructor] = await findPeopleNames(db, session.instructor_id === null ? [] : [session.instructor_id]);
  const site = await findSiteName(db, session.site_id);
  const state =
    session.cancelled_at !== null
      ? "cancelled"
      : session.signed_off_at !== null
        ? "signed"
        : session.starts_at <= instantText(about.now)
          ? "begun"
          : "planned";
  return {
    id: session.id,
    module: { id: session.module_id, title: inLanguage(about.title, about.language) },
    ...whenIn(session.zone, session.starts_at, session.ends_at),
    zone: session.zone === about.zone ? null : session.zone,
    place: [site, session.place].filter(Boolean).join(", "),
    seats: session.seats,
    booked: about.taken?.booked ?? 0,
    waiting: about.taken?.waiting ?? 0,
    instructor: instructor ? `${instructor.given_name} ${instructor.family_name}` : null,
    language: session.language,
    state,
  };
}

/**
 * One session with everybody in it, for whoever may hold it.
 *
 * @throws DomainError forbidden, or not-found when there is no such session
 */
export async function readSession(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now }: Wanted,
  id: string,
): Promise<SessionView> {
  const db = deps.db.read;
  const { session, module } = await heldSession(db, reader, id);
  const title = JSON.parse(module.title) as Localised;
  const taken = (await countTaken(db, [id])).get(id);
  const about = { title, taken, language, now, zone: reader.zone };
  const head = await headOf(db, session, about);
  const at = instantText(now);
  const signer = session.signed_off_by === null ? [] : await findPeopleNames(db, [session.signed_off_by]);
  const others = [];
  for (const other of await findUpcomingSessions(db, [session.module_id], at)) {
    if (other.id === id) continue;
    const { on, from, place } = await headOf(db, other, { ...about, taken: undefined });
    others.push({ id: other.id, on, from, place });
  }
  return {
    head,
    note: session.note,
    organisation: (await findOrganisation(db))?.name ?? "",
    cancelledWhy: session.cancelled_why,
    signedOffBy: signer[0] ? `${signer[0].given_name} ${signer[0].family_name}` : null,
    signedOffOn: session.signed_off_at === null ? null : dayIn(session.zone, new Date(session.signed_off_at)),
    participants: await participantsOf(db, session, head.on, { language, at }),
    mayNote: dayIn(session.zone, now) >= head.on,
    others,
    today: dayIn(reader.zone, now),
  };
}

async function participantsOf(
  db: Reader,
  session: ClassroomSession,
  day: string,
  { language, at }: { readonly language: Language; readonly at: string },
): Promise<Participant[]> {
  const bookings = (await findBookings(db, session.id)).filter((booking) => booking.state !== "cancelled");
  const ids = bookings.map((booking) => booking.person_id);
  const people = new Map((await findListedPeople(db, ids, day)).map((person) => [person.id, person]));
  const departments = [...people.values()].flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]));
  const names = await findDepartmentNames(db, [...new Set(departments)]);
  const employed = await findEmployed(db, ids, day);
  const next = await findNextPlaces(db, session.module_id, ids, session.starts_at > at ? session.starts_at : at);
  const participants = bookings.flatMap((booking): Participant[] => {
    const person = people.get(booking.person_id);
    if (!person || booking.state === "cancelled") return [];
    const ahead = next.get(person.id);
    return [
      {
        personId: person.id,
        name: person.name,
        employeeNumber: person.employeeNumber,
        department: inLanguage(names.get(person.departmentId ?? "") ?? {}, language),
        place: booking.state,
        mark: markOf(booking.attended),
        gone: !employed.has(person.id),
        completed: booking.completion_id !== null,
        next: ahead ? { id: ahead.sessionId, on: dayIn(ahead.zone, new Date(ahead.startsAt)) } : null,
      },
    ];
  });
  const inOrder = (place: Participant["place"]) => participants.filter((each) => each.place === place);
  return [...inOrder("booked"), ...inOrder("waiting")];
}
