/** How people come in without a password: PINs and the codes on their slips. */
import type { Reader, Writer } from "../connect";
import { padded } from "./padded";

/** Somebody who may try to sign in by employee number. */
export interface Access {
  readonly personId: string;
  readonly email: string | null;
  readonly hasPassword: boolean;
  /** argon2id PHC string; null: they have no PIN. */
  readonly pinHash: string | null;
  /** The newest code, unless it was used or its time is over. */
  readonly code: { readonly id: string; readonly hash: string } | null;
}

/** The person of an employee number (capitals aside) who works here on `today` (civil date); `now` is UTC ISO. */
export async function findAccess(
  db: Reader,
  employeeNumber: string,
  today: string,
  now: string,
): Promise<Access | undefined> {
  const row = await db
    .selectFrom("person")
    .leftJoin("pin", "pin.person_id", "person.id")
    .leftJoin("credential", "credential.person_id", "person.id")
    .leftJoin("sign_in_code", (join) =>
      join.on("sign_in_code.id", "=", (eb) =>
        eb
          .selectFrom("sign_in_code as newest")
          .select("newest.id")
          .whereRef("newest.person_id", "=", "person.id")
          .orderBy("newest.made_at", "desc")
          .orderBy("newest.id", "desc")
          .limit(1),
      ),
    )
    .select([
      "person.id",
      "person.email",
      "credential.person_id as password_of",
      "pin.pin_hash",
      "sign_in_code.id as code_id",
      "sign_in_code.code_hash",
      "sign_in_code.expires_at",
      "sign_in_code.used_at",
    ])
    .where("person.employee_number", "in", [employeeNumber, employeeNumber.toUpperCase()])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("employment")
          .select("employment.id")
          .whereRef("employment.person_id", "=", "person.id")
          .where("employment.withdrawn_at", "is", null)
          .where("employment.from_on", "<=", today)
          .where((on) => on.or([on("employment.to_on", "is", null), on("employment.to_on", ">=", today)])),
      ),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const isGood = row.used_at === null && row.expires_at !== null && row.expires_at > now;
  return {
    personId: row.id,
    email: row.email,
    hasPassword: row.password_of !== null,
    pinHash: row.pin_hash,
    code: isGood && row.code_id !== null && row.code_hash !== null ? { id: row.code_id, hash: row.code_hash } : null,
  };
}

/** Keeps somebody's PIN (argon2id PHC string), in place of the one before; `changedAt` is UTC ISO. */
export async function putPin(tx: Writer, personId: string, pinHash: string, changedAt: string): Promise<void> {
  const set = { pin_hash: pinHash, changed_at: changedAt };
  await tx
    .insertInto("pin")
    .values({ person_id: personId, ...set })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(set))
    .execute();
}

/** Keeps somebody's password (argon2id PHC string), in place of the one before; `changedAt` is UTC ISO. */
export async function putPassword(tx: Writer, personId: string, hash: string, changedAt: string): Promise<void> {
  const set = { password_hash: hash, changed_at: changedAt };
  await tx
    .insertInto("credential")
    .values({ person_id: personId, ...set })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(set))
    .execute();
}

/** Keeps new codes (`code_hash`: argon2id PHC string). Of a person's codes only the newest can be used. */
export async function insertCodes(
  tx: Writer,
  codes: readonly {
    readonly id: string;
    readonly person_id: string;
    readonly code_hash: string;
    readonly made_at: string;
    readonly made_by: string;
    readonly expires_at: string;
  }[],
): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .insertInto("sign_in_code")
    .values(codes.map((code) => ({ ...code, used_at: null })))
    .execute();
}

/** Uses a code up at `usedAt` (UTC ISO); false when somebody else was faster. */
export async function useUpCode(tx: Writer, id: string, usedAt: string): Promise<boolean> {
  const result = await tx
    .updateTable("sign_in_code")
    .set({ used_at: usedAt })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What somebody can sign in with, as it is kept: argon2id PHC strings. */
export async function findSecrets(
  db: Reader,
  personId: string,
): Promise<{ employeeNumber: string; email: string | null; pinHash: string | null; passwordHash: string | null }> {
  const row = await db
    .selectFrom("person")
    .leftJoin("pin", "pin.person_id", "person.id")
    .leftJoin("credential", "credential.person_id", "person.id")
    .select(["person.employee_number", "person.email", "pin.pin_hash", "credential.password_hash"])
    .where("person.id", "=", personId)
    .executeTakeFirstOrThrow();
  return {
    employeeNumber: row.employee_number,
    email: row.email,
    pinHash: row.pin_hash,
    passwordHash: row.password_hash,
  };
}

/** What some people can sign in with: a PIN, or else a password; those without either are not in it. */
export async function findWaysIn(db: Reader, people: readonly string[]): Promise<Map<string, "pin" | "password">> {
  if (people.length === 0) return new Map();
  const wanted = padded(people);
  const pins = await db.selectFrom("pin").select("person_id").where("person_id", "in", wanted).execute();
  const passwords = await db.selectFrom("credential").select("person_id").where("person_id", "in", wanted).execute();
  return new Map([
    ...passwords.map((row) => [row.person_id, "password"] as const),
    ...pins.map((row) => [row.person_id, "pin"] as const),
  ]);
}
