import { describe, expect, it } from "vitest";
import { changeOwnAccess } from "#app/accounts/own-access.server";
import { signIn } from "#app/accounts/sign-in.server";
import { chooseByCode, signInByNumber } from "#app/accounts/sign-in-by-number.server";
import { beginSession, readSession } from "#app/platform/sessions";
import { address, companyByNumber } from "./company";

const pin = "482915";
const chosen = { kind: "pin", pin, again: pin } as const;

async function withPin() {
  const company = await companyByNumber();
  const manager = await company.grant(3, "manager", "shops");
  const code = await company.codeFor(manager, 0);
  const tried = { number: company.numberAt(0), secret: code, address };
  const result = await chooseByCode(company.deps, tried, chosen);
  expect(result).toEqual({ kind: "signed-in", personId: company.personAt(0) });
  return { ...company, manager, code, tried };
}

describe("a code", () => {
  it("lets its person choose a PIN, which then signs them in", async () => {
    const { deps, personAt, numberAt } = await withPin();
    const result = await signInByNumber(deps, { number: ` ${numberAt(0)} `, secret: pin, address });
    expect(result).toEqual({ kind: "signed-in", personId: personAt(0) });
  });

  it("works once", async () => {
    const { deps, tried } = await withPin();
    expect(await signInByNumber(deps, tried)).toEqual({ kind: "wrong" });
    expect(await chooseByCode(deps, tried, chosen)).toEqual({ kind: "wrong" });
  });

  it("works once also when it is used twice at the same time", async () => {
    const { deps, codeFor, grant, numberAt } = await companyByNumber();
    const code = await codeFor(await grant(3, "hr", null), 0);
    const tried = { number: numberAt(0), secret: code, address };
    const results = await Promise.all([chooseByCode(deps, tried, chosen), chooseByCode(deps, tried, chosen)]);
    expect(results.map((result) => result.kind).sort()).toEqual(["signed-in", "wrong"]);
  });

  it("is kept as a hash alone", async () => {
    const { code, db } = await withPin();
    const rows = await db.read.selectFrom("sign_in_code").selectAll().execute();
    const text = JSON.stringify([...rows, ...(await db.read.selectFrom("audit_event").selectAll().execute())]);
    expect(text).toContain("$argon2id$");
    expect(text).not.toContain(code);
    expect(text).not.toContain(code.replace("-", ""));
  });

  it("ends when a new one is made, and after fourteen days", async () => {
    const { clock, codeFor, deps, grant, numberAt } = await companyByNumber();
    const manager = await grant(3, "manager", "shops");
    const first = await codeFor(manager, 0);
    clock.passSeconds(1);
    const second = await codeFor(manager, 0);
    const tried = (secret: string) => signInByNumber(deps, { number: numberAt(0), secret, address });
    expect((await tried(first)).kind).toBe("wrong");
    expect((await tried(second)).kind).toBe("first");
    clock.passDays(14);
    expect((await tried(second)).kind).toBe("first");
    clock.passDays(2);
    expect((await tried(second)).kind).toBe("wrong");
  });

  it("is not another person's", async () => {
    const { codeFor, deps, grant, numberAt } = await companyByNumber();
    const code = await codeFor(await grant(3, "manager", "shops"), 0);
    expect(await signInByNumber(deps, { number: numberAt(1), secret: code, address })).toEqual({ kind: "wrong" });
  });

  it("is kept when what was chosen is refused", async () => {
    const { codeFor, deps, grant, numberAt } = await companyByNumber();
    const code = await codeFor(await grant(3, "manager", "shops"), 0);
    const tried = { number: numberAt(0), secret: code, address };
    const weak = await chooseByCode(deps, tried, { kind: "pin", pin: "123456", again: "123456" });
    expect(weak).toMatchObject({ kind: "refused", fault: "in-order" });
    const other = await chooseByCode(deps, tried, { ...chosen, again: "482916" });
    expect(other).toMatchObject({ kind: "refused", fault: "not-the-same" });
    expect((await chooseByCode(deps, tried, chosen)).kind).toBe("signed-in");
  });

  it("gives somebody with an e-mail address a password instead, and ends their sessions", async () => {
    const { codeFor, deps, grant, numberAt, personAt } = await companyByNumber();
    const cookie = (await beginSession(deps, personAt(0))).split(";")[0];
    expect((await readSession(deps, cookie)).kind).toBe("live");
    const code = await codeFor(await grant(3, "hr", null), 0);
    const password = "en lång hemlighet";
    const tried = { number: numberAt(0), secret: code, address };
    const result = await chooseByCode(deps, tried, { kind: "password", password, again: password });
    expect(result.kind).toBe("signed-in");
    expect((await readSession(deps, cookie)).kind).toBe("expired");
    const signed = await signIn(deps, { email: "person0@test.example", password, address });
    expect(signed).toEqual({ kind: "signed-in", personId: personAt(0) });
  });

  it("gives nobody without an e-mail address a password", async () => {
    const { codeFor, db, deps, grant, numberAt, personAt } = await companyByNumber();
    await db.write.updateTable("person").set({ email: null }).where("id", "=", personAt(0)).execute();
    const code = await codeFor(await grant(3, "hr", null), 0);
    const password = "en lång hemlighet";
    const tried = { number: numberAt(0), secret: code, address };
    const result = await chooseByCode(deps, tried, { kind: "password", password, again: password });
    expect(result).toEqual({ kind: "wrong" });
    expect(await db.read.selectFrom("credential").selectAll().execute()).toEqual([]);
  });

  it("lets nobody in who has left", async () => {
    const { db, deps, numberAt, personAt } = await withPin();
    await db.write
      .updateTable("employment")
      .set({ to_on: "2026-11-23" })
      .where("person_id", "=", personAt(0))
      .execute();
    expect(await signInByNumber(deps, { number: numberAt(0), secret: pin, address })).toEqual({ kind: "wrong" });
  });
});

