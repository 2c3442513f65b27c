import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { build } from "esbuild";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { choiceOrder } from "#app/domain/draw";
import type { Response } from "#app/domain/grading";
import { ArticleContext } from "#app/lessons/article-context";
import { createBundler } from "#app/lessons/bundler";
import { checkState } from "#app/lessons/check-state";
import { type CompiledLesson, compileLesson } from "#app/lessons/compile-lesson";
import { toBrowserModule } from "#app/lessons/lesson-module";
import { lessonModulePath } from "#app/lessons/links";
import type { LessonReader } from "#app/lessons/reader";
import { createLessonRenderer } from "#app/lessons/render-lesson.server";
import { spriteHref } from "#app/ui/sprite";
import { sv } from "#app/words/sv";
import { launchBrowser } from "#tests/support/browser";
import { fullBody, secrets } from "#tests/support/full-lesson";
import { lessonContext, lessonOf, onePixel } from "#tests/support/lessons";
import { mp4 } from "#tests/support/media-files";
import { readerOf } from "#tests/support/reader";
import { LessonPage } from "./lesson-page";

const root = resolve(import.meta.dirname, "../..");
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

const renderer = createLessonRenderer();
let lesson: CompiledLesson;
let clients: Record<"development" | "production", string>;
let styles: string;
let browser: Browser;
let server: Server;
let origin: string;

/** What the server does for the test that is running. */
let reader: LessonReader;
let scripted = true;
let client: "development" | "production" = "development";
let moduleWaits: Promise<void> = Promise.resolve();
let moduleMissing = false;
let did: unknown[] = [];

beforeAll(async () => {
  const bundler = createBundler();
  lesson = await compileLesson(lessonOf(fullBody), lessonContext(), bundler);
  await bundler.close();
  renderer.add(lesson.hash, lesson.code);
  const bundleFor = async (mode: "development" | "production") => {
    const { outputFiles } = await build({
      entryPoints: [resolve(root, "tests/browser/lesson-client.tsx")],
      bundle: true,
      write: false,
      format: "esm",
      jsx: "automatic",
      jsxDev: mode === "development",
      define: { "process.env.NODE_ENV": JSON.stringify(mode) },
      alias: { "#app": resolve(root, "app") },
      logLevel: "silent",
    });
    return outputFiles[0]?.text ?? "";
  };
  clients = { development: await bundleFor("development"), production: await bundleFor("production") };
  const css = await build({
    entryPoints: [resolve(root, "app/ui/styles/index.css"), resolve(root, "app/lessons/lesson.css")],
    bundle: true,
    write: false,
    outdir: "/",
    external: ["*.woff2", "*.svg"],
    logLevel: "silent",
  });
  styles = css.outputFiles
    .map((file) => file.text)
    .join("\n")
    .replace(/@font-face\s*\{[^}]*\}/g, "");
  browser = await launchBrowser();
  server = createServer((request, response) => void serve(request, response)).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const contexts: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? "/", origin).pathname;
  const send = (type: string, body: string | Buffer, status = 200) =>
    response
      .writeHead(status, {
        "content-type": type,
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
      })
      .end(body);
  if (path === "/client.js") return void send("text/javascript", clients[client]);
  if (path === "/styles.css") return void send("text/css", styles);
  if (path === spriteHref) return void send("image/svg+xml", readFileSync(resolve(root, `public${spriteHref}`)));
  if (path.endsWith("/chevron.svg"))
    return void send("image/svg+xml", readFileSync(resolve(root, "app/ui/styles/chevron.svg")));
  if (path.endsWith(".vtt")) return void send("text/vtt", "WEBVTT\n");
  if (path.endsWith(".mp4")) return void send("video/mp4", mp4());
  if (path.startsWith("/media/")) return void send("image/png", onePixel);
  if (path.startsWith("/lessons/")) {
    await moduleWaits;
    if (moduleMissing || path !== lessonModulePath(lesson.hash)) return void send("text/plain", "no", 404);
    return void send("text/javascript", toBrowserModule(lesson.code));
  }
  if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    if (path !== "/did") {
      did.push(Object.fromEntries(new URLSearchParams(body)));
      return void response.writeHead(303, { location: "/" }).end();
    }
    const done = JSON.parse(body) as {
      did: string;
      slot?: string;
      id?: string;
      text?: string;
      share?: boolean;
      response?: Response;
    };
    did.push(done);
    reader = after(done);
    return void send("application/json", JSON.stringify(reader));
  }
  if (path !== "/") return void send("text/plain", "no", 404);
  const state = { hash: lesson.hash, reader, scripted };
  const page = createElement(
    ArticleContext.Provider,
    { value: renderer.article },
    createElement(LessonPage, { state, words: sv }),
  );
  return void send(
    "text/html; charset=utf-8",
    `<!doctype html><html lang="sv" data-theme="${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Prov</title><link rel="icon" href="/media/i.png"><link rel="stylesheet" href="/styles.css"></head><body><div id="root">${renderToString(page)}</div><script type="application/json" id="state">${JSON.stringify(state).replaceAll("<", "\\u003c")}</script><script type="module" src="/client.js"></script></body></html>`,
  );
}
let theme: "light" | "dark" = "light";

