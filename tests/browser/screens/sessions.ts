/** Sessions in a room, for those who hold them and those who take part; and what people are told. */
import type { Page } from "playwright-core";
import { personOf } from "#tests/support/people";
import type { Area, Stage } from "#tests/support/screens";
import { patience } from "#tests/support/watched-browser";

/** The demonstration's session that was signed off, or the one to come. */
async function sessionOf(stage: Stage, which: "was" | "ahead"): Promise<string> {
  const sessions = await stage.product.deps.db.read
    .selectFrom("classroom_session")
    .select("id")
    .orderBy("starts_at")
    .execute();
  return sessions.at(which === "was" ? 0 : -1)?.id ?? "";
}

/** Lets the session that was signed off be open again, as it was while it was held. */
async function reopen(stage: Stage): Promise<void> {
  const { db } = stage.product.deps;
  const id = await sessionOf(stage, "was");
  await db.write
    .updateTable("classroom_session")
    .set({ signed_off_at: null, signed_off_by: null })
    .where("id", "=", id)
    .execute();
}

const refused = async (page: Page) => {
  await page.locator('main form[method="post"] button[data-kind="primary"]').click();
  await page.getByRole("alert").first().waitFor({ timeout: patience });
};

export const screens: Area = (stage) => {
  const trainer = stage.account("trainer2");
  const held = (which: "was" | "ahead", part = "") => ({
    path: async () => `/admin/sessions/${await sessionOf(stage, which)}${part}`,
    route: `/admin/sessions/:session${part}`,
  });
  /** Somebody with a place in the session to come. */
  const somebody = (state: "booked" | "waiting") => async () => {
    const row = await stage.product.deps.db.read
      .selectFrom("booking")
      .select("person_id")
      .where("session_id", "=", await sessionOf(stage, "ahead"))
      .where("state", "=", state)
      .executeTakeFirstOrThrow();
    return row.person_id;
  };
  const attended = { path: async () => `/sessions/${await sessionOf(stage, "ahead")}`, route: "/sessions/:session" };
  return [
    { name: "sessions", who: trainer, path: "/admin/sessions" },
    { name: "sessions that were", who: stage.account("admin"), path: "/admin/sessions?list=past" },
    { name: "no sessions", who: trainer, path: "/admin/sessions?list=cancelled" },
    { name: "planning a session", who: trainer, path: "/admin/sessions/new" },
    {
      name: "planning a session, refused",
      who: trainer,
      path: "/admin/sessions/new",
      reach: refused,
      fault: /status of 422/,
    },
    { name: "a session to come", who: trainer, ...held("ahead") },
    { name: "changing a session", who: trainer, ...held("ahead", "/change") },
    { name: "inviting to a session", who: trainer, ...held("ahead", "/invite") },
    {
      name: "inviting nobody",
      who: trainer,
      ...held("ahead", "/invite"),
      reach: refused,
      fault: /status of 422/,
    },
    { name: "a session's list on paper", who: trainer, ...held("ahead", "/list") },
    { name: "a session that was signed off", who: trainer, ...held("was") },
    { name: "adding who came, after sign-off", who: trainer, ...held("was", "/invite") },
    { name: "attendance after sign-off", who: trainer, ...held("was", "/attendance") },
    {
      name: "a session to be signed off",
      who: trainer,
      ...held("was"),
      beforeEach: () => reopen(stage),
    },
    {
      name: "attendance",
      who: trainer,
      ...held("was", "/attendance"),
      beforeEach: () => reopen(stage),
    },
    { name: "attendance before the day", who: trainer, ...held("ahead", "/attendance") },
    { name: "a session for who has a seat", who: somebody("booked"), ...attended },
    { name: "a session for who waits", who: somebody("waiting"), ...attended },
    { name: "a session that is full", who: stage.account("employee"), ...attended },
    { name: "notices", who: somebody("booked"), path: "/notices" },
    { name: "no notices", who: () => personOf(stage.product.deps.db, "auditor"), path: "/notices" },
  ];
};
