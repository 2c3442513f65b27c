/** Reads of recorded facts, for the ledger. Withdrawn facts are left out unless `asKnownAt` asks for the past. */
import { sql } from "kysely";
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";

/** Everything recorded about some people, as rows. */
export interface FactRows {
  readonly zones: readonly { person_id: string; zone: string | null }[];
  readonly employments: readonly { person_id: string; from_on: string; zone: string }[];
  readonly memberships: readonly { person_id: string; department_id: string; from_on: string; to_on: string | null }[];
  readonly assignments: readonly Pick<
    Row<"assignment">,
    "person_id" | "module_id" | "event" | "happened_on" | "requirement_id"
  >[];
  readonly absences: readonly Pick<Row<"absence">, "person_id" | "kind" | "module_id" | "from_on" | "until_on">[];
  readonly completions: readonly Pick<
    Row<"completion">,
    "person_id" | "module_id" | "kind" | "completed_on" | "revision" | "score" | "expires_on"
  >[];
  readonly extensions: readonly Pick<Row<"extension">, "person_id" | "module_id" | "given_on" | "due_on">[];
}

/**
 * The facts recorded about these people and modules.
 *
 * @param asKnownAt UTC ISO instant: only what was recorded, and not yet withdrawn, by then; absent: what is known now
 */
export async function loadFacts(
  db: Reader,
  people: readonly string[],
  modules: readonly string[],
  asKnownAt?: string,
): Promise<FactRows> {
  const persons = padded(people);
  const wanted = padded(modules);
  const inForce =
    asKnownAt === undefined
      ? sql<boolean>`withdrawn_at is null`
      : sql<boolean>`recorded_at <= ${asKnownAt} and (withdrawn_at is null or withdrawn_at > ${asKnownAt})`;
  return {
    zones: await db.selectFrom("person").select(["id as person_id", "zone"]).where("id", "in", persons).execute(),
    employments: await db
      .selectFrom("employment")
      .innerJoin("site", "site.id", "employment.site_id")
      .select(["employment.person_id", "employment.from_on", "site.zone"])
      .where("employment.person_id", "in", persons)
      .orderBy("employment.from_on")
      .execute(),
    memberships: await db
      .selectFrom("membership")
      .select(["person_id", "department_id", "from_on", "to_on"])
      .where("person_id", "in", persons)
      .orderBy("from_on")
      .execute(),
    assignments: await db
      .selectFrom("assignment")
      .select(["person_id", "module_id", "event", "happened_on", "requirement_id"])
      .where("person_id", "in", persons)
      .where("module_id", "in", wanted)
      .where(inForce)
      .execute(),
    absences: await db
      .selectFrom("absence")
      .select(["person_id", "kind", "module_id", "from_on", "until_on"])
      .where("person_id", "in", persons)
      .where(inForce)
      .execute(),
    completions: await db
      .selectFrom("completion")
      .select(["person_id", "module_id", "kind", "completed_on", "revision", "score", "expires_on"])
      .where("person_id", "in", persons)
      .where("module_id", "in", wanted)
      .where(inForce)
      .execute(),
    extensions: await db
      .selectFrom("extension")
      .select(["person_id", "module_id", "given_on", "due_on"])
      .where("person_id", "in", persons)
      .where("module_id", "in", wanted)
      .where(inForce)
      .execute(),
  };
}

/** What is recorded about modules for everybody: policies, revisions, requirements that shorten a period. */
export async function loadModuleFacts(db: Reader, modules: readonly string[], asKnownAt?: string) {
  const wanted = padded(modules);
  const inForce =
    asKnownAt === undefined
      ? sql<boolean>`withdrawn_at is null`
      : sql<boolean>`recorded_at <= ${asKnownAt} and (withdrawn_at is null or withdrawn_at > ${asKnownAt})`;
  const published = asKnownAt === undefined ? sql<boolean>`1 = 1` : sql<boolean>`published_at <= ${asKnownAt}`;
  return {
    policies: await db
      .selectFrom("policy_change")
      .select(["module_id", "changed_on", "policy"])
      .where("module_id", "in", wanted)
      .where(inForce)
      .orderBy("changed_on")
      .orderBy("recorded_at")
      .orderBy("id")
      .execute(),
    revisions: await db
      .selectFrom("revision")
      .select(["module_id", "number", "published_on", "change", "within"])
      .where("module_id", "in", wanted)
      .where(published)
      .orderBy("number")
      .execute(),
    shortenings: await db
      .selectFrom("requirement")
      .select(["id", "module_id", "due", "every"])
      .where("module_id", "in", wanted)
      .where((eb) => eb.or([eb("due", "is not", null), eb("every", "is not", null)]))
      .execute(),
  };
}