function after(done: {
  did: string;
  slot?: string;
  id?: string;
  text?: string;
  share?: boolean;
  response?: Response;
}): LessonReader {
  if (done.did === "confirm") return { ...reader, confirmations: [{ id: done.id ?? "", on: "2026-11-03" }] };
  if (done.did === "reflect") {
    return {
      ...reader,
      reflections: [{ id: done.id ?? "", text: done.text ?? "", shared: Boolean(done.share), on: "2026-11-03" }],
    };
  }
  const checks = reader.checks.map((check) => {
    const key = lesson.key.find(({ id }) => id === check.question.id);
    if (check.slot !== done.slot || !key) return check;
    return checkState(
      key,
      { slot: check.slot, order: choiceOrder(key, "01JATTEMPT"), number: check.number, of: check.of },
      done.response ?? null,
    );
  });
  return { ...reader, checks };
}

/** Opens the page; everything that the browser says and receives is kept. */
async function open(options: { javaScript?: boolean; hold?: boolean } = {}) {
  did = [];
  let release = () => {};
  moduleWaits = options.hold ? new Promise((done) => (release = done)) : Promise.resolve();
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: 1280, height: 900 },
  });
  contexts.push(context);
  const page = await context.newPage();
  const said: string[] = [];
  const received: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("response", (response) => {
    void response.text().then(
      (text) => received.push(text),
      () => {},
    );
  });
  await page.goto(origin, { waitUntil: "domcontentloaded" });
  return { page, said, received, release };
}

/** Hydrated: only React gives a form its buttons to move rows. */
const hydrated = (page: Page) => page.waitForSelector("#check\\.ordered .Moves");
const faultsOf = (page: Page) => page.evaluate(() => (window as unknown as { faults: string[] }).faults);
const check = (page: Page, id: string) => page.locator(`[id="check.${id}"]`);

function fresh(more: Partial<LessonReader> = {}) {
  reader = readerOf(lesson.key, { departments: ["butik"], completed: { revision: 2, on: "2026-06-18" }, ...more });
  scripted = true;
  client = "development";
  moduleMissing = false;
  theme = "light";
}

describe("a lesson in a browser under the strict policy", () => {
  it.each(["development", "production"] as const)(
    "is there before its module and taken over without a warning (React in %s)",
    async (mode) => {
      fresh();
      client = mode;
      const { page, said, release } = await open({ hold: true });
      await page.waitForLoadState("load");
      const before = await page.locator("article").innerHTML();
      expect(before).toContain("Tvåtimmarsregeln");
      expect(await page.locator(".Moves").count()).toBe(0);
      // The very elements that the server sent, not copies of them.
      await page.evaluate(() => Object.assign(window, { asSent: document.querySelector("article h2") }));
      release();
      await hydrated(page);
      expect(
        await page.evaluate(() => Object.is(Reflect.get(window, "asSent"), document.querySelector("article h2"))),
      ).toBe(true);
      const afterwards = await page.evaluate(() => {
        const copy = document.querySelector("article")?.cloneNode(true) as Element;
        for (const added of copy.querySelectorAll(".Moves")) added.remove();
        for (const button of copy.querySelectorAll("button[disabled]")) button.removeAttribute("disabled");
        return copy.innerHTML;
      });
      expect(afterwards).toBe(before);
      expect(await faultsOf(page)).toEqual([]);
      expect(said).toEqual([]);
    },
  );

  it("receives no answer in any byte before it has given one", async () => {
    fresh();
    const { page, received } = await open();
    await hydrated(page);
    const bytes = received.join("\n");
    expect(bytes).toContain("export default function (React, _jsx_runtime)");
    expect(bytes).toContain("Tonen först");
    for (const secret of secrets) expect(bytes).not.toContain(secret);
  });
});

