import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countAllAnswers } from "#app/authoring/insights/count-answers.server";
import type { InsightsView } from "#app/authoring/insights/insights-view";
import { editPath } from "#app/authoring/insights/paths";
import { readInsights } from "#app/authoring/insights/read-insights.server";
import { readModuleInsights } from "#app/authoring/insights/read-module-insights.server";
import type { Actor, Grant } from "#app/domain/permissions";
import type { Connections } from "#db/connect";
import { attempt, beginning, createAsking, keyOf, publish } from "./asking";

const wanted = { language: "en", today: "2025-06-01" as never };
const whole = new URLSearchParams();
const actor = (...grants: Grant[]): Actor => ({ personId: "reader", grants });
const trainer = (courseId: string | null) => actor({ role: "trainer", departmentId: null, courseId });
const auditor = actor({ role: "auditor", departmentId: null, courseId: null });

let db: Connections;
let people: readonly string[];

/** The module `asked` has a repaired question, `other` is of another course, `quiet` was never taken. */
beforeAll(async () => {
  ({ db, people } = await createAsking(["asked", "other", "quiet"], 40));
  await db.write
    .insertInto("course")
    .values({ id: "second", title: '{"en":"Second"}', summary: "{}", owner: "owner@test.example", position: 1 })
    .execute();
  await db.write.updateTable("module").set({ course_id: "second" }).where("id", "=", "other").execute();
  await db.write.updateTable("module").set({ review_by: "2025-05-01" }).where("id", "=", "quiet").execute();
  const plain = (language: string) => ["easy", "wrong-key", "repaired"].map((id) => keyOf(id, language));
  await publish(db, "asked", 1, plain);
  await publish(db, "asked", 2, (language) => [
    ...plain(language).slice(0, 2),
    keyOf("repaired", language, { promptText: "Better?", promptHtml: "Better?" }),
  ]);
  for (const id of ["other", "quiet"]) await publish(db, id, 1, (language) => [keyOf("only", language)]);
  for (const [place, personId] of people.entries()) {
    const strong = place % 2 === 0;
    const at = beginning;
    await attempt(db, {
      personId,
      moduleId: "asked",
      at,
      language: place % 3 === 0 ? "en" : "sv",
      chosen: { easy: 0, "wrong-key": strong ? 2 : 0, repaired: strong ? 0 : 1 },
    });
    if (place < 9) await attempt(db, { personId, moduleId: "other", at, chosen: { only: 1 } });
    if (place < 12) {
      const chosen = { easy: 0, "wrong-key": 0, repaired: 1 };
      await attempt(db, { personId, moduleId: "asked", number: 2, at: new Date("2025-05-01T00:00:00Z"), chosen });
    }
  }
  await countAllAnswers(db, new Date("2025-06-01T00:00:00Z"));
});
afterAll(() => db.close());

const row = (view: InsightsView, id: string) => view.questions.rows.find((each) => each.id === id);

