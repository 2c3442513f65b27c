/** All tests: units and properties, database, routes, then the browser. Ends with a line `N passed, N failed`. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { buildPages } from "./pages";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "repris-tests-"));
const rest = process.argv.slice(2);

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** What failed, each with the first lines of why: repeated before the last line, where a reader looks first. */
  readonly failures: readonly string[];
}

/** The parts of vitest's JSON report that are read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const firstLines = (text: string): string =>
  text
    .split("\n")
    .slice(0, 12)
    .map((line) => `      ${line}`)
    .join("\n");

function failuresOf(report: Report): string[] {
  return report.testResults.flatMap((file) => {
    const path = relative(root, file.name);
    const tests = file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${path}: ${test.fullName}\n${firstLines(test.failureMessages?.join("\n") ?? "")}`);
    const unloaded = file.status === "failed" && tests.length === 0;
    return unloaded ? [`${path}: could not be run\n${firstLines(file.message)}`] : tests;
  });
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
    const report = JSON.parse(readFileSync(output, "utf8")) as Report;
    const failures = failuresOf(report);
    // A file that could not be loaded has no tests to fail, and an error outside every test fails none.
    const broken = report.numFailedTests === 0 && (code !== 0 || !report.success);
    if (broken && failures.length === 0) {
      failures.push(`${config}: every test passed, yet the run ended with status ${code}; see above`);
    }
    return {
      numPassedTests: report.numPassedTests,
      numFailedTests: report.numFailedTests + (broken ? 1 : 0),
      failures,
    };
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, failures: [`${config}: no report was written`] };
  }
}

try {
  await buildPages();
  const units = await run("vitest.config.ts");
  const browser = await run("vitest.browser.config.ts");
  const failed = units.numFailedTests + browser.numFailedTests;
  for (const failure of [...units.failures, ...browser.failures]) console.log(`\nFAILED ${failure}`);
  console.log(`\n${units.numPassedTests + browser.numPassedTests} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
