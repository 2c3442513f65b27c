/** A refresher of the demonstration, from the server's side: what each of its pages shows, or where it leads. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readIntro, readQuestion, readResult } from "#app/learning/read-refresher.server";
import { takeRefresherAnswer } from "#app/learning/take-refresher-answer.server";
import type { QuestionKey } from "#app/lessons/question";
import { dayIn } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { connect } from "#db/connect";
import { findSignedIn, type SignedIn } from "#db/queries/people";
import { readKeys } from "#tests/support/answering";
import { FakeClock } from "#tests/support/clock";
import { completionsOf, personOf } from "#tests/support/people";
import { demonstrationDatabase } from "#tests/support/product";

const moduleId = "svara-kunder";
const path = `/modules/${moduleId}/refresher`;

let deps: Deps;
let clock: FakeClock;
let reader: SignedIn;
let keys: ReadonlyMap<string, QuestionKey>;

beforeEach(async () => {
  await deps?.db.close();
  clock = new FakeClock("2026-11-24T08:00:00Z");
  const db = connect(await demonstrationDatabase());
  deps = { env: readEnv(process.env), db, clock, log: createLog("silent"), wake: () => {} };
  const found = await findSignedIn(db.read, await personOf(db, "employee"), dayIn("UTC", clock.now()));
  if (!found) throw new Error("the employee of the demonstration cannot sign in");
  reader = found;
  keys = await readKeys(db, moduleId, "sv");
}, 300_000);
afterAll(() => deps?.db.close());

const wanted = () =>
  ({ moduleId, language: "sv", now: clock.now(), today: dayIn("Europe/Stockholm", clock.now()) }) as const;

/** The question that comes now, with the attempt it belongs to. */
async function asked() {
  const read = await readQuestion(deps, reader, { ...wanted(), answered: null, error: null });
  if (read.kind !== "view" || read.view.step.kind !== "question") throw new Error("no question is asked");
  return { attempt: read.view.attempt, id: read.view.step.check.question.id };
}

/** Sends an answer, right or not, to the question that comes now. */
async function answer(how: "right" | "unknown"): Promise<string> {
  const { attempt, id } = await asked();
  const form = new FormData();
  form.set("attempt", attempt);
  form.set("check", id);
  form.set("intent", how === "right" ? "answer" : "dont-know");
  const key = keys.get(id);
  if (how === "right" && key) {
    const right = key.choices.filter((choice) => choice.right);
    if (key.kind === "order") for (const [at, { id }] of key.choices.entries()) form.set(`place.${id}`, String(at + 1));
    else if (key.kind === "text") form.set("answer", right[0]?.text ?? "");
    else for (const choice of right) form.append("answer", choice.id);
  }
  await takeRefresherAnswer(deps, reader, { moduleId, language: "sv", form });
  return id;
}

async function finish(): Promise<void> {
  const { length } = await completionsOf(deps.db, reader.personId, moduleId);
  for (let left = 20; left > 0; left--) {
    if ((await completionsOf(deps.db, reader.personId, moduleId)).length > length) return;
    await answer("right");
  }
  throw new Error("the refresher does not end");
}

describe("the result of a refresher", () => {
  it("is not that of an old one while another is offered: the way leads to its beginning", async () => {
    expect((await readIntro(deps, reader, wanted())).kind).toBe("view");
    expect(await readResult(deps, reader, wanted())).toEqual({ kind: "elsewhere", href: path });
    await answer("unknown");
    expect(await readResult(deps, reader, wanted())).toEqual({ kind: "elsewhere", href: path });
  });

  it("shows no answer of an old one either", async () => {
    const { id } = await asked();
    const read = await readQuestion(deps, reader, { ...wanted(), answered: id, error: null });
    expect(read).toMatchObject({ view: { step: { check: { question: { id }, state: "unanswered" } } } });
  });

  it("tells the day on which it was done, also when it is opened again later", async () => {
    await finish();
    const result = { kind: "result", on: "2026-11-24", valid: true };
    const first = await readResult(deps, reader, wanted());
    expect(first).toMatchObject({ kind: "view", view: { today: "2026-11-24", step: result } });
    clock.passDays(5);
    const later = await readResult(deps, reader, wanted());
    expect(later).toMatchObject({ kind: "view", view: { today: "2026-11-29", step: result } });
    if (first.kind !== "view" || later.kind !== "view") return;
    if (first.view.step.kind !== "result" || later.view.step.kind !== "result") return;
    expect(later.view.step.earlier).toEqual(first.view.step.earlier);
    expect(first.view.step.earlier.every(({ on }) => on < "2026-11-24")).toBe(true);
  });
});
