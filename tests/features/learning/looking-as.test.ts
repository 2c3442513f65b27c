/** Looking at a lesson as any department would: for those who may, of passages only, and leaving no trace. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLesson } from "#app/learning/read-lesson.server";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { connect } from "#db/connect";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import { FakeClock } from "#tests/support/clock";
import { personOf } from "#tests/support/people";
import { demonstrationDatabase } from "#tests/support/product";

let deps: Deps;
const clock = new FakeClock("2026-11-24T08:00:00Z");

beforeAll(async () => {
  const db = connect(await demonstrationDatabase());
  deps = { env: readEnv(process.env), db, clock, log: createLog("silent"), wake: () => {} };
}, 300_000);
afterAll(() => deps.db.close());

async function reader(account: string): Promise<SignedIn> {
  const found = await findSignedIn(deps.db.read, await personOf(deps.db, account), dayIn("UTC", clock.now()));
  if (!found) throw new Error(`${account} cannot sign in`);
  return found;
}

async function lesson(account: string, as?: string | null) {
  const wanted = { moduleId: "svara-kunder", lesson: "01-publiken-och-klockan", language: "sv" } as const;
  return await readLesson(deps, await reader(account), {
    ...wanted,
    now: clock.now(),
    today: dayIn("Europe/Stockholm", clock.now()),
    ...(as === undefined ? {} : { as }),
  });
}

describe("a lesson", () => {
  it("names the person who answers for it where the address is somebody's", async () => {
    const { module } = await lesson("employee");
    const owner = await deps.db.read
      .selectFrom("person")
      .select(["given_name", "family_name"])
      .where("email", "=", module.owner)
      .executeTakeFirstOrThrow();
    expect(module.ownerName).toBe(`${owner.given_name} ${owner.family_name}`);
  });
});

describe("looking at a lesson as a department", () => {
  it("is offered to managers, trainers and auditors, and to nobody else", async () => {
    for (const account of ["manager", "trainer", "auditor"]) {
      const { preview } = await lesson(account);
      expect(preview?.as, account).toBeNull();
      expect(preview?.departments.map(({ id }) => id)).toEqual(expect.arrayContaining(["butik", "kundservice"]));
    }
    expect((await lesson("employee")).preview).toBeNull();
  });

  it("shows the passages of that department and of those above it, and its own reasons", async () => {
    const own = await lesson("manager");
    const looked = await lesson("manager", "kundservice");
    expect(looked.preview?.as).toBe("Kundservice");
    expect(looked.reader.departments[0]).toBe("kundservice");
    expect(looked.why?.departmentName).toBe("Kundservice");
    expect(looked.reader.departments).not.toEqual(own.reader.departments);
    expect(looked.lessons.every(({ href }) => href.endsWith("?as=kundservice"))).toBe(true);
    expect(own.lessons.every(({ href }) => !href.includes("?"))).toBe(true);
  });

  it("changes nothing else, and leaves nothing to answer", async () => {
    const own = await lesson("manager");
    const looked = await lesson("manager", "kundservice");
    const rest = ({ lesson, module, standing, changed, today }: typeof own) => ({
      lesson: { ...lesson, outline: null },
      module,
      standing,
      changed,
      today,
    });
    expect(rest(looked)).toEqual(rest(own));
    expect(looked.reader.completed).toEqual(own.reader.completed);
    expect(looked.reader.checks).toEqual(own.reader.checks);
    expect(looked.reader.attempt).toBeNull();
  });

  it("is one's own lesson for whoever may not, and for a department that is not there", async () => {
    expect(await lesson("employee", "butik")).toEqual(await lesson("employee"));
    expect(await lesson("manager", "nowhere")).toEqual(await lesson("manager"));
  });
});
