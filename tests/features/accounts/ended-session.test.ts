/** What becomes of something that is sent when its sender's session is no longer there. */
import type { AppLoadContext } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConverter } from "#app/authoring/converting/converter";
import { createBundler } from "#app/lessons/bundler";
import { beginSession, finishSession } from "#app/platform/sessions";
import { openVisit, readParked, requireReader } from "#app/platform/visit";
import { endSessionsOf } from "#db/queries/sessions";
import { address, companyByNumber } from "./company";

const page = "http://127.0.0.1:3999/modules/answering/refresher/question";
let company: Awaited<ReturnType<typeof companyByNumber>>;
let personId: string;

beforeEach(async () => {
  company = await companyByNumber();
  personId = company.personAt(1);
});
afterEach(() => company.db.close());

const begin = async (shared = false) => (await beginSession(company.deps, personId, { shared })).split(";")[0] ?? "";

/** Sends a form with these cookies: where its sender is led, and what is left in their browser. */
async function send(cookies: string | undefined, fields: Record<string, string> = { intent: "answer", answer: "b" }) {
  const visit = await openVisit(company.deps, { cookies, acceptLanguage: "sv", requestId: "1", nonce: "n", address });
  const bundler = createBundler();
  const converter = createConverter();
  const document = { html: null };
  const context: AppLoadContext = { bundler, converter, deps: company.deps, visit, problem: null, document };
  const request = new Request(page, { method: "POST", body: new URLSearchParams(fields) });
  try {
    await requireReader(context, request);
  } catch (response) {
    if (!(response instanceof Response)) throw response;
    const to = new URL(response.headers.get("Location") ?? "", page);
    const parked = response.headers.getSetCookie().find((cookie) => cookie.startsWith("repris_parked="));
    return { to: to.pathname, kept: to.searchParams.get("kept"), parked: parked?.split(";")[0] };
  }
  throw new Error("The sender is signed in");
}

describe("what is sent after a session", () => {
  it("was ended on the server waits for its sender, and for nobody else", async () => {
    const cookies = await begin();
    await endSessionsOf(company.db.write, personId, company.clock.now().toISOString());
    const { kept, parked, to } = await send(cookies);
    expect([to, kept]).toEqual(["/sign-in", "1"]);
    expect(readParked(parked, personId)?.fields).toEqual([
      ["intent", "answer"],
      ["answer", "b"],
    ]);
    expect(readParked(parked, company.personAt(2))).toBeNull();
  });

  it("had run out waits too, also when it was ended afterwards", async () => {
    const cookies = await begin();
    company.clock.passDays(1);
    expect((await send(cookies)).kept).toBe("1");
    await endSessionsOf(company.db.write, personId, company.clock.now().toISOString());
    expect((await send(cookies)).kept).toBe("1");
  });

  it("was ended by its reader is not kept, and the page says so", async () => {
    const cookies = await begin();
    await finishSession(company.deps, cookies);
    expect(await send(cookies)).toEqual({ to: "/sign-in", kept: "0", parked: undefined });
  });

  it("that nobody knows any longer is not kept, and the page says so", async () => {
    const cookies = await begin();
    await company.db.write.deleteFrom("session").execute();
    expect(await send(cookies)).toEqual({ to: "/sign-in", kept: "0", parked: undefined });
    expect(await send(undefined)).toEqual({ to: "/sign-in", kept: "0", parked: undefined });
  });

  it("of somebody who does not work here any longer is not kept either", async () => {
    const cookies = await begin();
    await company.db.write.updateTable("employment").set({ to_on: "2026-11-01" }).execute();
    expect(await send(cookies)).toEqual({ to: "/sign-in", kept: "0", parked: undefined });
  });

  it("on a shared device is never parked", async () => {
    const cookies = await begin(true);
    await endSessionsOf(company.db.write, personId, company.clock.now().toISOString());
    expect((await send(cookies)).parked).toBeUndefined();
  });

  it("and is only how far somebody has read says nothing", async () => {
    const cookies = await begin();
    await company.db.write.deleteFrom("session").execute();
    expect((await send(cookies, { intent: "reading", furthest: "50" })).kept).toBeNull();
  });
});
