/** A small company whose people come in by number; on a clock that stands still. */
import { civilDate } from "#app/domain/calendar";
import { recordPeople } from "#app/ledger/people";
import { recordGrant } from "#app/ledger/roles";
import { makeCodes } from "#app/managing/slips/make-codes.server";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import type { Role } from "#db/schema";
import { FakeClock } from "#tests/support/clock";
import { createCompany } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

export const address = "192.0.2.7";

export async function companyByNumber(people = 6) {
  const db = await freshDatabase();
  const clock = new FakeClock("2026-11-24T07:30:00Z");
  const deps: Deps = {
    env: readEnv({ NODE_ENV: "test", PORT: "3999" }),
    db,
    clock,
    log: createLog("silent"),
    wake: () => {},
  };
  const company = await createCompany(db, { people, at: clock.now() });
  const homes = ["shops-north", "shops-north", "shops-south", "office", "office", "office"];
  const recording = { at: clock.now(), by: null };
  const from = civilDate("2026-01-01");
  await db.write.transaction().execute(async (tx) => {
    const changes = company.people.map((personId, place) => ({
      type: "joins" as const,
      personId,
      departmentId: homes[place % homes.length] ?? "office",
      from,
    }));
    await recordPeople(tx, recording, changes);
  });
  const signedIn = async (personId: string): Promise<SignedIn> => {
    const found = await findSignedIn(db.read, personId, dayIn("UTC", clock.now()));
    if (!found) throw new Error(`There is nobody ${personId}`);
    return found;
  };
  const personAt = (place: number): string => {
    const id = company.people[place];
    if (id === undefined) throw new Error(`There are not ${place + 1} people`);
    return id;
  };
  const grant = async (place: number, role: Role, departmentId: string | null): Promise<SignedIn> => {
    const everywhere = { courseId: null, deputy: false, to: null } as const;
    await db.write
      .transaction()
      .execute((tx) =>
        recordGrant(tx, recording, { personId: personAt(place), role, departmentId, from, ...everywhere }),
      );
    return await signedIn(personAt(place));
  };
  /** A code for somebody, made by somebody. */
  const codeFor = async (by: SignedIn, place: number): Promise<string> => {
    const code = (await makeCodes(deps, by, [personAt(place)])).codes[personAt(place)];
    if (code === undefined) throw new Error("No code was made");
    return code;
  };
  return { deps, db, clock, personAt, numberAt: (place: number) => String(1000 + place), signedIn, grant, codeFor };
}
