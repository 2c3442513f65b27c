import { describe, expect, it } from "vitest";
import { createAdministrator } from "#app/accounts/create-administrator.server";
import { admitToSetup } from "#app/accounts/setup/setup.server";
import { makeSetupKey } from "#app/accounts/setup/setup-key.server";
import { signIn } from "#app/accounts/sign-in.server";
import { dayIn } from "#app/platform/clock";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { findLastingAdministrators } from "#db/queries/directory-person";
import { findSignedIn } from "#db/queries/people";
import { FakeClock } from "#tests/support/clock";
import { freshDatabase } from "#tests/support/database";

async function emptyProduct() {
  const db = await freshDatabase();
  const clock = new FakeClock("2026-11-24T07:30:00Z");
  const env = readEnv({ NODE_ENV: "test", PORT: "3999" });
  return { env, db, clock, log: createLog("silent"), wake: () => {} };
}

const anna = {
  organisation: "Bageriet AB",
  zone: "Europe/Stockholm",
  name: "Anna Maria Alm",
  email: "Anna@Bageriet.example",
  number: null,
  password: "en lång hemlighet",
  language: null,
};

describe("the key to setting up", () => {
  it("is kept as a hash, and only the newest one opens", async () => {
    const deps = await emptyProduct();
    const first = await makeSetupKey(deps);
    const second = await makeSetupKey(deps);
    const kept = JSON.stringify(await deps.db.read.selectFrom("setting").selectAll().execute());
    expect(kept).not.toContain(first);
    expect(kept).not.toContain(second);
    for (const key of [null, "", "x", first]) {
      await expect(admitToSetup(deps, key, undefined)).rejects.toMatchObject({ code: "not-found" });
    }
    const admitted = await admitToSetup(deps, second, undefined);
    expect(admitted).toMatchObject({ kind: "admitted", cookie: expect.stringContaining(`repris_setup=${second}; `) });
    expect(await admitToSetup(deps, null, `repris_setup=${second}`)).toEqual({ kind: "admitted", cookie: null });
  });

  it("is of no use once somebody administers", async () => {
    const deps = await emptyProduct();
    const key = await makeSetupKey(deps);
    await createAdministrator(deps, anna);
    expect(await admitToSetup(deps, key, undefined)).toEqual({ kind: "set-up" });
    expect(await makeSetupKey(deps)).toBeNull();
    expect(await deps.db.read.selectFrom("setting").selectAll().execute()).toEqual([]);
  });
});

describe("the first administrator", () => {
  it("comes with the company, and signs in", async () => {
    const deps = await emptyProduct();
    const made = await createAdministrator(deps, anna, { onlyFirst: true });
    expect(made).toHaveProperty("personId");
    const personId = "personId" in made ? made.personId : "";
    const result = await signIn(deps, { email: "anna@bageriet.example", password: anna.password, address: "a" });
    expect(result).toEqual({ kind: "signed-in", personId });
    const reader = await findSignedIn(deps.db.read, personId, dayIn("UTC", deps.clock.now()));
    expect(reader).toMatchObject({
      givenName: "Anna",
      familyName: "Maria Alm",
      zone: "Europe/Stockholm",
      grants: [{ role: "administrator", departmentId: null, courseId: null }],
    });
  });

  it("is one: of two at once, one is told", async () => {
    const deps = await emptyProduct();
    const other = { ...anna, email: "bo@bageriet.example" };
    const results = await Promise.allSettled([
      createAdministrator(deps, anna, { onlyFirst: true }),
      createAdministrator(deps, other, { onlyFirst: true }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await deps.db.read.selectFrom("person").selectAll().execute()).toHaveLength(1);
  });

  it.each([
    [{ name: "Anna" }, "nameMissing"],
    [{ email: "anna" }, "emailInvalid"],
    [{ password: "kort" }, "passwordShort"],
    [{ zone: "Europe/Atlantis" }, "zoneUnknown"],
  ])("is not made of %o", async (wrong, fault) => {
    const deps = await emptyProduct();
    expect(await createAdministrator(deps, { ...anna, ...wrong })).toEqual({ faults: [fault] });
    expect(await deps.db.read.selectFrom("organisation").selectAll().execute()).toEqual([]);
  });

  it("is made of whoever has the address, where whoever runs the server says so", async () => {
    const deps = await emptyProduct();
    const made = await createAdministrator(deps, anna);
    const personId = "personId" in made ? made.personId : "";
    const today = dayIn("UTC", deps.clock.now());
    const everyEnd = { to_on: "2020-01-01" };
    await deps.db.write.updateTable("role_grant").set(everyEnd).execute();
    await deps.db.write
      .updateTable("employment")
      .set({ from_on: "2019-01-01", ...everyEnd })
      .execute();
    expect(await signIn(deps, { email: anna.email, password: anna.password, address: "a" })).not.toMatchObject({
      kind: "signed-in",
    });
    const again = { ...anna, password: "ett annat lösenord" };
    expect(await createAdministrator(deps, again, { promote: true })).toEqual({ personId });
    expect(await signIn(deps, { email: anna.email, password: again.password, address: "a" })).toEqual({
      kind: "signed-in",
      personId,
    });
    expect(await findLastingAdministrators(deps.db.read, today, {})).toEqual([personId]);
    expect(await deps.db.read.selectFrom("person").select("id").execute()).toHaveLength(1);
  });

  it("has an address and a number of their own", async () => {
    const deps = await emptyProduct();
    await createAdministrator(deps, { ...anna, number: "7" });
    expect(await createAdministrator(deps, anna)).toEqual({ faults: ["emailTaken"] });
    const other = { ...anna, email: "bo@bageriet.example", number: "7" };
    expect(await createAdministrator(deps, other)).toEqual({ faults: ["numberTaken"] });
  });
});