describe("answering with script", () => {
  it("one question by keyboard: chosen, checked, explained, locked", async () => {
    fresh();
    const { page, said } = await open();
    await hydrated(page);
    const form = check(page, "plain");
    const submit = form.getByRole("button", { name: sv.lesson.check.submit });
    await expect.poll(() => submit.isDisabled()).toBe(true);
    await form.getByRole("radio", { name: "Yes" }).focus();
    await page.keyboard.press("Space");
    expect(await form.getAttribute("data-state")).toBe("chosen");
    await page.keyboard.press("Enter");
    await form.getByRole("status").getByText("SECRET-BECAUSE").waitFor();
    expect(did).toMatchObject([{ did: "answer", slot: "plain", question: "plain", response: { type: "choices" } }]);
    expect(await form.getAttribute("data-state")).toBe("right");
    expect(await form.locator("fieldset").getAttribute("data-locked")).toBe("");
    expect(await form.locator(".Choice[inert]").count()).toBe(1);
    expect(await submit.count()).toBe(0);
    // Nothing is left without focus: the reader stands where the outcome is told.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("status");
    expect(said).toEqual([]);
  });

  it("several choices, of which one is missed", async () => {
    fresh();
    const { page } = await open();
    await hydrated(page);
    const form = check(page, "only-here");
    await form.getByRole("checkbox", { name: "Första valet" }).check();
    await form.getByRole("checkbox", { name: "Andra valet" }).check();
    await form.getByRole("button", { name: sv.lesson.check.submit }).click();
    await form.locator('[data-state="wrong"], .Feedback').first().waitFor();
    expect(
      await form.locator(".Choice").evaluateAll((all) => all.map((one) => one.getAttribute("data-mark")).sort()),
    ).toEqual(["missed", "right", "wrong"]);
  });

  it("an order, by keyboard alone, with the focus kept on what moves", async () => {
    fresh();
    const { page } = await open();
    await hydrated(page);
    const form = check(page, "ordered");
    const rows = () =>
      form.locator("li").evaluateAll((all) => all.map((row) => row.querySelector("span")?.textContent));
    const wanted = ["Alfa", "Beta", "Gamma", "Delta"];
    for (const [place, name] of wanted.entries()) {
      const row = form.locator("li", { hasText: name });
      await row.getByRole("button", { name: sv.lesson.check.moveUp }).focus();
      for (let at = (await rows()).indexOf(name); at > place; at--) await page.keyboard.press("Enter");
      expect((await rows()).indexOf(name)).toBe(place);
      expect(await page.evaluate(() => document.activeElement?.closest("li")?.querySelector("span")?.textContent)).toBe(
        name,
      );
    }
    // The numbers are another way to the same.
    await form.locator("li", { hasText: "Alfa" }).getByRole("combobox").selectOption("4");
    expect(await rows()).toEqual(["Beta", "Gamma", "Delta", "Alfa"]);
    await form.locator("li", { hasText: "Alfa" }).getByRole("combobox").selectOption("1");
    expect(await rows()).toEqual(wanted);
    await form.getByRole("button", { name: sv.lesson.check.submit }).press("Enter");
    await form.getByText(sv.lesson.check.right).waitFor();
  });

  it("words, and not knowing", async () => {
    fresh();
    const { page } = await open();
    await hydrated(page);
    await check(page, "words").getByLabel(sv.lesson.check.yourAnswer).fill("en dag");
    await page.keyboard.press("Enter");
    await check(page, "words").getByText("SECRET-FORESEEN").waitFor();
    await check(page, "words").getByText("secret accepted words").waitFor();
    await check(page, "plain").getByRole("button", { name: sv.lesson.check.dontKnow }).click();
    await check(page, "plain").getByText(sv.lesson.check.notKnown).waitFor();
    expect(did.at(-1)).toMatchObject({ response: { type: "dont-know" } });
  });

  it("a statement, and a text of one's own", async () => {
    fresh();
    const { page } = await open();
    await hydrated(page);
    await page.getByRole("button", { name: sv.lesson.confirm.submit }).click();
    await page.getByText(sv.lesson.confirm.done("3 nov 2026")).waitFor();
    await page.getByLabel("När gjorde du så senast?").fill("I går");
    await page.getByLabel(sv.lesson.reflect.share).check();
    await page.getByRole("button", { name: sv.lesson.reflect.submit }).click();
    await page.getByText(sv.lesson.reflect.saved("3 nov 2026")).waitFor();
    expect(did).toEqual([
      { did: "confirm", id: "read" },
      { did: "reflect", id: "own", text: "I går", share: true },
    ]);
  });
});

