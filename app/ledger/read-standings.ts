/** Standings with their reasons, computed afresh from the facts: for pages that say why. */
import type { CivilDate } from "#app/domain/calendar";
import type { Standing } from "#app/domain/standing";
import { standing } from "#app/domain/standing";
import type { Reader } from "#db/connect";
import { findStandingModules } from "#db/queries/standings";
import { gather, type Key } from "./gather";
import { asked } from "./project";
import { todayOf } from "./refresh";

/** Where somebody stands with one module. */
export interface ReadStanding {
  readonly moduleId: string;
  readonly standing: Standing;
  /** Taken without being required to. */
  readonly voluntary: boolean;
  /** The civil date, where the person is, that the standing speaks of. */
  readonly today: CivilDate;
}

/** The standings at an instant of some people with some modules; where nothing is recorded by then there is none. */
export async function standingsOf(
  db: Reader,
  keys: readonly Key[],
  at: Date,
): Promise<(ReadStanding & { readonly personId: string })[]> {
  if (keys.length === 0) return [];
  const gathered = await gather(db, keys);
  return keys.flatMap((key) => {
    const today = todayOf(gathered, key.personId, at);
    const question = asked(key, gathered, today);
    if (!question) return [];
    const { policy, facts, options, voluntary } = question;
    return [{ ...key, standing: standing(policy, facts, today, options), voluntary, today }];
  });
}

/**
 * The standings of a person at an instant with every module they were ever assigned or completed, or with those of
 * `modules` only.
 */
export async function readStandings(
  db: Reader,
  personId: string,
  at: Date,
  modules?: readonly string[],
): Promise<ReadStanding[]> {
  const recorded = await findStandingModules(db, personId);
  const wanted = modules ? recorded.filter((moduleId) => modules.includes(moduleId)) : recorded;
  return await standingsOf(
    db,
    wanted.map((moduleId) => ({ personId, moduleId })),
    at,
  );
}
