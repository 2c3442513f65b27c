/** A real browser in which nothing goes wrong unnoticed: errors of scripts, of the console, of the security policy. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { beginSession } from "#app/platform/sessions";
import { launchBrowser } from "./browser";
import type { Product } from "./product";

/** How long the slowest machine may take to show what it is waited for, milliseconds. */
export const patience = 60_000;

export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** A fault that the test brings about itself, such as a page that is not there. */
  expectFault(said: RegExp): void;
  /** What went wrong so far and was not expected. */
  faults(): readonly string[];
}

export interface WatchedBrowser {
  /** Another device: cookies and storage of its own. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
  /** Another tab of a device. */
  tab(of: WatchedPage): Promise<WatchedPage>;
  /** Closes what is open and fails for every fault; after each test it happens by itself. */
  closeAll(): Promise<void>;
}

/** What the security policy refuses is kept in the page, where the console may say nothing of it. */
function keepViolations(): void {
  const seen: string[] = [];
  Object.assign(window, { policyViolations: seen });
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.push(`${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
  });
}

/** A browser for the tests of a file: started before them, its pages closed and judged after each, itself after all. */
export function watchedBrowser(): WatchedBrowser {
  let browser: Browser;
  let open: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => closeAll());
  afterAll(async () => {
    await browser?.close();
  });

  async function watch(context: BrowserContext): Promise<WatchedPage> {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const said: string[] = [];
    const expected: RegExp[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") said.push(`${message.text()} (${message.location().url}, on ${page.url()})`);
    });
    page.on("pageerror", (error) => said.push(`${error.stack ?? error} (on ${page.url()})`));
    page.on("crash", () => said.push("the page crashed"));
    const watched: WatchedPage = {
      context,
      page,
      expectFault: (pattern) => void expected.push(pattern),
      faults: () => said.filter((each) => !expected.some((pattern) => pattern.test(each))),
    };
    open.push(watched);
    return watched;
  }

  async function closeAll(): Promise<void> {
    const all = open;
    open = [];
    const faults: string[] = [];
    for (const { page } of all) faults.push(...(await violationsOf(page)));
    for (const context of new Set(all.map((each) => each.context))) await context.close();
    faults.push(...all.flatMap((each) => each.faults()));
    expect(faults, "errors in the browser").toEqual([]);
  }

  return {
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      await context.addInitScript(keepViolations);
      return await watch(context);
    },
    tab: (of) => watch(of.context),
    closeAll,
  };
}

/** What the security policy refused in the document that is shown; nothing of one without scripts. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (page.isClosed()) return [];
  return await page.evaluate(() => (Reflect.get(window, "policyViolations") as string[] | undefined) ?? []);
}

/** Gives a device a session of somebody, as if they had signed in there. */
export async function enterAs(product: Product, watched: WatchedPage, personId: string): Promise<void> {
  const [pair = ""] = (await beginSession(product.deps, personId)).split(";");
  const at = pair.indexOf("=");
  await watched.context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin }]);
}

/** Signs in on the page that is shown, with the demonstration's password. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.locator('input[name="email"]').fill(`${account}@fjallnas.example`);
  await page.locator('input[name="password"]').fill("repris-demo");
  await page.locator('button[value="sign-in"]').click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Waits until React has taken over an element: from then on the page reacts. */
export async function hydrated(page: Page, selector = "#main"): Promise<void> {
  await page.locator(selector).first().waitFor({ state: "attached" });
  await expect
    .poll(
      () =>
        page.evaluate((within) => {
          const element = document.querySelector(within);
          return element !== null && Object.keys(element).some((name) => name.startsWith("__reactFiber"));
        }, selector),
      { timeout: patience, message: `${selector} of ${page.url()} is not taken over by React` },
    )
    .toBe(true);
}

/** Waits until a lesson's own module has taken over the markup that the server sent. */
export async function lessonReady(page: Page): Promise<void> {
  await hydrated(page);
  await hydrated(page, '[id="lesson.article"]');
}
