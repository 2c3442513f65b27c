import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { coursesFolder, lessonOf, question } from "#tests/support/lessons";

const root = resolve(import.meta.dirname, "../..");
const open: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((folder) => folder.remove()));
});

/** Runs the command as npm does. */
function run(...args: string[]): Promise<{ status: number | null; lines: string[]; errors: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--import", "tsx", "app/commands/courses-check.ts", ...args], { cwd: root });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.once("error", fail);
    child.once("close", (status) => done({ status, lines: output.trimEnd().split("\n"), errors }));
  });
}

async function folder(changes: Parameters<typeof coursesFolder>[0]) {
  const made = await coursesFolder(changes);
  open.push(made);
  return made.path;
}

describe("npm run courses:check", () => {
  it("prints one line a fault, with the path as it was given, and exits with 1", async () => {
    const path = await folder({
      "course/answering/01-tone.sv.mdx": lessonOf(`Hej {1 + 1}.\n\n${question("tone")}\n<Chart />`),
    });
    const { status, lines, errors } = await run(`${path}/`);
    expect(errors).toBe("");
    expect(lines).toEqual([
      `${path}/course/answering/01-tone.sv.mdx:4:5 Lessons hold no { } expressions, such as {1 + 1}. Write the text itself, or \\{ where a brace is meant.`,
      expect.stringContaining(`${path}/course/answering/01-tone.sv.mdx:13:1 There is no component Chart.`),
      "4 lessons checked, 2 errors, 0 warnings",
    ]);
    expect(status).toBe(1);
  });
  it("marks warnings, which do not make it fail", async () => {
    const path = await folder({ "course/answering/questions/more.en.mdx": null });
    const { status, lines } = await run(path);
    expect(lines).toEqual([
      `${path}/course/answering/questions/more.sv.mdx:1:1 warning: There is no more.en.mdx beside it.`,
      "3 lessons checked, 0 errors, 1 warning",
    ]);
    expect(status).toBe(0);
  });
  it("says so when there is no such folder", async () => {
    const { status, lines } = await run("no-such-folder");
    expect(lines[0]).toMatch(/^no-such-folder:1:1 There is no such folder\./);
    expect(status).toBe(1);
  });
  it("finds nothing wrong with the courses that are shipped", async () => {
    const { status, lines } = await run();
    expect(lines).toEqual([expect.stringMatching(/^\d+ lessons checked, 0 errors, 0 warnings$/)]);
    expect(status).toBe(0);
  });
});
