import { randomInt } from "node:crypto";
import { addDays } from "#app/domain/calendar";
import { mayGiveCode } from "#app/domain/code-giving";
import { DomainError } from "#app/domain/errors";
import { codeDays, makeCode } from "#app/domain/sign-in-code";
import { forgiveNumber } from "#app/platform/access-limits";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { hashPassword } from "#app/platform/passwords";
import { insertCodes } from "#db/queries/access";
import { insertAuditEvent } from "#db/queries/audit";
import { findDepartments } from "#db/queries/overview";
import { departmentsOf, type SignedIn } from "#db/queries/people";
import { findRolesOf, findSlipPerson } from "#db/queries/slips";
import { DepartmentTree } from "../department-tree.server";
import type { MadeCodes } from "./slip-view";

/**
 * Makes a code for each of some people; earlier codes of theirs end, and so does a lock on their number. Only the hashes
 * are kept: what is returned is the one time that the codes can be read.
 *
 * @throws DomainError not-found when there is nobody of an id, forbidden for anybody that who asks may not let in
 */
export async function makeCodes(deps: Deps, reader: SignedIn, personIds: readonly string[]): Promise<MadeCodes> {
  const db = deps.db.read;
  const now = deps.clock.now();
  const nearby = dayIn("UTC", now);
  const tree = new DepartmentTree(await findDepartments(db));
  const roles = await findRolesOf(db, personIds, nearby);
  const numbers: string[] = [];
  for (const personId of personIds) {
    const person = await findSlipPerson(db, personId);
    if (!person) throw new DomainError("not-found", "There is nobody of this id");
    const departments = await departmentsOf(db, personId, nearby);
    const grants = roles
      .filter((row) => row.personId === personId)
      .map(({ departmentId, role }) => ({
        role,
        departments: departmentId === null ? null : tree.above(departmentId),
      }));
    if (!mayGiveCode(reader, { personId, departments, grants })) {
      throw new DomainError("forbidden", `${reader.personId} may not let ${personId} in`);
    }
    numbers.push(person.employeeNumber);
  }

  const made = await Promise.all(
    personIds.map(async (personId) => {
      const code = makeCode(randomInt);
      return { personId, code, hash: await hashPassword(code) };
    }),
  );
  const at = instantText(now);
  const until = addDays(dayIn(reader.zone, now), codeDays);
  // To the end of the last day wherever somebody works.
  const expiresAt = instantText(new Date(Date.parse(`${until}T12:00:00Z`) + 24 * 60 * 60 * 1000));
  await deps.db.write.transaction().execute(async (tx) => {
    await insertCodes(
      tx,
      made.map(({ hash, personId }) => ({
        id: newId(now),
        person_id: personId,
        code_hash: hash,
        made_at: at,
        made_by: reader.personId,
        expires_at: expiresAt,
      })),
    );
    for (const { personId } of made) {
      const event = { at, actorId: reader.personId, subjectId: personId, detail: {} } as const;
      await insertAuditEvent(tx, { ...event, action: "made-sign-in-code" });
    }
  });
  for (const number of numbers) await forgiveNumber(deps, number);
  return { codes: Object.fromEntries(made.map(({ personId, code }) => [personId, code])), until };
}
