import { describe, expect, it } from "vitest";
import { createAdministrator } from "#app/accounts/create-administrator.server";
import { addPeopleByHand, type HandRow } from "#app/administering/first-run/add-people.server";
import { readChecklist } from "#app/administering/first-run/checklist.server";
import { requireFirst } from "#app/administering/first-run/first-requirement.server";
import { handlers } from "#app/commands/handlers";
import { civilDate } from "#app/domain/calendar";
import { record } from "#app/ledger/record";
import { createBundler } from "#app/lessons/bundler";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { workOff } from "#app/work/queue";
import { FakeClock } from "#tests/support/clock";
import { createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";

const today = civilDate("2026-11-24");
const row = (name: string, number: string, department: string, email = ""): HandRow => ({
  name,
  number,
  email,
  department,
});

async function startedCompany() {
  const db = await freshDatabase();
  const clock = new FakeClock("2026-11-24T07:30:00Z");
  const env = readEnv({ NODE_ENV: "test", PORT: "3999" });
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  const deps = { env, db, clock, log: createLog("silent"), wake };
  for (const id of ["alpha", "beta"]) {
    const audience = { departments: ["nobody-is-here"] };
    await createModule(db, { id, policy: {}, audience, from: civilDate("2026-11-01"), at: clock.now() });
  }
  const made = await createAdministrator(deps, {
    organisation: "Repris",
    zone: "Europe/Stockholm",
    name: "Anna Alm",
    email: "anna@bageriet.example",
    number: null,
    password: "en lång hemlighet",
    language: "sv",
  });
  if (!("personId" in made)) throw new Error("No administrator was made");
  const actor = {
    personId: made.personId,
    grants: [{ role: "administrator", departmentId: null, courseId: null }],
  } as const;
  return { deps, db, clock, actor, woken: () => woken };
}

const done = async (company: Awaited<ReturnType<typeof startedCompany>>) =>
  (await readChecklist(company.deps, company.actor)).filter((item) => item.done).map((item) => item.id);

describe("people by hand", () => {
  it("come in with their departments, those that are new made once", async () => {
    const { actor, db, deps } = await startedCompany();
    const result = await addPeopleByHand(deps, actor, [
      row(" Bo  Berg ", "101", "Bageri"),
      row("", "", ""),
      row("Cia Ek", "102", "bageri", "Cia@Bageriet.example"),
    ]);
    expect(result).toEqual({ added: 2, faults: {} });
    const people = await db.read
      .selectFrom("person")
      .innerJoin("membership", "membership.person_id", "person.id")
      .innerJoin("department", "department.id", "membership.department_id")
      .select(["employee_number", "given_name", "email", "department.name", "from_on"])
      .orderBy("employee_number")
      .execute();
    const name = JSON.stringify({ sv: "Bageri", en: "Bageri" });
    expect(people).toEqual([
      { employee_number: "101", given_name: "Bo", email: null, name, from_on: today },
      { employee_number: "102", given_name: "Cia", email: "cia@bageriet.example", name, from_on: today },
    ]);
  });

  it("come in all or none, and every fault is named in its row", async () => {
    const { actor, db, deps } = await startedCompany();
    const result = await addPeopleByHand(deps, actor, [
      row("Bo Berg", "101", "Bageri"),
      row("", "101", "", "anna@bageriet.example"),
      row("Dan Falk", "", "Butik", "dan"),
    ]);
    expect(result).toEqual({
      added: 0,
      faults: {
        1: ["nameMissing", "numberTaken", "emailTaken", "departmentMissing"],
        2: ["numberMissing", "emailInvalid"],
      },
    });
    expect(await db.read.selectFrom("person").select("id").execute()).toHaveLength(1);
    expect(await db.read.selectFrom("department").select("id").execute()).toHaveLength(0);
  });

  it("may have a single name, as in a file", async () => {
    const { actor, db, deps } = await startedCompany();
    expect(await addPeopleByHand(deps, actor, [row("Cia", "101", "Bageri")])).toEqual({ added: 1, faults: {} });
    const names = db.read
      .selectFrom("person")
      .select(["given_name", "family_name"])
      .where("employee_number", "=", "101");
    expect(await names.execute()).toEqual([{ given_name: "Cia", family_name: "" }]);
  });

  it("are for nobody else to add", async () => {
    const { deps } = await startedCompany();
    const manager = { personId: "x", grants: [{ role: "manager", departmentId: null, courseId: null }] } as const;
    await expect(addPeopleByHand(deps, manager, [row("Bo Berg", "1", "B")])).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the first requirement", () => {
  it("takes the place of what the course files propose, and obliges everybody through the job", async () => {
    const company = await startedCompany();
    const { actor, db, deps } = company;
    await addPeopleByHand(deps, actor, [row("Bo Berg", "101", "Bageri"), row("Cia Ek", "102", "Butik")]);
    await requireFirst(deps, actor, { modules: ["alpha"], departmentId: null, from: today });
    expect(company.woken()).toBe(1);
    await workOff(deps, handlers(deps, createBundler()));
    const inForce = await db.read
      .selectFrom("requirement")
      .select(["module_id", "audience", "from_on"])
      .where("withdrawn_at", "is", null)
      .execute();
    expect(inForce).toEqual([{ module_id: "alpha", audience: '{"everyone":true}', from_on: today }]);
    const assigned = await db.read
      .selectFrom("standing")
      .innerJoin("person", "person.id", "standing.person_id")
      .select(["employee_number", "module_id", "state"])
      .orderBy("employee_number")
      .execute();
    expect(assigned).toEqual([
      { employee_number: "101", module_id: "alpha", state: "assigned" },
      { employee_number: "102", module_id: "alpha", state: "assigned" },
    ]);
  });

  it("can be for a department, and be chosen anew until somebody has learnt something", async () => {
    const company = await startedCompany();
    const { actor, clock, db, deps } = company;
    await addPeopleByHand(deps, actor, [row("Bo Berg", "101", "Bageri"), row("Cia Ek", "102", "Butik")]);
    const [bo] = await db.read
      .selectFrom("membership")
      .innerJoin("person", "person.id", "membership.person_id")
      .select(["person_id", "department_id"])
      .where("employee_number", "=", "101")
      .execute();
    if (!bo) throw new Error("Bo is not there");
    await requireFirst(deps, actor, { modules: ["alpha", "beta"], departmentId: null, from: today });
    await workOff(deps, handlers(deps, createBundler()));
    await requireFirst(deps, actor, { modules: ["beta"], departmentId: bo.department_id, from: today });
    await workOff(deps, handlers(deps, createBundler()));
    const assigned = await db.read
      .selectFrom("standing")
      .select(["person_id", "module_id"])
      .where("state", "=", "assigned")
      .execute();
    expect(assigned).toEqual([{ person_id: bo.person_id, module_id: "beta" }]);
    await db.write.transaction().execute((tx) =>
      record(tx, { at: clock.now(), by: null }, [
        {
          type: "completion",
          id: "evidence",
          personId: bo.person_id,
          moduleId: "beta",
          attemptId: null,
          kind: "imported",
          revision: 0,
          contentHash: null,
          language: null,
          score: null,
          on: today,
          completedAt: clock.now(),
        },
      ]),
    );
    await expect(
      requireFirst(deps, actor, { modules: ["alpha"], departmentId: null, from: today }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([[{ modules: ["gamma"], departmentId: null }], [{ modules: ["alpha"], departmentId: "nowhere" }]])(
    "is refused for what is not there, and changes nothing: %o",
    async (chosen) => {
      const { actor, db, deps } = await startedCompany();
      const before = await db.read.selectFrom("requirement").selectAll().execute();
      await expect(requireFirst(deps, actor, { ...chosen, from: today })).rejects.toMatchObject({ code: "not-found" });
      expect(await db.read.selectFrom("requirement").selectAll().execute()).toEqual(before);
    },
  );
});

describe("the checklist", () => {
  it("is ticked off by what is there", async () => {
    const company = await startedCompany();
    const { actor, deps } = company;
    expect(await done(company)).toEqual(["course"]);
    await addPeopleByHand(deps, actor, [row("Bo Berg", "101", "Bageri")]);
    expect(await done(company)).toEqual(["people", "course"]);
    await requireFirst(deps, actor, { modules: ["alpha"], departmentId: null, from: today });
    await workOff(deps, handlers(deps, createBundler()));
    expect(await done(company)).toEqual(["people", "course", "requirement"]);
  });

  it("is not for who cannot change the company", async () => {
    const { deps } = await startedCompany();
    const auditor = { personId: "x", grants: [{ role: "auditor", departmentId: null, courseId: null }] } as const;
    expect(await readChecklist(deps, auditor)).toEqual([]);
  });
});
