/** Reads of recorded facts, for the ledger. Withdrawn facts are left out unless `asKnownAt` asks for the past. */
import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../connect";
import type { Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

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

type Ids = readonly string[];
type Condition = RawBuilder<boolean>;

const inForceNow: Condition = sql<boolean>`withdrawn_at is null`;

function inForceAsKnownAt(at: string): Condition {
  return sql<boolean>`recorded_at <= ${at} and (withdrawn_at is null or withdrawn_at > ${at})`;
}

function assignments(db: Reader, people: Ids, modules: Ids, inForce: Condition) {
  return db
    .selectFrom("assignment")
    .select(["person_id", "module_id", "event", "happened_on", "requirement_id"])
    .where("person_id", "in", people)
    .where("module_id", "in", modules)
    .where(inForce);
}

function absences(db: Reader, people: Ids, inForce: Condition) {
  return db
    .selectFrom("absence")
    .select(["person_id", "kind", "module_id", "from_on", "until_on"])
    .where("person_id", "in", people)
    .where(inForce);
}

function completions(db: Reader, people: Ids, modules: Ids, inForce: Condition) {
  return db
    .selectFrom("completion")
    .select(["person_id", "module_id", "kind", "completed_on", "revision", "score", "expires_on"])
    .where("person_id", "in", people)
    .where("module_id", "in", modules)
    .where(inForce);
}

function extensions(db: Reader, people: Ids, modules: Ids, inForce: Condition) {
  return db
    .selectFrom("extension")
    .select(["person_id", "module_id", "given_on", "due_on"])
    .where("person_id", "in", people)
    .where("module_id", "in", modules)
    .where(inForce);
}

const zonesOf = reusable((db: Reader, people: Ids) =>
  db.selectFrom("person").select(["id as person_id", "zone"]).where("id", "in", people),
);

const employmentsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("employment")
    .innerJoin("site", "site.id", "employment.site_id")
    .select(["employment.person_id", "employment.from_on", "site.zone"])
    .where("employment.person_id", "in", people)
    .where("employment.withdrawn_at", "is", null)
    .orderBy("employment.from_on"),
);

const membershipsOf = reusable((db: Reader, people: Ids) =>
  db
    .selectFrom("membership")
    .select(["person_id", "department_id", "from_on", "to_on"])
    .where("person_id", "in", people)
    .where("withdrawn_at", "is", null)
    .orderBy("from_on"),
);

const assignmentsNow = reusable((db: Reader, people: Ids, modules: Ids) =>
  assignments(db, people, modules, inForceNow),
);
const absencesNow = reusable((db: Reader, people: Ids) => absences(db, people, inForceNow));
const completionsNow = reusable((db: Reader, people: Ids, modules: Ids) =>
  completions(db, people, modules, inForceNow),
);
const extensionsNow = reusable((db: Reader, people: Ids, modules: Ids) => extensions(db, people, modules, inForceNow));

/**
 * The facts recorded about these people and modules.
 *
 * @param asKnownAt UTC ISO instant: only what was recorded, and not yet withdrawn, by then; absent: what is known now
 */
export async function loadFacts(db: Reader, people: Ids, modules: Ids, asKnownAt?: string): Promise<FactRows> {
  const persons = padded(people);
  const wanted = padded(modules);
  const unchanging = {
    zones: await zonesOf(db, persons),
    employments: await employmentsOf(db, persons),
    memberships: await membershipsOf(db, persons),
  };
  if (asKnownAt === undefined) {
    return {
      ...unchanging,
      assignments: await assignmentsNow(db, persons, wanted),
      absences: await absencesNow(db, persons),
      completions: await completionsNow(db, persons, wanted),
      extensions: await extensionsNow(db, persons, wanted),
    };
  }
  const inForce = inForceAsKnownAt(asKnownAt);
  return {
    ...unchanging,
    assignments: await assignments(db, persons, wanted, inForce).execute(),
    absences: await absences(db, persons, inForce).execute(),
    completions: await completions(db, persons, wanted, inForce).execute(),
    extensions: await extensions(db, persons, wanted, inForce).execute(),
  };
}

function policies(db: Reader, modules: Ids, inForce: Condition) {
  return db
    .selectFrom("policy_change")
    .select(["module_id", "changed_on", "policy"])
    .where("module_id", "in", modules)
    .where(inForce)
    .orderBy("changed_on")
    .orderBy("recorded_at")
    .orderBy("id");
}

function revisions(db: Reader, modules: Ids) {
  return db
    .selectFrom("revision")
    .select(["module_id", "number", "published_on", "change", "within"])
    .where("module_id", "in", modules)
    .orderBy("number");
}

const policiesNow = reusable((db: Reader, modules: Ids) => policies(db, modules, inForceNow));
const revisionsNow = reusable((db: Reader, modules: Ids) => revisions(db, modules));
const shorteningsOf = reusable((db: Reader, modules: Ids) =>
  db
    .selectFrom("requirement")
    .select(["id", "module_id", "due", "every"])
    .where("module_id", "in", modules)
    .where((eb) => eb.or([eb("due", "is not", null), eb("every", "is not", null)])),
);

/** What is recorded about modules for everybody: policies, revisions, requirements that shorten a period. */
export async function loadModuleFacts(db: Reader, modules: Ids, asKnownAt?: string) {
  const wanted = padded(modules);
  return {
    policies:
      asKnownAt === undefined
        ? await policiesNow(db, wanted)
        : await policies(db, wanted, inForceAsKnownAt(asKnownAt)).execute(),
    revisions:
      asKnownAt === undefined
        ? await revisionsNow(db, wanted)
        : await revisions(db, wanted).where("published_at", "<=", asKnownAt).execute(),
    shortenings: await shorteningsOf(db, wanted),
  };
}
