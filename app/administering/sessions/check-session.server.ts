import { type CivilDate, isCivilDate } from "#app/domain/calendar";
import { type Actor, can } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import { instantOf, isTime, isZone } from "#app/platform/local-time";
import { isLanguage } from "#app/words/language";
import type { Reader } from "#db/connect";
import { countTaken, findHeldBetween } from "#db/queries/classroom";
import { findEmployed, findTrainers } from "#db/queries/classroom-people";
import { findHoliday, findOpenSites, findPublishedModules } from "#db/queries/classroom-places";
import { findOrganisation } from "#db/queries/organisation";
import type { SessionDoubt, SessionField, SessionFields, SessionProblem, SessionProblems } from "./session-form";

/** A session as it will be kept. */
export interface SessionPlan {
  readonly moduleId: string;
  readonly siteId: string | null;
  readonly place: string;
  readonly zone: string;
  readonly on: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats: number;
  readonly language: string;
  readonly instructorId: string | null;
  readonly note: string | null;
}

const longestPlace = 120;
const longestNote = 1000;
const mostSeats = 1000;

/**
 * Reads what was typed about a session. Without problems there is a plan; doubts are things to ask about.
 *
 * @param present the session that is to be changed; null: a new one
 */
export async function checkSession(
  db: Reader,
  actor: Actor,
  now: Date,
  fields: SessionFields,
  present: { readonly id: string; readonly moduleId: string; readonly instructorId: string | null } | null,
): Promise<{
  readonly problems: SessionProblems;
  readonly doubts: readonly SessionDoubt[];
  readonly plan: SessionPlan | null;
}> {
  const problems: Partial<Record<SessionField, SessionProblem>> = {};
  const moduleId = present?.moduleId ?? fields.module;
  const module = (await findPublishedModules(db)).find(({ id }) => id === moduleId);
  if (moduleId === "") problems.module = "missing";
  else if (!module || !can(actor, "hold-session", { kind: "module", courseId: module.course_id })) {
    problems.module = "unknown";
  }

  const day = isCivilDate(fields.date) ? fields.date : null;
  if (day === null) problems.date = fields.date === "" ? "missing" : "no-date";
  for (const name of ["start", "end"] as const) {
    if (!isTime(fields[name])) problems[name] = fields[name] === "" ? "missing" : "no-time";
  }

  const site = fields.site === "" ? null : (await findOpenSites(db, day ?? "")).find(({ id }) => id === fields.site);
  if (site === undefined) problems.site = "unknown";
  if (!site && fields.site === "" && fields.place === "") problems.place = "missing";
  if (fields.place.length > longestPlace) problems.place = "too-long";
  const wanted = fields.zone === "" ? ((await findOrganisation(db))?.zone ?? "UTC") : fields.zone;
  if (!site && !isZone(wanted)) problems.zone = "unknown";
  const zone = site?.zone ?? wanted;

  let startsAt: Date | null = null;
  let endsAt: Date | null = null;
  if (day !== null && !problems.start && !problems.end && !problems.zone) {
    startsAt = instantOf(zone, day, fields.start);
    endsAt = instantOf(zone, day, fields.end);
    if (startsAt === null) problems.start = "skipped-time";
    if (endsAt === null) problems.end = "skipped-time";
    if (startsAt && endsAt && endsAt <= startsAt) problems.end = "ends-before-it-begins";
  }

  const seats = /^\d{1,5}$/.test(fields.seats) ? Number(fields.seats) : 0;
  if (seats < 1 || seats > mostSeats) problems.seats = fields.seats === "" ? "missing" : "no-seats";
  else if (present && seats < ((await countTaken(db, [present.id])).get(present.id)?.booked ?? 0)) {
    problems.seats = "fewer-than-booked";
  }
  if (!isLanguage(fields.language)) problems.language = fields.language === "" ? "missing" : "unknown";
  if (fields.note.length > longestNote) problems.note = "too-long";

  const instructorId = fields.instructor === "" ? null : fields.instructor;
  if (instructorId !== null && module) {
    const known = [actor.personId, present?.instructorId].includes(instructorId);
    const trainers = known ? [] : await findTrainers(db, day ?? "");
    const isTrainer = trainers.some(
      ({ id, courses }) =>
        id === instructorId && courses.some((course) => course === null || course === module.course_id),
    );
    if (!known && !isTrainer) problems.instructor = "unknown";
  }

  if (Object.keys(problems).length > 0 || !module || day === null || !startsAt || !endsAt || site === undefined) {
    return { problems, doubts: [], plan: null };
  }
  const plan: SessionPlan = {
    moduleId: module.id,
    siteId: site?.id ?? null,
    place: fields.place,
    zone,
    on: day,
    startsAt: instantText(startsAt),
    endsAt: instantText(endsAt),
    seats,
    language: fields.language,
    instructorId,
    note: fields.note === "" ? null : fields.note,
  };
  return { problems, doubts: await doubtsOf(db, now, plan, present?.id ?? null), plan };
}

async function doubtsOf(db: Reader, now: Date, plan: SessionPlan, except: string | null): Promise<SessionDoubt[]> {
  const doubts: SessionDoubt[] = [];
  if (plan.startsAt <= instantText(now)) doubts.push({ kind: "past" });
  const holiday = plan.siteId === null ? null : await findHoliday(db, plan.siteId, plan.on);
  if (holiday !== null) doubts.push({ kind: "holiday", name: holiday });
  if (plan.instructorId === null) return doubts;
  const [busy] = await findHeldBetween(db, plan.instructorId, plan.startsAt, plan.endsAt, except);
  if (busy) doubts.push({ kind: "instructor-busy", sessionId: busy.id, from: busy.starts_at, to: busy.ends_at });
  if (!(await findEmployed(db, [plan.instructorId], plan.on)).has(plan.instructorId)) {
    doubts.push({ kind: "instructor-gone" });
  }
  return doubts;
}
