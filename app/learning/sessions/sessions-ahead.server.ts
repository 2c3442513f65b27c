import { dayIn, instantText } from "#app/platform/clock";
import { timeIn } from "#app/platform/local-time";
import { participationWords } from "#app/words/areas/participation";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import type { Reader } from "#db/connect";
import { countTaken, findPlacesAhead, findUpcomingSessions } from "#db/queries/classroom";
import { placeOf } from "./read-participation.server";

/** A session in a room of a module: a sentence in the reader's language, and where it leads. */
export interface SessionAhead {
  readonly held: "booked" | "waiting" | "open";
  readonly text: string;
  readonly href: string;
}

/**
 * By module, the session that somebody has a place in or waits for; else the next one with a free seat; else the next.
 */
export async function findSessionsAhead(
  db: Reader,
  personId: string,
  modules: readonly string[],
  { language, now }: { readonly language: Language; readonly now: Date },
): Promise<Map<string, SessionAhead>> {
  const at = instantText(now);
  const upcoming = await findUpcomingSessions(db, modules, at);
  if (upcoming.length === 0) return new Map();
  const places = new Map((await findPlacesAhead(db, personId, at)).map((place) => [place.sessionId, place.state]));
  const taken = await countTaken(
    db,
    upcoming.map(({ id }) => id),
  );
  const words = participationWords[language].home;
  const format = formatsFor(language);
  const ahead = new Map<string, SessionAhead>();
  for (const moduleId of modules) {
    const own = upcoming.filter((session) => session.module_id === moduleId);
    const session =
      own.find(({ id }) => places.has(id)) ??
      own.find(({ id, seats }) => (taken.get(id)?.booked ?? 0) < seats) ??
      own[0];
    if (!session) continue;
    const starts = new Date(session.starts_at);
    const when = words.when(
      format.longDate(dayIn(session.zone, starts)),
      timeIn(session.zone, starts),
      await placeOf(db, session),
    );
    const held = places.get(session.id) ?? "open";
    ahead.set(moduleId, { held, text: words[held](when), href: `/sessions/${session.id}` });
  }
  return ahead;
}
