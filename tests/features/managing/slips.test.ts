import { describe, expect, it } from "vitest";
import { civilDate } from "#app/domain/calendar";
import { reconcileAssignments } from "#app/ledger/organisation";
import { recordRequirement } from "#app/ledger/requirements";
import { makeCodes } from "#app/managing/slips/make-codes.server";
import { readDepartmentSlips, readPersonSlip } from "#app/managing/slips/read-slips.server";
import { companyByNumber } from "#tests/features/accounts/company";
import { createModule } from "#tests/support/company";

const reading = (clock: { now(): Date }) =>
  ({ language: "sv", now: clock.now(), today: civilDate("2026-11-24") }) as const;

async function withDuty() {
  const company = await companyByNumber();
  const { clock, db, personAt } = company;
  await createModule(db, { id: "alpha", policy: {}, from: civilDate("2026-01-01"), at: clock.now() });
  const recording = { at: clock.now(), by: null };
  await db.write.transaction().execute(async (tx) => {
    const rule = {
      audience: { everyone: true },
      from: civilDate("2026-11-20"),
      to: null,
      due: null,
      every: null,
    } as const;
    await recordRequirement(tx, recording, { id: "rule", moduleId: "alpha", ...rule });
    await reconcileAssignments(tx, recording, [0, 1, 2, 3, 4, 5].map(personAt));
  });
  return company;
}

describe("a slip", () => {
  it("says in its person's own language what waits for them, and why", async () => {
    const { clock, deps, grant, personAt } = await withDuty();
    const manager = await grant(3, "manager", "shops");
    const swedish = await readPersonSlip(deps, manager, reading(clock), personAt(0));
    expect(swedish.slip).toMatchObject({ language: "sv", number: "1000", access: "none", code: "allowed" });
    expect(swedish.slip.due).toHaveLength(1);
    expect(swedish.slip.due?.[0]?.why).toMatch(/20 november/);
    expect(swedish.sheet.address).toBe("http://127.0.0.1:3999");
    const english = await readPersonSlip(deps, manager, reading(clock), personAt(2));
    expect(english.slip).toMatchObject({ language: "en" });
    expect(english.slip.due?.[0]?.why).toMatch(/20 November/);
  });

  it("shows an administrator how somebody comes in, and not what waits for them", async () => {
    const { clock, deps, grant, personAt } = await withDuty();
    const administrator = await grant(4, "administrator", null);
    const { slip } = await readPersonSlip(deps, administrator, reading(clock), personAt(0));
    expect(slip).toMatchObject({ due: null, code: "allowed" });
  });

  it("is for nobody else to print", async () => {
    const { clock, deps, grant, personAt, signedIn } = await withDuty();
    const manager = await grant(3, "manager", "shops");
    for (const [reader, place] of [
      [manager, 5],
      [await signedIn(personAt(1)), 0],
      [await signedIn(personAt(0)), 0],
    ] as const) {
      await expect(readPersonSlip(deps, reader, reading(clock), personAt(place))).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(makeCodes(deps, reader, [personAt(place)])).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(readPersonSlip(deps, manager, reading(clock), "nobody")).rejects.toMatchObject({ code: "not-found" });
  });

  it("leaves on record who read it and who made a code", async () => {
    const { clock, db, deps, grant, personAt } = await withDuty();
    const manager = await grant(3, "manager", "shops");
    await readPersonSlip(deps, manager, reading(clock), personAt(0));
    await makeCodes(deps, manager, [personAt(0)]);
    const events = await db.read.selectFrom("audit_event").select(["action", "actor_id", "subject_id"]).execute();
    expect(events).toEqual(
      ["printed-slip", "made-sign-in-code"].map((action) => ({
        action,
        actor_id: manager.personId,
        subject_id: personAt(0),
      })),
    );
  });
});

describe("the slips of a department", () => {
  const asked = { departmentId: null, page: 1, withoutAccess: false };

  it("are those of everybody under it, and of nobody else", async () => {
    const { clock, deps, grant, personAt } = await withDuty();
    const manager = await grant(3, "manager", "shops");
    const view = await readDepartmentSlips(deps, manager, reading(clock), asked);
    expect(view.departmentId).toBe("shops");
    expect(view.slips.map((slip) => slip.personId).sort()).toEqual([0, 1, 2].map(personAt).sort());
    expect(view.choices.map((choice) => choice.id)).toEqual(["shops", "shops-north", "shops-south"]);
    const one = await readDepartmentSlips(deps, manager, reading(clock), { ...asked, departmentId: "shops-north" });
    expect(one.total).toBe(2);
    await expect(
      readDepartmentSlips(deps, manager, reading(clock), { ...asked, departmentId: "office" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("can be those of people who cannot sign in yet", async () => {
    const { clock, db, deps, grant, personAt } = await withDuty();
    const manager = await grant(3, "manager", "shops");
    const at = clock.now().toISOString();
    await db.write
      .insertInto("pin")
      .values({ person_id: personAt(0), pin_hash: "x", changed_at: at })
      .execute();
    const view = await readDepartmentSlips(deps, manager, reading(clock), { ...asked, withoutAccess: true });
    expect(view.slips.map((slip) => slip.personId).sort()).toEqual([1, 2].map(personAt).sort());
    expect(view.total).toBe(2);
  });

  it("offer no code for somebody whose role reaches further than their manager's", async () => {
    const { clock, deps, grant, personAt } = await withDuty();
    const manager = await grant(3, "manager", "shops");
    await grant(0, "administrator", null);
    const view = await readDepartmentSlips(deps, manager, reading(clock), asked);
    const codes = new Map(view.slips.map((slip) => [slip.personId, slip.code]));
    expect(codes.get(personAt(0))).toBe("refused");
    expect(codes.get(personAt(1))).toBe("allowed");
    await expect(makeCodes(deps, manager, [personAt(0)])).rejects.toMatchObject({ code: "forbidden" });
  });
});
