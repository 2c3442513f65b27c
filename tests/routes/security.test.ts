import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;
const visitor = () => new Visitor(product.origin);

beforeAll(async () => {
  product = await startProduct();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

describe("every response", () => {
  it.each(["/sign-in", "/", "/nowhere", "/healthz", "/lessons/x.js"])(
    "carries the security headers: %s",
    async (path) => {
      const response = await visitor().get(path);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]{20,}'/);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
      expect(response.headers.get("content-security-policy-report-only")).toBeNull();
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("x-frame-options")).toBe("DENY");
      expect(response.headers.get("referrer-policy")).toBe("same-origin");
      expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
      expect(response.headers.get("x-powered-by")).toBeNull();
    },
  );

  it("has a nonce of its own, which every script of the page carries", async () => {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 2; visit += 1) {
      const response = await visitor().get("/sign-in");
      const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      nonces.add(nonce);
      const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(2);
  });

  it("has no inline style and no inline handler", async () => {
    const employee = visitor();
    await employee.signIn("employee");
    for (const path of [
      "/sign-in",
      "/",
      "/modules/svara-kunder/01-publiken-och-klockan",
      "/modules/svara-kunder/refresher",
    ]) {
      const html = await (await employee.get(path)).text();
      expect(html, path).not.toMatch(/<[a-z][^>]*\sstyle=/i);
      expect(html, path).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
    }
  });

  it("of a page is kept by nobody, and a built file by everybody for a year", async () => {
    const response = await visitor().get("/sign-in");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const script = /src="(\/assets\/[^"]+\.js)"|href="(\/assets\/[^"]+\.js)"/.exec(await response.text());
    const file = await visitor().get(script?.[1] ?? script?.[2] ?? "");
    expect(file.status).toBe(200);
    expect(file.headers.get("cache-control")).toContain("immutable");
    // Opened for itself it may load and run nothing.
    expect(file.headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect(file.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

describe("a form", () => {
  const form = { intent: "sign-in", email: "employee@fjallnas.example", password: "repris-demo" };

  it.each([
    ["from another origin", { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
    ["from another port of this host", { Origin: "http://127.0.0.1:1" }],
    ["from a sibling site", { "Sec-Fetch-Site": "same-site" }],
    ["that says nothing of where it comes from", {}],
    ["with a null origin", { Origin: "null" }],
    ["whose host was forwarded to look right", { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }],
  ] as [string, Record<string, string>][])("%s is refused everywhere", async (_name, headers) => {
    for (const path of [
      "/sign-in",
      "/sign-out",
      "/settings/language",
      "/settings/theme",
      "/modules/svara-kunder/x",
      "/nowhere",
    ]) {
      const response = await visitor().post(path, form, headers);
      expect(response.status, path).toBe(403);
    }
  });

  it("of our own is taken", async () => {
    expect((await visitor().post("/sign-in", form)).status).toBe(302);
    const onlySite = await visitor().post("/sign-in", form, { "Sec-Fetch-Site": "same-origin" });
    expect(onlySite.status).toBe(302);
  });
});

describe("a session", () => {
  it("is a random token in an HttpOnly, SameSite cookie, of which the database has the hash", async () => {
    const employee = visitor();
    const response = await employee.signIn("employee");
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith("repris="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const token = employee.cookies.get("repris") ?? "";
    expect(token.length).toBeGreaterThan(40);
    const rows = await product.deps.db.read.selectFrom("session").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("ends when its reader signs out, also for whoever kept the cookie", async () => {
    const employee = visitor();
    await employee.signIn("employee");
    const thief = visitor();
    thief.setCookie("repris", employee.cookies.get("repris") ?? "");
    expect((await thief.get("/")).status).toBe(200);
    await employee.post("/sign-out", {});
    expect((await thief.get("/")).status).toBe(302);
    expect((await employee.get("/")).headers.get("location")).toMatch(/^\/sign-in/);
  });

  it("leads back to where its reader was going, and to nowhere else", async () => {
    const away = await visitor().get("/modules/svara-kunder?x=1");
    expect(away.headers.get("location")).toBe(`/sign-in?${new URLSearchParams({ next: "/modules/svara-kunder?x=1" })}`);
    const signIn = (next: string) =>
      visitor().post("/sign-in", {
        intent: "sign-in",
        email: "employee@fjallnas.example",
        password: "repris-demo",
        next,
      });
    expect((await signIn("/modules/svara-kunder")).headers.get("location")).toBe("/modules/svara-kunder");
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""]) {
      expect((await signIn(next)).headers.get("location"), next).toBe("/");
    }
  });

  it("that has ended does not lose what was sent: it waits in the sender's browser until they are back", async () => {
    const employee = visitor();
    await employee.signIn("employee");
    product.clock.passDays(1);
    const path = "/modules/svara-kunder/refresher/question";
    const sent = await employee.post(path, { intent: "answer", check: "abc", attempt: "def", answer: "x" });
    expect(sent.headers.get("location")).toContain("kept=1");
    expect(employee.cookies.get("repris_parked")).toBeTruthy();

    const other = visitor();
    other.setCookie("repris_parked", employee.cookies.get("repris_parked") ?? "");
    expect((await other.signIn("manager")).headers.get("location")).toBe("/");

    const back = await employee.signIn("employee");
    expect(back.headers.get("location")).toBe("/resume");
    const html = await (await employee.get("/resume")).text();
    expect(html).toContain(`action="${path}"`);
    for (const field of ['name="check" value="abc"', 'name="attempt" value="def"', 'name="answer" value="x"']) {
      expect(html).toContain(field);
    }
    expect(employee.cookies.has("repris_parked")).toBe(false);
  });
});

describe("signing in", () => {
  it("says the same of an unknown address and a wrong password", async () => {
    const unknown = await visitor().post("/sign-in", {
      intent: "sign-in",
      email: "nobody@x.example",
      password: "wrong",
    });
    const wrong = await visitor().post("/sign-in", {
      intent: "sign-in",
      email: "auditor@fjallnas.example",
      password: "wrong",
    });
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    const text = async (response: Response) => (await response.text()).match(/role="alert"[\s\S]*?<\/div>/)?.[0];
    expect(await text(unknown)).toBe(await text(wrong));
  });

  it("is limited for an account, and says how long to wait", async () => {
    const guess = () =>
      visitor().post("/sign-in", { intent: "sign-in", email: "trainer2@fjallnas.example", password: "guess" });
    const statuses: number[] = [];
    for (let guessed = 0; guessed < 12; guessed += 1) statuses.push((await guess()).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await visitor().signIn("trainer2")).status).toBe(429);
    product.clock.set(new Date(product.clock.now().getTime() + 16 * 60_000).toISOString());
    expect((await visitor().signIn("trainer2")).status).toBe(302);
  });

  it("as somebody without a password is possible in a demonstration, and only as those on the list", async () => {
    const listed = await visitor().post("/sign-in", { intent: "enter", email: "auditor@fjallnas.example" });
    expect(listed.status).toBe(302);
    const other = await product.deps.db.read
      .selectFrom("person")
      .leftJoin("credential", "credential.person_id", "person.id")
      .select("email")
      .where("credential.person_id", "is", null)
      .where("email", "is not", null)
      .executeTakeFirstOrThrow();
    const unlisted = await visitor().post("/sign-in", { intent: "enter", email: other.email ?? "" });
    expect(unlisted.status).toBe(403);
    await product.deps.db.write.updateTable("organisation").set({ demonstration: 0 }).execute();
    const outside = await visitor().post("/sign-in", { intent: "enter", email: "auditor@fjallnas.example" });
    expect(outside.status).toBe(403);
    await product.deps.db.write.updateTable("organisation").set({ demonstration: 1 }).execute();
  });
});

describe("whoever is not allowed", () => {
  it("gets 403 for the overview and for other people's pages", async () => {
    const someone = await product.deps.db.read
      .selectFrom("person")
      .select("id")
      .where("email", "=", "manager@fjallnas.example")
      .executeTakeFirstOrThrow();
    for (const account of ["employee", "trainer", "admin"]) {
      const person = visitor();
      await person.signIn(account);
      expect((await person.get("/overview")).status, account).toBe(403);
      expect((await person.get(`/people/${someone.id}`)).status, account).toBe(403);
    }
  });

  it("and is not signed in gets no lesson, no picture and no code of either", async () => {
    const bundle = await product.deps.db.read
      .selectFrom("lesson_bundle")
      .select("hash")
      .where("code", "<>", "")
      .executeTakeFirstOrThrow();
    const media = await product.deps.db.read.selectFrom("media").select(["hash", "bytes"]).executeTakeFirstOrThrow();
    for (const path of [`/lessons/${bundle.hash}.js`, `/media/${media.hash}.svg`, "/modules/strategin", "/overview"]) {
      expect((await visitor().get(path)).headers.get("location"), path).toMatch(/^\/sign-in/);
    }
    const employee = visitor();
    await employee.signIn("employee");
    const code = await employee.get(`/lessons/${bundle.hash}.js`);
    expect(code.status).toBe(200);
    expect(code.headers.get("content-type")).toContain("text/javascript");
    expect(code.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    const picture = await employee.get(`/media/${media.hash}.svg`);
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
    expect((await picture.arrayBuffer()).byteLength).toBe(media.bytes);
  });
});

describe("bad input", () => {
  it.each([
    ["/nowhere", 404],
    ["/modules/nothing", 404],
    ["/modules/svara-kunder/99-nothing", 404],
    ["/modules/__proto__/constructor", 404],
    ["/modules/nothing/refresher", 404],
    ["/people/nobody", 404],
    ["/lessons/../../package.json", 404],
    ["/lessons/abc.js", 404],
    ["/media/abc.png", 404],
  ])("has a page for it in the reader's language: %s", async (path, status) => {
    const manager = visitor();
    await manager.signIn("manager");
    const response = await manager.get(path);
    expect(response.status).toBe(status);
  });

  it("in a form is refused, and nothing is kept", async () => {
    const employee = visitor();
    await employee.signIn("employee");
    const path = "/modules/svara-kunder/01-publiken-och-klockan";
    const count = async () =>
      (
        await product.deps.db.read
          .selectFrom("answer")
          .select((eb) => eb.fn.countAll<number>().as("n"))
          .executeTakeFirst()
      )?.n;
    const before = await count();
    for (const [fields, status] of [
      [{}, 400],
      [{ intent: "explode" }, 400],
      [{ intent: "answer", check: "nothing", attempt: "nothing" }, 302],
      [{ intent: "complete", attempt: "nothing" }, 302],
      [{ intent: "confirm", confirmation: "nothing" }, 404],
      [{ intent: "reading", furthest: "1e9" }, 400],
      [{ intent: "reading", furthest: "x" }, 400],
      [{ intent: "reflect", reflection: "nothing", text: "x" }, 404],
    ] as [Record<string, string>, number][]) {
      expect((await employee.post(path, fields)).status, JSON.stringify(fields)).toBe(status);
    }
    expect(await count()).toBe(before);
    expect((await employee.post("/settings/language", { language: "xx" })).status).toBe(400);
    expect((await employee.post("/settings/theme", { theme: "pink" })).status).toBe(400);
  });

  it("says so in Swedish and in English", async () => {
    const person = visitor();
    await person.signIn("manager");
    const swedish = await (await person.get("/nowhere")).text();
    expect(swedish).toContain('<html lang="sv"');
    await person.post("/settings/language", { language: "en", returnTo: "/nowhere" });
    const english = await (await person.get("/nowhere")).text();
    expect(english).toContain('<html lang="en"');
    expect(english.match(/<h1[^>]*>(.*?)<\/h1>/)?.[1]).not.toBe(swedish.match(/<h1[^>]*>(.*?)<\/h1>/)?.[1]);
    await person.post("/settings/language", { language: "sv", returnTo: "/" });
  });
});

describe("the state of the process", () => {
  it("can be asked for without signing in", async () => {
    expect(await (await visitor().get("/healthz")).text()).toBe("ok\n");
    expect(await (await visitor().get("/readyz")).text()).toBe("ready\n");
  });
});
