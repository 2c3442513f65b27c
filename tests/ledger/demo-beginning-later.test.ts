import { expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import { parsePolicy } from "#app/domain/policy";
import { recordMoves } from "#app/ledger/organisation";
import { rebuild } from "#app/ledger/rebuild";
import { tick } from "#app/ledger/tick";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

it("assigns on their first day somebody who was written down before it", async () => {
  const db = await freshDatabase();
  const at = new Date("2026-03-02T09:00:00Z");
  const { people } = await createCompany(db, { people: 1, at });
  const [personId = ""] = people;
  const policy = parsePolicy({ due: "P30D", refresh: { every: "P1Y" } });
  if (!policy.ok) throw new Error("The policy is not one");
  await createModule(db, {
    id: "alpha",
    policy: policy.value,
    audience: { everyone: true },
    from: civilDate("2026-01-01"),
    at,
  });
  await db.write
    .transaction()
    .execute((tx) =>
      recordMoves(tx, { at, by: null }, [
        { type: "joins", personId, departmentId: "office", from: civilDate("2026-03-09") },
      ]),
    );
  await tick(db, new Date("2026-03-09T09:00:00Z"));
  const standing = await db.read.selectFrom("standing").select(["state", "due_on"]).executeTakeFirst();
  expect(standing).toEqual({ state: "assigned", due_on: "2026-04-08" });
  const report = await rebuild(db, new Date("2026-03-09T10:00:00Z"));
  expect(report.differing).toBe(0);
  await db.close();
});