describe("insights", () => {
  it("are a trainer's for their course, an auditor's everywhere, and nobody else's", async () => {
    const modulesOf = async (who: Actor) =>
      (await readInsights({ db }, who, wanted, whole)).courses.flatMap(({ modules }) => modules.map(({ id }) => id));
    expect(await modulesOf(trainer("course"))).toEqual(["asked", "quiet"]);
    expect(await modulesOf(trainer("second"))).toEqual(["other"]);
    expect(await modulesOf(trainer(null))).toEqual(["asked", "quiet", "other"]);
    expect(await modulesOf(auditor)).toEqual(["asked", "quiet", "other"]);
    for (const role of ["manager", "hr", "administrator"] as const) {
      const who = actor({ role, departmentId: null, courseId: null });
      await expect(readInsights({ db }, who, wanted, whole)).rejects.toMatchObject({ code: "forbidden" });
      await expect(readModuleInsights({ db }, who, wanted, "asked")).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(readInsights({ db }, actor(), wanted, whole)).rejects.toMatchObject({ code: "forbidden" });
    const other = readModuleInsights({ db }, trainer("second"), wanted, "asked");
    await expect(other).rejects.toMatchObject({ code: "forbidden" });
    await expect(readModuleInsights({ db }, auditor, wanted, "none")).rejects.toMatchObject({ code: "not-found" });
  });

  it("ignore a filter for what the reader may not see", async () => {
    const view = await readInsights({ db }, trainer("second"), wanted, new URLSearchParams({ of: "module:asked" }));
    expect(view.chosen).toEqual({ courseId: null, moduleId: null });
    expect(view.questions.rows.map(({ module }) => module.id)).toEqual(["other"]);
    const chosen = await readInsights({ db }, auditor, wanted, new URLSearchParams({ of: "module:asked", page: "9" }));
    expect(new Set(chosen.questions.rows.map(({ module }) => module.id))).toEqual(new Set(["asked"]));
  });

  it("name nobody: no id, name or address of anybody who answered", async () => {
    const told = JSON.stringify([
      await readInsights({ db }, auditor, wanted, whole),
      await readModuleInsights({ db }, auditor, wanted, "asked"),
    ]);
    const everybody = await db.read.selectFrom("person").selectAll().execute();
    expect(everybody.length).toBeGreaterThan(0);
    for (const { email, employee_number, given_name, id } of everybody) {
      for (const trace of [id, email ?? "", given_name, `"${employee_number}"`]) expect(told).not.toContain(trace);
    }
    const attempts = await db.read.selectFrom("attempt").select("id").execute();
    for (const { id } of attempts) expect(told).not.toContain(id);
  });

  it("put what needs somebody first, in the reader's language and by the words of the choice", async () => {
    const view = await readInsights({ db }, auditor, wanted, whole);
    expect(view.questions.rows[0]).toMatchObject({
      id: "wrong-key",
      prompt: "wrong-key (en)?",
      lesson: "Lesson (en)",
      answers: 52,
      verdict: "reversed",
      wrong: { type: "chosen", text: "Choice 2 of wrong-key (en)", share: 20 / 52 },
    });
    const swedish = await readInsights({ db }, auditor, { ...wanted, language: "sv" }, whole);
    expect(row(swedish, "wrong-key")?.wrong?.text).toBe("Choice 2 of wrong-key (sv)");
    expect(row(view, "easy")).toMatchObject({ verdict: "too-easy", wrong: null });
  });

  it("begin anew when a question's words change", async () => {
    const view = await readInsights({ db }, auditor, wanted, whole);
    expect(row(view, "repaired")).toMatchObject({ prompt: "Better?", answers: 12, difficulty: 0 });
    const { questions } = await readModuleInsights({ db }, auditor, wanted, "asked");
    const repaired = questions.find(({ id }) => id === "repaired");
    expect(repaired?.revisions).toMatchObject([
      { number: 2, answers: 12, same: true },
      { number: 1, answers: 40, difficulty: 0.5, same: false },
    ]);
    expect(repaired?.months).toEqual([
      { month: "2025-01", answers: 40, share: 0.5 },
      { month: "2025-05", answers: 12, share: 0 },
    ]);
  });

  it("say nothing of a question with too few answers", async () => {
    const view = await readInsights({ db }, auditor, wanted, new URLSearchParams({ of: "module:other" }));
    expect(row(view, "only")).toMatchObject({ answers: 9, verdict: "too-few", difficulty: null, wrong: null });
    const depth = await readModuleInsights({ db }, auditor, wanted, "other");
    expect(depth.questions[0]).toMatchObject({ mistakes: [], months: [], difficulty: null });
    expect(depth.questions[0]?.revisions).toMatchObject([{ answers: 9, difficulty: null, discrimination: null }]);
  });

  it("name content past its day, and modules with flagged questions", async () => {
    const view = await readInsights({ db }, auditor, wanted, whole);
    expect(view.content).toMatchObject([
      { module: { id: "quiet" }, state: "overdue", reviewBy: "2025-05-01", flagged: 0 },
      { module: { id: "asked" }, state: "flagged", reviewBy: null, questions: 3 },
    ]);
  });

  it("lead to the studio those who may write there, and nobody else", async () => {
    const edit = "/studio/asked?file=01-first.en.mdx";
    expect(row(await readInsights({ db }, trainer("course"), wanted, whole), "easy")?.edit).toBe(edit);
    expect(row(await readInsights({ db }, auditor, wanted, whole), "easy")?.edit).toBeNull();
    expect((await readModuleInsights({ db }, auditor, wanted, "asked")).edit).toBeNull();
    expect(editPath("m", "courses/m/m/questions/more.sv.mdx")).toBe("/studio/m?file=questions%2Fmore.sv.mdx");
    expect(editPath("m", "m/01-a.sv.mdx")).toBe("/studio/m?file=01-a.sv.mdx");
    expect(editPath("questions", "c/questions/questions/more.sv.mdx")).toBe(
      "/studio/questions?file=questions%2Fmore.sv.mdx",
    );
    for (const path of [undefined, "elsewhere/01-a.sv.mdx"]) expect(editPath("m", path)).toBe("/studio/m");
  });
});
