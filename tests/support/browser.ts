/** A real browser for tests: one that is on the machine, else the one inside an npm package. */
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The bundled browser has no graphics of its own, and nobody to give it shared memory. */
const withoutGpu = ["--no-zygote", "--use-angle=swiftshader", "--disable-dev-shm-usage", "--font-render-hinting=none"];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium or Chrome on this machine; `CHROME_PATH` names another. Undefined when there is none. */
export function installedBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROME_PATH) return env.CHROME_PATH;
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(isThere);
}

/** Starts a browser without a window. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  // Chromium refuses to be root in its sandbox; containers usually are.
  const args = process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
  const installed = installedBrowser();
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args });
  return launchBundled(args);
}

/** The browser inside @sparticuz/chromium (Linux). It unpacks itself, so it is given a folder of its own. */
export async function launchBundled(args: readonly string[] = [...quiet, "--no-sandbox"]): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "repris-browser-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: bundled } = await import("@sparticuz/chromium");
    const executablePath = await bundled.executablePath();
    // Not the package's own arguments: they put all into one process, which ends with the first page that is closed, and
    // they turn off what a browser is tested for here.
    const browser = await chromium.launch({ executablePath, args: [...args, ...withoutGpu] });
    browser.on("disconnected", () => rmSync(folder, { recursive: true, force: true }));
    return browser;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
