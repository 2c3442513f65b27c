/** `npm run -s standing`, run as a program of its own. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

function run(input: string): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "app/commands/standing.ts"], { cwd: root });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

const good = {
  policy: { refresh: { every: "P1Y" } },
  facts: [
    { type: "completed", on: "2025-01-31", revision: 1 },
    { type: "assigned", on: "2025-01-01" },
  ],
  today: "2026-01-05",
};

describe("the standing command", () => {
  it("prints the standing of one case", async () => {
    const { status, out, err } = await run(JSON.stringify(good));
    expect({ status, err, answer: JSON.parse(out) }).toEqual({
      status: 0,
      err: "",
      answer: {
        state: "refresher-open",
        valid: true,
        task: "refresher",
        cycle: 1,
        opensOn: "2026-01-01",
        dueOn: "2026-01-31",
        validUntil: "2026-02-14",
        nextChangeOn: "2026-02-01",
        because: [{ code: "refresh-due", on: "2025-01-31", due: "2026-01-31", every: "P1Y" }],
      },
    });
  });

  it("prints a list for a list, thousands of cases long, with spread where asked", async () => {
    const worked: { expect: object }[] = JSON.parse(
      readFileSync(new URL("standing-cases.json", import.meta.url), "utf8"),
    );
    const cases = Array.from({ length: 20 }, () => worked).flat();
    const { status, out } = await run(JSON.stringify([...cases, { ...good, spreadDays: 10 }]));
    const answers = JSON.parse(out);
    expect(status).toBe(0);
    expect(answers).toHaveLength(6001);
    expect(answers.slice(0, 6000)).toMatchObject(cases.map(({ expect: expected }) => expected));
    expect(answers[6000].dueOn).toBe("2026-01-21");
  });

  it("prints an empty list for an empty list", async () => {
    expect(await run("[]")).toEqual({ status: 0, out: "[]\n", err: "" });
  });

  it.each<[unknown, string[]]>([
    [
      { ...good, facts: [...good.facts, good.facts[0], { type: "assigned", on: "2026-02-30" }] },
      ["facts[3].on: 2026-02-30 is not a date"],
    ],
    [{ ...good, today: "tomorrow" }, ["today: tomorrow is not a date"]],
    [{ ...good, spreadDays: -1 }, ["spreadDays: -1 is not a whole number from 0"]],
    [{ ...good, spreadDays: 0.5 }, ["spreadDays: 0.5 is not a whole number from 0"]],
    [{ ...good, day: 1 }, ["day: is not known here (known: policy, facts, today, spreadDays, name, expect)"]],
    [{}, ["policy: is missing", "facts: is missing", "today: is missing"]],
    [3, ["case: 3 is not an object"]],
    [null, ["case: null is not an object"]],
    [
      [good, good, { ...good, policy: { due: "PT5H" }, facts: [{ type: "hired" }] }, 7],
      [
        "[2].policy.due: PT5H has time units",
        "[2].facts[0].type: hired is not assigned, unassigned, completed, revised, leave, exempted, extended or policy",
        "[3]: 7 is not an object",
      ],
    ],
  ])("refuses %j with a line a fault", async (input, faults) => {
    const { status, out, err } = await run(JSON.stringify(input));
    expect({ status, out, err: err.trimEnd().split("\n") }).toEqual({ status: 2, out: "", err: faults });
  });

  it.each(["", "{", "[1,", "policy: yes"])("refuses %j, which is not JSON, with one line", async (input) => {
    const { status, out, err } = await run(input);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(input === "" ? /^case: nothing came on standard input/ : /^case: not JSON/);
  });
});
