/** What a browser with an empty cache fetches to show a lesson. */
import type { CDPSession } from "playwright-core";
import { lessonPath } from "#app/lessons/links";
import { launchBrowser } from "#tests/support/browser";
import { copied, demonstration, lastDay, lastMorning } from "../databases";
import { rounded } from "../figures";
import { startProcess } from "../processes";
import type { Product } from "../processes/product";
import { findReaders } from "../readers";
import type { Figures, Scenario } from "../scenario";

const moduleId = "svara-kunder";
const path = lessonPath(moduleId, "02-orden-i-svaret");
const kinds = ["document", "script", "style", "font", "image", "data"] as const;
type Kind = (typeof kinds)[number];

interface Fetched {
  readonly kind: Kind;
  readonly url: string;
  encoding: string;
  /** Headers and body, as they came over the wire. */
  bytes: number;
}

export const firstVisit: Scenario = {
  name: "first-visit",
  async run(bench): Promise<Figures> {
    const databasePath = copied(bench, await demonstration(bench));
    const product = startProcess<Product>(bench, "product.ts");
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null });
    const [cookie = ""] = await product.call(
      "signIn",
      (await findReaders(databasePath, moduleId, lastDay)).slice(0, 1),
    );
    const browser = await launchBrowser();
    bench.after(() => browser.close());
    // A context of its own has no cache from anybody.
    const context = await browser.newContext();
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const fetched = await watch(await context.newCDPSession(page));
    const response = await page.goto(origin + path, { waitUntil: "networkidle" });
    if (response?.status() !== 200) throw new Error(`The lesson was answered with ${response?.status()}`);
    // To its end: whatever is fetched on the way belongs to the visit.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");

    const all = [...fetched.values()];
    const figures: Record<string, number | string> = {};
    for (const kind of kinds) {
      const of = all.filter((one) => one.kind === kind);
      figures[`${kind}Requests`] = of.length;
      figures[`${kind}Bytes`] = of.reduce((sum, { bytes }) => sum + bytes, 0);
    }
    const script = all.filter(({ kind }) => kind === "script");
    return {
      requests: all.length,
      bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      ...figures,
      scriptKb: rounded(script.reduce((sum, { bytes }) => sum + bytes, 0) / 1000, 1),
      scriptEncoding: [...new Set(script.map(({ encoding }) => encoding || "none"))].sort().join(", "),
    };
  },
};

/** Notes every request of a page by what it is for. */
async function watch(session: CDPSession): Promise<ReadonlyMap<string, Fetched>> {
  const fetched = new Map<string, Fetched>();
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    // What stands in the address itself is not fetched.
    if (!request.url.startsWith("data:"))
      fetched.set(requestId, { kind: kindOf(type), url: request.url, encoding: "", bytes: 0 });
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const one = fetched.get(requestId);
    const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-encoding");
    if (one) one.encoding = header?.[1] ?? "";
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = fetched.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await session.send("Network.enable");
  return fetched;
}

function kindOf(type: string | undefined): Kind {
  switch (type) {
    case "Document":
      return "document";
    case "Script":
    case "Preload":
      return "script";
    case "Stylesheet":
      return "style";
    case "Font":
      return "font";
    case "Image":
      return "image";
    default:
      return "data";
  }
}
