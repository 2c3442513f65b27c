/** Answering questions as somebody who knows the answer, or does not, from the answers in the database. */
import type { APIRequestContext, Locator } from "playwright-core";
import type { QuestionKey } from "#app/lessons/question";
import type { Connections } from "#db/connect";

/** Every question of a module's newest revision in one language, by id. */
export async function readKeys(
  db: Connections,
  moduleId: string,
  language: string,
): Promise<ReadonlyMap<string, QuestionKey>> {
  const revision = await db.read
    .selectFrom("revision")
    .select("id")
    .where("module_id", "=", moduleId)
    .orderBy("number", "desc")
    .executeTakeFirstOrThrow();
  const rows = await db.read
    .selectFrom("lesson_source")
    .innerJoin("lesson_bundle", "lesson_bundle.hash", "lesson_source.bundle_hash")
    .select("answer_key")
    .where("revision_id", "=", revision.id)
    .where("language", "=", language)
    .execute();
  const keys = rows.flatMap((row) => JSON.parse(row.answer_key) as QuestionKey[]);
  return new Map(keys.map((key) => [key.id, key]));
}

/** The question that a form asks. */
export async function askedIn(form: Locator, keys: ReadonlyMap<string, QuestionKey>): Promise<QuestionKey> {
  const id = await form.locator('input[name="check"]').inputValue();
  const key = keys.get(id);
  if (!key) throw new Error(`The page asks ${id}, which the module does not have`);
  return key;
}

/** Fills in a question's form, as it is with script and without; does not send it. */
export async function fillIn(form: Locator, key: QuestionKey, how: "right" | "wrong"): Promise<void> {
  const right = key.choices.filter((choice) => choice.right).map(({ id }) => id);
  const wrong = key.choices.filter((choice) => !choice.right).map(({ id }) => id);
  const tick = (id: string) => form.locator(`input[name="answer"][value="${id}"]`).check();
  switch (key.kind) {
    case "one":
      await tick((how === "right" ? right[0] : wrong[0]) ?? "");
      break;
    case "many":
      // Half of what is right is not right.
      for (const id of how === "right" ? right : wrong.length > 0 ? wrong.slice(0, 1) : right.slice(1)) await tick(id);
      break;
    case "text":
      await form
        .locator('input[name="answer"]')
        .fill(how === "right" ? (key.choices.find((choice) => choice.right)?.text ?? "") : "inte alls så");
      break;
    case "order": {
      const ids = key.choices.map(({ id }) => id);
      // From the first place on: what stands before a row does not move with it.
      for (const [place, id] of (how === "right" ? ids : ids.reverse()).entries()) {
        await form.locator(`[name="place.${id}"]`).selectOption(String(place + 1));
      }
      break;
    }
  }
}

/** Fills in and sends. */
export async function answer(form: Locator, key: QuestionKey, how: "right" | "wrong" | "dont-know"): Promise<void> {
  if (how !== "dont-know") await fillIn(form, key, how);
  await form.locator(`button[value="${how === "dont-know" ? how : "answer"}"]`).click();
}

/** Text of some HTML as a browser shows it, white space folded. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a form's hidden field holds; empty where there is no such field. */
function hidden(form: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "";
}

type How = "right" | "wrong" | "dont-know";

/** The fields of an answer. */
function answerFields(key: QuestionKey, attempt: string, how: How): URLSearchParams {
  const fields = new URLSearchParams({ check: key.id, attempt });
  fields.set("intent", how === "dont-know" ? how : "answer");
  if (how === "dont-know") return fields;
  if (key.kind === "text") {
    fields.set("answer", how === "right" ? (key.choices.find((choice) => choice.right)?.text ?? "") : "inte alls så");
  } else if (key.kind === "order") {
    const ids = key.choices.map(({ id }) => id);
    for (const [place, id] of (how === "right" ? ids : ids.reverse()).entries()) {
      fields.set(`place.${id}`, String(place + 1));
    }
  } else {
    const chosen = key.choices.filter((choice) => choice.right === (how === "right"));
    for (const { id } of key.kind === "one" ? chosen.slice(0, 1) : chosen) fields.append("answer", id);
  }
  return fields;
}

async function formsAt(request: APIRequestContext, address: string): Promise<string[]> {
  const response = await request.get(address, { headers: { Accept: "text/html" }, maxRedirects: 0 });
  const html = await response.text();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return main.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
}

async function send(request: APIRequestContext, address: string, fields: URLSearchParams): Promise<void> {
  const { origin } = new URL(address);
  const headers = { Origin: origin, Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded" };
  const response = await request.post(address, { headers, data: fields.toString(), maxRedirects: 0 });
  if (response.status() !== 302) throw new Error(`${address} answered ${fields} with ${response.status()}`);
}

/**
 * Answers every question and confirms every statement of a lesson that is still open, by posting its forms without
 * opening it. Completes nothing.
 *
 * @param request of a browser's context, so that its session is used
 */
export async function answerLesson(
  request: APIRequestContext,
  address: string,
  keys: ReadonlyMap<string, QuestionKey>,
  how: How | ((key: QuestionKey) => How) = "right",
): Promise<void> {
  for (const form of await formsAt(request, address)) {
    if (!/name="intent"/.test(form)) continue;
    const attempt = hidden(form, "attempt");
    const key = keys.get(hidden(form, "check"));
    const confirmation = hidden(form, "confirmation");
    if (key) await send(request, address, answerFields(key, attempt, typeof how === "string" ? how : how(key)));
    else if (confirmation !== "") {
      await send(request, address, new URLSearchParams({ intent: "confirm", confirmation, attempt }));
    }
  }
}

/** Completes the module, or ends an attempt that fell short, by posting the form of a lesson that has it. */
export async function endAttempt(request: APIRequestContext, address: string): Promise<void> {
  const form = (await formsAt(request, address)).find((each) => /name="intent" value="complete"/.test(each));
  if (form === undefined) throw new Error(`Nothing can be completed at ${address}`);
  await send(request, address, new URLSearchParams({ intent: "complete", attempt: hidden(form, "attempt") }));
}

/**
 * Answers a refresher to its end, by posting its forms without opening it.
 *
 * @param address of its questions
 * @param how by place, counted from 0 in the order of answering
 */
export async function answerRefresher(
  request: APIRequestContext,
  address: string,
  keys: ReadonlyMap<string, QuestionKey>,
  how: (place: number) => How = () => "right",
): Promise<void> {
  for (let place = 0; ; place += 1) {
    const form = (await formsAt(request, address)).find((each) => hidden(each, "check") !== "");
    const key = form === undefined ? undefined : keys.get(hidden(form, "check"));
    if (form === undefined || !key) return;
    await send(request, address, answerFields(key, hidden(form, "attempt"), how(place)));
  }
}
