import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "#app/words/areas/sessions-en";
import { personOf } from "#tests/support/people";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;
/** Of the demonstration: the one that was signed off, and the one to come. */
let was: string;
let ahead: string;

beforeAll(async () => {
  product = await startProduct();
  const sessions = await product.deps.db.read
    .selectFrom("classroom_session")
    .select("id")
    .orderBy("starts_at")
    .execute();
  [was = "", ahead = ""] = sessions.map(({ id }) => id);
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

async function signedIn(account: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  await visitor.signIn(account);
  return visitor;
}

const pages = ["", "/change", "/invite", "/attendance", "/list"];
const fields = {
  module: "svara-kunder",
  date: "2026-12-15",
  start: "09:00",
  end: "10:00",
  site: "",
  place: "Sal 1",
  zone: "Europe/Stockholm",
  seats: "2",
  language: "sv",
  instructor: "",
  note: "",
};

async function sessionsKept(): Promise<number> {
  return (await product.deps.db.read.selectFrom("classroom_session").select("id").execute()).length;
}

describe("holding sessions", () => {
  it("is the only part of administration that a trainer sees, and where it begins for them", async () => {
    const trainer = await signedIn("trainer");
    const start = await trainer.get("/admin");
    expect([start.status, start.headers.get("location")]).toEqual([302, "/admin/sessions"]);
    const page = await trainer.get("/admin/sessions");
    expect(page.status).toBe(200);
    const html = await page.text();
    const [navigation = ""] = /<nav class="AdminNav[\s\S]*?<\/nav>/.exec(html) ?? [];
    expect([...navigation.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(["/admin/sessions"]);
    expect(html).toContain('href="/admin"');
  });

  it.each(["employee", "manager", "auditor"])("is closed to %s", async (account) => {
    const visitor = await signedIn(account);
    for (const path of [
      "/admin/sessions",
      "/admin/sessions/new",
      ...pages.map((page) => `/admin/sessions/${ahead}${page}`),
    ]) {
      expect((await visitor.get(path)).status, path).toBe(403);
    }
    const before = await sessionsKept();
    expect((await visitor.post("/admin/sessions/new", fields)).status).toBe(403);
    const person = await personOf(product.deps.db, account);
    for (const [path, form] of [
      [`/admin/sessions/${ahead}`, { intent: "cancel", why: "x" }],
      [`/admin/sessions/${ahead}/invite`, { person }],
      [`/admin/sessions/${ahead}/change`, fields],
      [`/admin/sessions/${was}/attendance`, { person, mark: "there" }],
      [`/admin/sessions/${was}/marks`, { person, mark: "there" }],
    ] as const) {
      expect((await visitor.post(path, form)).status, path).toBe(403);
    }
    expect(await sessionsKept()).toBe(before);
  });

  it("is not there under an id that is nobody's", async () => {
    const trainer = await signedIn("trainer");
    for (const page of pages) expect((await trainer.get(`/admin/sessions/nothing${page}`)).status, page).toBe(404);
    expect((await trainer.post("/admin/sessions/nothing/marks", { person: "x", mark: "there" })).status).toBe(404);
    expect((await trainer.post(`/admin/sessions/${was}`, { intent: "nothing" })).status).toBe(400);
    expect((await trainer.post(`/admin/sessions/${ahead}/marks`, { person: "x", mark: "maybe" })).status).toBe(400);
  });

  it("once it was signed off or cancelled, leads back to its page, which says so", async () => {
    const trainer = await signedIn("trainer");
    const person = await personOf(product.deps.db, "employee");
    const plan = await trainer.post("/admin/sessions/new", fields);
    const cancelled = /sessions\/(\w+)/.exec(plan.headers.get("location") ?? "")?.[1] ?? "";
    await trainer.post(`/admin/sessions/${cancelled}`, { intent: "cancel", why: "Ingen el" });
    const says = en.session.tooLate;
    for (const [id, said] of [
      [was, says.signed],
      [cancelled, says.cancelled],
    ] as const) {
      const page = `/admin/sessions/${id}`;
      const closed = [302, `${page}?done=too-late`];
      for (const intent of ["cancel", "remove", "rest"]) {
        const answer = await trainer.post(page, { intent, why: "x", person });
        expect([answer.status, (await answer.text()).includes(said)], `${said} ${intent}`).toEqual([409, true]);
      }
      for (const [path, form] of [
        [`${page}/change`, fields],
        [`${page}/invite`, { person }],
      ] as const) {
        const answer = await trainer.post(path, form);
        expect([answer.status, answer.headers.get("location")], path).toEqual(closed);
      }
      const opened = await trainer.get(`${page}/change`);
      expect([opened.status, opened.headers.get("location")]).toEqual(closed);
      expect(await (await trainer.get(`${page}?done=too-late`)).text()).toContain(said);
      const mark = await trainer.post(`${page}/attendance`, { person, mark: "there" });
      expect([mark.status, mark.headers.get("location")]).toEqual([302, `${page}/attendance`]);
      const roll = await (await trainer.get(`${page}/attendance`)).text();
      expect(roll).toContain(en.attendance.closed);
      expect(roll).not.toContain('name="mark"');
    }
    expect((await trainer.get(`/admin/sessions/${cancelled}/invite`)).headers.get("location")).toContain("too-late");
    const next = await trainer.post(`/admin/sessions/${was}`, { intent: "follow-up", to: cancelled, person });
    expect([next.status, (await next.text()).includes(says.next)]).toEqual([409, true]);
  });

  it("takes, after sign-off, somebody who came and was on no list, and lists them with those who were there", async () => {
    const { db } = product.deps;
    const trainer = await signedIn("trainer");
    const page = `/admin/sessions/${was}`;
    // No seat is left: who is added stands where those who were there stand all the same.
    await db.write.updateTable("classroom_session").set({ seats: 1 }).where("id", "=", was).execute();
    const person = await personOf(db, "employee");
    const form = await (await trainer.get(`${page}/invite?q=e`)).text();
    expect(form).toContain('name="why"');
    const listed = await db.read.selectFrom("booking").select("person_id").where("session_id", "=", was).execute();
    for (const { person_id } of listed) expect(form).not.toContain(`value="${person_id}"`);
    for (const sent of [{ person }, { why: "Stod inte på listan" }, { person, why: " " }]) {
      expect((await trainer.post(`${page}/invite`, { late: "yes", ...sent })).status).toBe(422);
    }
    const added = await trainer.post(`${page}/invite`, { late: "yes", person, why: "Stod inte på listan" });
    expect([added.status, added.headers.get("location")]).toEqual([302, `${page}?done=added&n=1.0`]);
    const html = await (await trainer.get(`${page}?done=added&n=1.0`)).text();
    expect(html).toContain(en.session.done.added(1, 0));
    expect(html).not.toContain('id="waiting"');
    const correct = { intent: "correct", person, mark: "there", why: "x" };
    expect((await trainer.post(page, correct)).headers.get("location")).toBe(`${page}?done=right-already`);
  });

  it("answers a form that is not right with what was typed, and asks before it plans over a doubt", async () => {
    const trainer = await signedIn("trainer");
    const before = await sessionsKept();
    const refused = await trainer.post("/admin/sessions/new", { ...fields, end: "08:00", place: "Sal <1>" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('value="Sal &lt;1&gt;"');
    expect(html).toContain('id="session-end-error"');
    const doubtful = await trainer.post("/admin/sessions/new", { ...fields, date: "2026-11-02" });
    expect(doubtful.status).toBe(422);
    expect(await doubtful.text()).toContain('name="sure" value="past"');
    expect(await sessionsKept()).toBe(before);
    const planned = await trainer.post("/admin/sessions/new", { ...fields, date: "2026-11-02", sure: "past" });
    expect([planned.status, planned.headers.get("location")]).toEqual([
      302,
      expect.stringMatching(/^\/admin\/sessions\/\w{26}\?done=planned$/),
    ]);
    expect(await sessionsKept()).toBe(before + 1);
    for (const [path, form] of [
      [`/admin/sessions/${ahead}/invite`, {}],
      [`/admin/sessions/${ahead}`, { intent: "cancel", why: " " }],
      [`/admin/sessions/${was}`, { intent: "correct", person: "x", mark: "there", why: "" }],
    ] as const) {
      expect((await trainer.post(path, form)).status, path).toBe(422);
    }
  });

  it("is open to administrators beside the rest", async () => {
    const admin = await signedIn("admin");
    expect((await admin.get("/admin")).status).toBe(200);
    for (const page of pages) expect((await admin.get(`/admin/sessions/${ahead}${page}`)).status, page).toBe(200);
  });
});

describe("taking part", () => {
  it("shows the session and lets somebody book it, give it back and take a calendar entry", async () => {
    const employee = await signedIn("employee");
    const path = `/sessions/${ahead}`;
    expect((await employee.get(path)).status).toBe(200);
    expect((await employee.get(`${path}/calendar.ics`)).status).toBe(404);
    const booked = await employee.post(path, { intent: "book" });
    // It is full: they wait.
    expect([booked.status, booked.headers.get("location")]).toEqual([302, `${path}?done=waiting`]);
    expect((await employee.get(`${path}/calendar.ics`)).status).toBe(404);
    expect((await employee.get("/")).status).toBe(200);
    expect((await employee.post(path, { intent: "return" })).headers.get("location")).toBe(`${path}?done=returned`);
    expect((await employee.post(path, { intent: "anything" })).status).toBe(400);
    expect((await employee.post(`/sessions/${was}`, { intent: "book" })).status).toBe(409);
    expect((await employee.get("/sessions/nothing")).status).toBe(404);
    expect((await employee.post("/sessions/nothing", { intent: "book" })).status).toBe(404);
    const leader = await signedIn("trainer2");
    const entry = await leader.get(`${path}/calendar.ics`);
    expect([entry.status, entry.headers.get("content-type"), entry.headers.get("cache-control")]).toEqual([
      200,
      "text/calendar; charset=utf-8",
      "no-store",
    ]);
    expect(await entry.text()).toContain(`UID:${ahead}@repris`);
  });

  it("sends whoever is not signed in to sign in, and tells the bell nothing", async () => {
    const nobody = new Visitor(product.origin);
    for (const path of ["/notices", `/sessions/${ahead}`, `/sessions/${ahead}/calendar.ics`, "/admin/sessions"]) {
      const response = await nobody.get(path);
      expect([response.status, response.headers.get("location")], path).toEqual([
        302,
        `/sign-in?next=${encodeURIComponent(path)}`,
      ]);
    }
    expect(await (await nobody.get("/notices/unread")).json()).toEqual({ unread: false });
  });

  it("tells somebody what is theirs alone, as new until it is opened", async () => {
    const { db } = product.deps;
    const person = await personOf(db, "employee");
    const trainer = await signedIn("trainer");
    const planned = await trainer.post("/admin/sessions/new", { ...fields, module: "krislage" });
    const id = /sessions\/(\w+)/.exec(planned.headers.get("location") ?? "")?.[1] ?? "";
    await trainer.post(`/admin/sessions/${id}/invite`, { person });
    const employee = await signedIn("employee");
    expect(await (await employee.get("/notices/unread")).json()).toEqual({ unread: true });
    expect(await (await employee.get("/")).text()).toContain("data-unread");
    const notices = await (await employee.get("/notices")).text();
    expect(notices).toContain(`href="/sessions/${id}/calendar.ics"`);
    expect(await (await (await signedIn("manager")).get("/notices")).text()).not.toContain(id);
    // Looking at the page changes nothing: what is seen is said by a form.
    expect(await (await employee.get("/notices/unread")).json()).toEqual({ unread: true });
    const until = /name="until" value="([^"]+)"/.exec(notices)?.[1] ?? "";
    expect((await employee.post("/notices", { until })).status).toBe(302);
    expect(await (await employee.get("/notices/unread")).json()).toEqual({ unread: false });
  });
});
