import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { renderDraftFile } from "#app/authoring/studio/preview.server";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import { type Connections, connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { attacks, mark, places, wholeFiles } from "#tests/lessons/attacks/corpus";
import { launchBrowser } from "#tests/support/browser";
import { lessonOf } from "#tests/support/lessons";
import { demonstrationDatabase } from "#tests/support/product";

const moduleId = "social-forsaljning";
const path = "01-hjalp-forst.sv.mdx";

let db: Connections;
let bundler: Bundler;
let browser: Browser;
beforeAll(async () => {
  db = connect(await demonstrationDatabase());
  await migrate(db.write);
  bundler = createBundler();
  browser = await launchBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await bundler?.close();
  await db?.close();
});

/**
 * What a browser makes of a document that may run scripts: far more than the preview's frame, which may not. Nothing is
 * fetched; what it would have fetched is told.
 */
async function openedIn(html: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wanted: string[] = [];
  await page.route("**/*", async (route) => {
    const url = route.request().url();
    if (url === "https://repris.example/") {
      await route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><title>t</title>${html}` });
    } else {
      wanted.push(url);
      await route.abort();
    }
  });
  await page.goto("https://repris.example/");
  // Everything that could be pressed, or come into view, is.
  const found = await page.evaluate(async (name) => {
    for (const element of document.querySelectorAll<HTMLElement>("a, button, summary, input, [tabindex]")) {
      element.focus();
      const isElsewhere = /^(https|mailto|tel|file|ftp):/.test((element as HTMLAnchorElement).href ?? "");
      if (!isElsewhere) element.click();
      element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      element.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
    }
    await new Promise((done) => setTimeout(done, 200));
    const all = [...document.body.querySelectorAll("*")];
    return {
      ran: Object.hasOwn(globalThis, name),
      elements: all
        .map(({ localName }) => localName)
        .filter((one) => /^(script|iframe|object|embed|base|meta)$/.test(one)),
      handlers: all.flatMap((element) => element.getAttributeNames().filter((one) => one.startsWith("on"))),
      addresses: all.flatMap((element) =>
        ["href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href"].flatMap((name) => {
          const value = element.getAttribute(name);
          return value === null ? [] : [new URL(value, "https://repris.example/").protocol];
        }),
      ),
    };
  }, mark);
  await context.close();
  return { ...found, wanted: wanted.filter((url) => !url.startsWith("https://repris.example/")) };
}

describe("what an author could try", () => {
  it("would be seen if it ran", async () => {
    const run = `globalThis.${mark}=1`;
    for (const html of [
      `<img src="x" onerror="${run}">`,
      `<a href="javascript:${run}">x</a>`,
      `<script>${run}</script>`,
    ]) {
      expect([html, (await openedIn(html)).ran]).toEqual([html, true]);
    }
    expect((await openedIn('<img src="https://elsewhere.example/a.png">')).wanted).toHaveLength(1);
  });

  it("does not run in a browser, however it is shown to whoever writes it", async () => {
    const state = await readDraftState(db.read, moduleId);
    const inPlaces = places
      .filter(({ title }) => ["in a sentence", "in a remark", "in the text of a link", "in a question"].includes(title))
      .flatMap((place) =>
        attacks
          .filter(({ isLink }) => !(isLink && place.isLink))
          .map(({ source }) => lessonOf(place.template.replace("•", () => source))),
      );
    const texts = [...inPlaces, ...wholeFiles.map(({ source }) => source)];
    expect(texts.length).toBeGreaterThan(400);
    const shown: string[] = [];
    for (const text of texts) {
      const wanted = { path, text, as: "butik", language: "sv", attempt: "preview" } as const;
      const { html, problems } = await renderDraftFile(db.read, bundler, state, wanted);
      expect(problems.some(({ severity }) => severity === "error")).toBe(true);
      if (html !== null) shown.push(html);
    }
    // Most are shown with what is wrong in place of the passage; the others cannot be read at all.
    expect(shown.length).toBeGreaterThan(200);
    const found = await openedIn(shown.map((html) => `<article>${html}</article>`).join("\n"));
    expect(found).toMatchObject({ ran: false, elements: [], handlers: [], wanted: [] });
    expect(found.addresses.length).toBeGreaterThan(0);
    expect(found.addresses.filter((protocol) => !["https:", "mailto:", "tel:"].includes(protocol))).toEqual([]);
    expect(Object.hasOwn(globalThis, mark)).toBe(false);
  });
});
