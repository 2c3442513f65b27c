import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";

const documents = 10_000;
/** Others can be tried: `FUZZ_SEED=7 npx vitest run tests/lessons/attacks`. */
const seed = process.env.FUZZ_SEED ?? "20261127";
/** Megabytes that the checker may hold, with everything that is loaded. */
const heap = 192;

/** Runs the documents in a process of its own; it is ended where it hangs. */
async function fuzz(): Promise<{ status: number | null; said: string; failed: string }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", `--max-old-space-size=${heap}`, "tests/lessons/attacks/fuzz.ts", String(documents), seed],
    { stdio: ["ignore", "pipe", "pipe"], timeout: 500_000, killSignal: "SIGKILL" },
  );
  let said = "";
  let failed = "";
  child.stdout.on("data", (some: Buffer) => {
    said += some;
  });
  child.stderr.on("data", (some: Buffer) => {
    failed += some;
  });
  const status = await new Promise<number | null>((done) => child.once("close", done));
  return { status, said, failed };
}

describe("documents of every kind of carelessness", () => {
  it("bring nothing down, are refused where they are wrong, and leave no code where they are right", async () => {
    const { status, said, failed } = await fuzz();
    expect(failed).toBe("");
    expect(status).toBe(0);
    const seen = JSON.parse(said) as { checked: number; passed: number };
    expect(seen.checked).toBe(documents);
    // Were everything refused, or nothing, little would have been shown.
    expect(seen.passed).toBeGreaterThan(documents / 50);
    expect(seen.passed).toBeLessThan((documents * 9) / 10);
  }, 520_000);
});