describe("without the module", () => {
  const answer = async (page: Page) => {
    const form = check(page, "plain");
    await form.getByText("Yes").click();
    await form.getByRole("button", { name: sv.lesson.check.submit }).click();
    await expect.poll(() => did.length).toBe(1);
    const yes = lesson.key.find(({ id }) => id === "plain")?.choices.find(({ text }) => text === "Yes");
    expect(did[0]).toEqual({ check: "plain", attempt: "01JATTEMPT", answer: yes?.id, intent: "answer" });
  };
  it("and without any script, the forms post by themselves", async () => {
    fresh();
    const { page } = await open({ javaScript: false });
    expect(await page.locator("article").innerHTML()).toContain("Tvåtimmarsregeln");
    await answer(page);
    const order = check(page, "ordered");
    await order.getByRole("button", { name: sv.lesson.check.submit }).click();
    await expect.poll(() => did.length).toBe(2);
    expect(Object.keys(did[1] as object).filter((name) => name.startsWith("place."))).toHaveLength(4);
    await check(page, "words").getByRole("button", { name: sv.lesson.check.dontKnow }).click();
    // The field is required, but not knowing is an answer too.
    await expect.poll(() => did.length).toBe(3);
    expect(did[2]).toMatchObject({ check: "words", intent: "dont-know" });
  });
  it("what the server sent stays, and its forms post by themselves", async () => {
    fresh();
    moduleMissing = true;
    const { page } = await open();
    await page.waitForLoadState("networkidle");
    expect(await page.locator("article").innerHTML()).toContain("Tvåtimmarsregeln");
    expect(await faultsOf(page)).toEqual([]);
    await answer(page);
  });
});

describe("for everybody", () => {
  it("a definition shows on focus and goes at Escape", async () => {
    fresh();
    const { page } = await open();
    await hydrated(page);
    const term = page.locator("article p dfn").first();
    const definition = page.locator("article p .Definition").first();
    expect(await definition.isVisible()).toBe(false);
    await term.focus();
    expect(await definition.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await definition.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await term.hover();
    expect(await definition.isVisible()).toBe(true);
  });

  it.each(["light", "dark"] as const)(
    "no rule of accessibility is broken, before and after answers (%s)",
    async (scheme) => {
      for (const answered of [false, true]) {
        const dontKnow = Object.fromEntries(lesson.key.map(({ id }) => [id, { type: "dont-know" as const }]));
        fresh(
          answered
            ? readerOf(lesson.key, {
                departments: ["butik"],
                responses: dontKnow,
                confirmations: [{ id: "read", on: "2026-11-03" }],
              })
            : {},
        );
        theme = scheme;
        const { page } = await open();
        await page.waitForLoadState("networkidle");
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
      }
    },
  );
});
