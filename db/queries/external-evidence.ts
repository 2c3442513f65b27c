/** Evidence from elsewhere: certificates that people send, and what was decided about them. */
import { sql } from "kysely";
import type { Reader } from "../connect";
import type { EvidenceState, NewRow, Row } from "../schema";
import { padded } from "./padded";
import { reusable } from "./reusable";

/** Adds evidence; false when its id was sent before. */
export async function insertEvidence(db: Reader, row: NewRow<"external_evidence">): Promise<boolean> {
  const result = await db
    .insertInto("external_evidence")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What is decided about evidence. */
export type Decided = Partial<
  Pick<Row<"external_evidence">, "decided_at" | "decided_by" | "decided_why" | "completion_id">
>;

/** Brings evidence from one state to another; false when it is not in the first any more. */
export async function moveEvidence(
  db: Reader,
  id: string,
  from: EvidenceState,
  to: EvidenceState,
  decided: Decided = {},
): Promise<boolean> {
  const result = await db
    .updateTable("external_evidence")
    .set({ state: to, ...decided })
    .where("id", "=", id)
    .where("state", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** One piece of evidence with its file's name and size; undefined when there is none of this id. */
export async function findEvidence(db: Reader, id: string) {
  return await db
    .selectFrom("external_evidence")
    .leftJoin("stored_file", "stored_file.id", "external_evidence.file_id")
    .leftJoin("completion", "completion.id", "external_evidence.completion_id")
    .selectAll("external_evidence")
    .select([
      "stored_file.name as file_name",
      "stored_file.type as file_type",
      "stored_file.bytes as file_bytes",
      "completion.withdrawn_at",
      "completion.withdrawn_by",
      "completion.withdrawn_why",
    ])
    .where("external_evidence.id", "=", id)
    .executeTakeFirst();
}

const ownEvidence = reusable((db: Reader, personId: string) =>
  db
    .selectFrom("external_evidence")
    .select(["id", "module_id", "issuer", "number", "completed_on", "expires_on", "state", "sent_at", "decided_at"])
    .where("person_id", "=", personId)
    .orderBy("sent_at", "desc")
    .orderBy("id", "desc"),
);

/** Everything that was sent about somebody, the newest first. */
export async function findEvidenceOf(db: Reader, personId: string) {
  return await ownEvidence(db, personId);
}

const waitingOf = reusable((db: Reader, personId: string) =>
  db
    .selectFrom("external_evidence")
    .select((eb) => eb.fn.countAll().as("n"))
    .where("person_id", "=", personId)
    .where("state", "=", "waiting"),
);

/** How much of somebody's evidence waits for a decision. */
export async function countWaitingOf(db: Reader, personId: string): Promise<number> {
  const [row] = await waitingOf(db, personId);
  return Number(row?.n ?? 0);
}

/** What a list of evidence shows. */
export interface EvidenceSlice {
  /** Null: the whole company. */
  readonly departments: readonly string[] | null;
  /** Civil date. */
  readonly today: string;
  /** Whose own evidence is left out: nobody decides their own. */
  readonly except: string;
  readonly limit: number;
  readonly offset: number;
}

function sliced(db: Reader, slice: Omit<EvidenceSlice, "limit" | "offset">) {
  const all = db
    .selectFrom("external_evidence")
    .innerJoin("person", "person.id", "external_evidence.person_id")
    .where("external_evidence.person_id", "<>", slice.except);
  const { departments, today } = slice;
  if (departments === null) return all;
  // Asked of each piece of evidence, which are few, and not of everybody under the departments.
  return all.where((eb) =>
    eb.exists(
      eb
        .selectFrom("membership")
        .innerJoin("department_ancestor", "department_ancestor.department_id", "membership.department_id")
        .select("membership.id")
        .whereRef("membership.person_id", "=", "external_evidence.person_id")
        .where("department_ancestor.ancestor_id", "in", padded(departments))
        .where("membership.withdrawn_at", "is", null)
        .where("membership.from_on", "<=", today)
        .where((open) => open.or([open("membership.to_on", "is", null), open("membership.to_on", ">=", today)])),
    ),
  );
}

const listed = [
  "external_evidence.id",
  "external_evidence.person_id",
  "external_evidence.module_id",
  "external_evidence.issuer",
  "external_evidence.number",
  "external_evidence.completed_on",
  "external_evidence.expires_on",
  "external_evidence.state",
  "external_evidence.sent_at",
  "external_evidence.decided_at",
  "person.given_name",
  "person.family_name",
] as const;

/** What waits, the oldest first. */
export async function findWaiting(db: Reader, slice: EvidenceSlice) {
  return await sliced(db, slice)
    .select(listed)
    .where("external_evidence.state", "=", "waiting")
    .orderBy("external_evidence.sent_at")
    .orderBy("external_evidence.id")
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
}

/** How much waits. */
export async function countWaiting(db: Reader, slice: Omit<EvidenceSlice, "limit" | "offset">): Promise<number> {
  const row = await sliced(db, slice)
    .select((eb) => eb.fn.countAll().as("n"))
    .where("external_evidence.state", "=", "waiting")
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** What was decided or taken back, the newest first. */
export async function findSettled(db: Reader, slice: EvidenceSlice) {
  return await sliced(db, slice)
    .select(listed)
    .where("external_evidence.state", "in", ["approved", "declined"])
    .orderBy("external_evidence.sent_at", "desc")
    .orderBy("external_evidence.id", "desc")
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
}

/**
 * What is approved and ends between two days, and is the last that its person holds: with something later held, its end
 * asks nothing of them. Soonest first.
 */
export async function findEnding(db: Reader, slice: EvidenceSlice, from: string, until: string) {
  return await sliced(db, slice)
    .innerJoin("standing", (join) =>
      join
        .onRef("standing.person_id", "=", "external_evidence.person_id")
        .onRef("standing.module_id", "=", "external_evidence.module_id"),
    )
    .select(listed)
    .where("external_evidence.state", "=", "approved")
    .where("external_evidence.expires_on", ">=", from)
    .where("external_evidence.expires_on", "<=", until)
    .whereRef("standing.valid_until", "<=", "external_evidence.expires_on")
    .orderBy("external_evidence.expires_on")
    .orderBy("external_evidence.id")
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
}

/**
 * What is approved and ends between two days, with nothing later held by its person, who is not away, and was not told
 * under the key that `notify` makes of kind, evidence and step.
 */
export async function findUntold(
  db: Reader,
  wanted: {
    readonly from: string;
    readonly until: string;
    readonly kind: string;
    readonly step: number;
    readonly limit: number;
    /** Id of the evidence after which to go on. */
    readonly after: string;
  },
) {
  const { from, until, kind, step, limit, after } = wanted;
  return await db
    .selectFrom("external_evidence")
    .innerJoin("standing", (join) =>
      join
        .onRef("standing.person_id", "=", "external_evidence.person_id")
        .onRef("standing.module_id", "=", "external_evidence.module_id"),
    )
    .select([
      "external_evidence.id",
      "external_evidence.person_id",
      "external_evidence.module_id",
      "external_evidence.expires_on",
      "standing.zone",
    ])
    .where("external_evidence.state", "=", "approved")
    .where("external_evidence.expires_on", ">=", from)
    .where("external_evidence.expires_on", "<=", until)
    .whereRef("standing.valid_until", "<=", "external_evidence.expires_on")
    .where("standing.state", "not in", ["on-leave", "not-required"])
    .where("external_evidence.id", ">", after)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("notification")
            .select("notification.id")
            .where(
              "notification.unique_key",
              "=",
              sql<string>`${`${kind}:`} || external_evidence.id || ${`:${step}:`} || external_evidence.person_id`,
            ),
        ),
      ),
    )
    .orderBy("external_evidence.id")
    .limit(limit)
    .execute();
}