describe("tries", () => {
  it.each([
    ["a known number", "1000"],
    ["a number that nobody has", "999999"],
    ["a number without a PIN", "1001"],
  ])("are limited in the same way for %s", async (_, number) => {
    const { clock, deps } = await withPin();
    const attempt = () => signInByNumber(deps, { number, secret: "111213", address });
    for (let tries = 0; tries < 6; tries += 1) expect(await attempt()).toEqual({ kind: "wrong" });
    expect(await attempt()).toEqual({ kind: "limited", seconds: 900 });
    clock.passSeconds(901);
    expect(await attempt()).toEqual({ kind: "wrong" });
  });

  it("are limited by the day as well, and a new code opens at once", async () => {
    const { clock, codeFor, deps, manager, numberAt } = await withPin();
    const attempt = (secret: string) => signInByNumber(deps, { number: numberAt(0), secret, address });
    for (let round = 0; round < 6; round += 1) {
      for (let tries = 0; tries < 5; tries += 1) expect(await attempt("111213")).toEqual({ kind: "wrong" });
      clock.passSeconds(901);
    }
    expect((await attempt(pin)).kind).toBe("limited");
    const code = await codeFor(manager, 0);
    expect((await attempt(code)).kind).toBe("first");
  });

  it("that succeed do not use up what an address shared by many may try", async () => {
    const { clock, deps, numberAt } = await withPin();
    for (let round = 0; round < 70; round += 1) {
      const result = await signInByNumber(deps, { number: numberAt(0), secret: pin, address });
      expect(result.kind).toBe("signed-in");
      clock.passSeconds(1);
    }
  });
});

describe("one's own way of signing in", () => {
  it("is changed by who knows what they have, and other devices are signed out", async () => {
    const { deps, numberAt, personAt } = await withPin();
    const here = (await beginSession(deps, personAt(0))).split(";")[0];
    const there = (await beginSession(deps, personAt(0))).split(";")[0];
    const reader = { personId: personAt(0) };
    const other = { kind: "pin", pin: "905173", again: "905173" } as const;
    expect(await changeOwnAccess(deps, reader, { current: "000000", chosen: other, cookies: here })).toEqual({
      kind: "wrong",
    });
    expect(await changeOwnAccess(deps, reader, { current: pin, chosen: other, cookies: here })).toEqual({
      kind: "changed",
    });
    expect((await readSession(deps, here)).kind).toBe("live");
    expect((await readSession(deps, there)).kind).toBe("expired");
    expect((await signInByNumber(deps, { number: numberAt(0), secret: pin, address })).kind).toBe("wrong");
    expect((await signInByNumber(deps, { number: numberAt(0), secret: "905173", address })).kind).toBe("signed-in");
  });

  it("is guessed by nobody who found a screen open", async () => {
    const { deps, personAt } = await withPin();
    const guess = () =>
      changeOwnAccess(deps, { personId: personAt(0) }, { current: "111213", chosen, cookies: undefined });
    for (let tries = 0; tries < 6; tries += 1) expect((await guess()).kind).toBe("wrong");
    expect((await guess()).kind).toBe("limited");
  });
});
