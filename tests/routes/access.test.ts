import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSetupKey } from "#app/accounts/setup/setup-key.server";
import { hashPassword } from "#app/platform/passwords";
import { beginSharedDevice } from "#app/platform/shared-device";
import { peopleWith } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

const pin = "482915";
let product: Product;
let withPin: { readonly id: string; readonly number: string };
let withoutPin: { readonly id: string; readonly number: string };

async function numberOf(id: string) {
  const { db } = product.deps;
  const row = await db.read
    .selectFrom("person")
    .select(["id", "employee_number as number"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row;
}

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.deps;
  const [first = "", second = ""] = await peopleWith(db, "svara-kunder", "refresher-open");
  withPin = await numberOf(first);
  withoutPin = await numberOf(second);
  const changed_at = product.clock.now().toISOString();
  const pin_hash = await hashPassword(pin);
  await db.write.insertInto("pin").values({ person_id: withPin.id, pin_hash, changed_at }).execute();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

const visitor = () => new Visitor(product.origin);

async function sharedDevice(): Promise<Visitor> {
  const device = visitor();
  const [pair = ""] = (await beginSharedDevice(product.deps, { label: "Kassan", by: withPin.id })).split(";");
  const at = pair.indexOf("=");
  device.setCookie(pair.slice(0, at), pair.slice(at + 1));
  return device;
}

const enter = (device: Visitor, number: string, secret = pin) =>
  device.post("/sign-in", { intent: "pin", number, secret });

describe("signing in by number", () => {
  it("answers the same, byte for byte, whether there is nobody, no PIN or another PIN", async () => {
    const answers: string[] = [];
    for (const number of [withPin.number, withoutPin.number, "99887766"]) {
      for (const intent of ["pin", "code"]) {
        const secret = intent === "pin" ? "111213" : "K7MP-9RWX";
        const response = await visitor().post("/sign-in", { intent, number, secret });
        expect(response.status).toBe(422);
        expect(response.headers.getSetCookie()).toEqual([]);
        const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "none";
        const requestId = response.headers.get("x-request-id") ?? "none";
        const text = (await response.text()).replaceAll(nonce, "N").replaceAll(requestId, "R").replaceAll(number, "#");
        answers.push(`${intent} ${text}`);
      }
    }
    expect(new Set(answers).size).toBe(2);
  });

  it("is limited, and says in words how long to wait and what helps", async () => {
    const tries = visitor();
    for (let count = 0; count < 6; count += 1) await enter(tries, "5550001", "111213");
    const response = await enter(tries, "5550001", "111213");
    expect(response.status).toBe(429);
    expect(await response.text()).toMatch(/Vänta 15 minuter.*Med en ny kod från din chef kommer du in direkt/s);
  });

  it("leads back to where its reader was going", async () => {
    const response = await visitor().post("/sign-in", {
      intent: "pin",
      number: withPin.number,
      secret: pin,
      next: "/modules/krislage",
    });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/modules/krislage");
  });

  it("is remembered as the way of a device that is somebody's own", async () => {
    const own = visitor();
    expect(await (await own.get("/sign-in")).text()).toContain('type="email"');
    await own.get("/sign-in?way=number");
    const again = await (await own.get("/sign-in")).text();
    expect(again).toContain('name="number"');
    expect(again).not.toContain('type="email"');
  });
});

describe("a shared device", () => {
  it("keeps nothing of whoever signs in but a cookie that goes with the session", async () => {
    const device = await sharedDevice();
    device.setCookie("repris_theme", "dark");
    device.setCookie("repris_parked", "abc");
    const response = await enter(device, withPin.number);
    expect(response.status).toBe(302);
    const kept = response.headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatch(/^repris=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect([...device.cookies.keys()].sort()).toEqual(["repris", "repris_device"]);
    const page = await device.get("/");
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    expect(await page.text()).toMatch(/<html[^>]* data-shared=""/);
    const data = await device.get("/_root.data");
    expect(data.headers.get("cache-control")).toBe("private, no-store");
    const theme = await device.post("/settings/theme", { theme: "dark", returnTo: "/" });
    expect(theme.headers.getSetCookie().join()).not.toMatch(/Max-Age/);
    const out = await device.post("/sign-out", {});
    expect(out.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect([...device.cookies.keys()]).toEqual(["repris_device"]);
  });

  it("signs out whoever gave no sign of life for three minutes, and keeps those who do", async () => {
    const device = await sharedDevice();
    await enter(device, withPin.number);
    for (let minutes = 0; minutes < 6; minutes += 1) {
      product.clock.passSeconds(60);
      expect((await device.post("/still-here", {})).status).toBe(204);
    }
    product.clock.passSeconds(181);
    expect((await device.post("/still-here", {})).status).toBe(401);
    const page = await device.get("/modules/krislage");
    expect(page.status).toBe(302);
    // Not back to where the last one was.
    expect(page.headers.get("location")).toBe("/sign-in?left");
  });

  it("keeps no form for later that came too late", async () => {
    const device = await sharedDevice();
    await enter(device, withPin.number);
    product.clock.passSeconds(200);
    const sent = await device.post("/modules/svara-kunder/refresher/question", { intent: "answer", answer: "x" });
    expect(sent.headers.get("location")).toBe("/sign-in?left");
    expect(sent.headers.getSetCookie()).toEqual([]);
  });

  it("is begun and ended by those who let people in, and by nobody else", async () => {
    const employee = visitor();
    await employee.signIn("employee");
    expect((await employee.get("/settings/shared-device")).status).toBe(403);
    expect((await employee.post("/settings/shared-device", { label: "Min" })).status).toBe(403);
    const manager = visitor();
    await manager.signIn("manager.butik");
    expect((await manager.post("/settings/shared-device", { label: " " })).status).toBe(422);
    const begun = await manager.post("/settings/shared-device", { label: "Surfplattan" });
    expect(begun.status).toBe(302);
    expect(begun.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect([...manager.cookies.keys()]).toEqual(["repris_device"]);
    const text = await (await manager.get("/sign-in")).text();
    expect(text).toContain('name="number"');
    await manager.signIn("manager.butik");
    const listed = await (await manager.get("/settings/shared-device")).text();
    const id =
      /name="end" value="([0-9a-f]{64})"[^>]*aria-label="[^"]*Surfplattan"/.exec(listed)?.[1] ??
      /value="([0-9a-f]{64})"/.exec(listed)?.[1] ??
      "";
    expect((await employee.post("/settings/shared-device", { end: id })).status).toBe(403);
    expect((await manager.post("/settings/shared-device", { end: id })).status).toBe(302);
    expect(await (await visitorLike(manager).get("/sign-in")).text()).not.toContain("data-shared");
  });
});

/** The same browser after its person has left. */
function visitorLike(device: Visitor): Visitor {
  const same = visitor();
  for (const [name, value] of device.cookies) if (name !== "repris") same.setCookie(name, value);
  return same;
}

describe("slips and posters", () => {
  it.each(["/people/slips", "/posters", "/posters/krislage"])("are not for employees: %s", async (path) => {
    const employee = visitor();
    await employee.signIn("employee");
    expect((await employee.get(path)).status).toBe(403);
    expect((await employee.get(`/people/${withPin.id}/slip`)).status).toBe(403);
    expect((await employee.post(`/people/${withPin.id}/slip`, {})).status).toBe(403);
  });

  it("lead to a module after signing in", async () => {
    const response = await visitor().get("/modules/krislage");
    expect(response.headers.get("location")).toBe("/sign-in?next=%2Fmodules%2Fkrislage");
  });
});

describe("setting up", () => {
  it("is over once somebody administers, key or not", async () => {
    expect(await makeSetupKey(product.deps)).toBeNull();
    for (const path of ["/setup", "/setup?key=x"]) {
      const response = await visitor().get(path);
      expect(response.status).toBe(302);
      expect(response.headers.get("location")).toBe("/sign-in");
    }
    const sent = await visitor().post("/setup", { intent: "account" });
    expect(sent.headers.get("location")).toBe("/sign-in");
  });
});
