/** All tests: units and properties, database, routes, then the browser. Ends with a line `N passed, N failed`. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildPages } from "./pages";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "repris-tests-"));
const rest = process.argv.slice(2);

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

async function run(config: string): Promise<Totals> {
  const output = join(folder, `${config}.json`);
  const code = await new Promise<number | null>((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--config",
        config,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${output}`,
        ...rest,
      ],
      {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
        // Whatever the tests leave behind goes with this folder.
        env: { ...process.env, NODE_ENV: "test", TMPDIR: folder, REPRIS_TEST_RUN: "all" },
      },
    );
    child.once("error", fail);
    child.once("close", done);
  });
  try {
    const totals = JSON.parse(readFileSync(output, "utf8")) as Totals;
    // A file that could not be loaded has no tests to fail.
    const broken = totals.numFailedTests === 0 && (code !== 0 || !totals.success) ? 1 : 0;
    return { ...totals, numFailedTests: totals.numFailedTests + broken };
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1, success: false };
  }
}

try {
  await buildPages();
  const units = await run("vitest.config.ts");
  const browser = await run("vitest.browser.config.ts");
  const failed = units.numFailedTests + browser.numFailedTests;
  console.log(`\n${units.numPassedTests + browser.numPassedTests} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
