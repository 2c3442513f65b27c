import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenIn } from "#app/platform/local-time";
import { inLanguage } from "#app/words/localised";
import { findTrainers } from "#db/queries/classroom-people";
import { findOpenSites } from "#db/queries/classroom-places";
import { findOrganisation } from "#db/queries/organisation";
import { findPeopleNames, type SignedIn } from "#db/queries/people";
import type { Wanted } from "./read-sessions.server";
import { heldSession, modulesHeldBy, mustBeOpen } from "./session-access.server";
import { emptySession, type SessionFields } from "./session-form";

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the form of a session offers, and what stands in it before anybody has typed. */
export interface SessionFormView {
  /** Null: a new session. */
  readonly sessionId: string | null;
  readonly modules: readonly Choice[];
  readonly sites: readonly Choice[];
  /** Zones to choose from for a place that is no site. */
  readonly zones: readonly string[];
  readonly instructors: readonly Choice[];
  readonly fields: SessionFields;
  readonly today: string;
}

/**
 * The form of a new session (with the module of `moduleId` chosen), or of one that is there.
 *
 * @throws DomainError forbidden, not-found, or conflict for a session that cannot be changed any more
 */
export async function readSessionForm(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now }: Wanted,
  of: { readonly sessionId: string } | { readonly moduleId: string | null },
): Promise<SessionFormView> {
  const db = deps.db.read;
  const held = await modulesHeldBy(db, reader);
  const today = dayIn(reader.zone, now);
  const sites = await findOpenSites(db, today);
  const home = (await findOrganisation(db))?.zone ?? reader.zone;
  const instructors = new Map<string, string>([[reader.personId, `${reader.givenName} ${reader.familyName}`]]);
  for (const { id, name } of await findTrainers(db, today)) instructors.set(id, name);
  let fields: SessionFields;
  let sessionId: string | null = null;
  if ("sessionId" in of) {
    const { session } = await heldSession(db, reader, of.sessionId);
    mustBeOpen(session);
    sessionId = session.id;
    const when = whenIn(session.zone, session.starts_at, session.ends_at);
    if (session.instructor_id !== null) {
      for (const row of await findPeopleNames(db, [session.instructor_id])) {
        instructors.set(row.id, `${row.given_name} ${row.family_name}`);
      }
    }
    fields = {
      module: session.module_id,
      date: when.on,
      start: when.from,
      end: when.to,
      site: session.site_id ?? "",
      place: session.place,
      zone: session.zone,
      seats: String(session.seats),
      language: session.language,
      instructor: session.instructor_id ?? "",
      note: session.note ?? "",
    };
  } else {
    const module = held.find(({ id }) => id === of.moduleId)?.id ?? "";
    fields = { ...emptySession, module, zone: home, language, instructor: reader.personId };
  }
  return {
    sessionId,
    modules: held.map(({ id, title }) => ({ id, name: inLanguage(title, language) })),
    sites: sites.map(({ id, name }) => ({ id, name })),
    zones: [...new Set([home, ...sites.map(({ zone }) => zone), fields.zone])],
    instructors: [...instructors].map(([id, name]) => ({ id, name })),
    fields,
    today,
  };
}
