import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { BundleJob } from "#app/lessons/bundle-job";
import { BundleError, type Bundler, createBundler } from "#app/lessons/bundler";
import type { LessonNode } from "#app/lessons/tree";

const open: Bundler[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((bundler) => bundler.close()));
});
function bundler(options?: Parameters<typeof createBundler>[0]): Bundler {
  const made = createBundler(options);
  open.push(made);
  return made;
}

const labels = { footnotes: "Footnotes", backToText: "Back" };
const paragraph = (text: string): LessonNode => ({ type: "paragraph", children: [{ type: "text", value: text }] });
const job = (children: LessonNode[], more: Partial<BundleJob> = {}): BundleJob => ({
  tree: { type: "root", children },
  uses: [],
  components: {},
  labels,
  ...more,
});
/** So much that bundling it takes many seconds and hundreds of megabytes. */
const huge = () =>
  job(Array.from({ length: 120_000 }, (_, index) => paragraph(`Paragraph ${index} ${"word ".repeat(20)}`)));

/** Processes of esbuild that this process started, as the system lists them. */
function esbuilds(): number {
  const children = new Set<number>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, "utf8")) ?? [];
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      if (
        state !== "Z" &&
        Number(parent) === process.pid &&
        command.includes("esbuild") &&
        command.includes("0.25.12")
      ) {
        children.add(Number(entry));
      }
    } catch {
      // It ended while we looked.
    }
  }
  return children.size;
}

describe("bundling", () => {
  it("gives the same code for the same tree, from any worker", async () => {
    const [one, two] = [bundler(), bundler()];
    const tree = [paragraph("Åtta av tio läser <b> och {x}.")];
    const code = await one.bundle(job(tree));
    expect(await one.bundle(job(tree))).toBe(code);
    expect(await two.bundle(job(tree))).toBe(code);
    expect(code).toContain("Åtta av tio läser <b> och {x}.");
    expect(code).not.toContain(process.cwd());
  });
  it("takes one after another", async () => {
    const made = bundler();
    const codes = await Promise.all(["one", "two", "three"].map((text) => made.bundle(job([paragraph(text)]))));
    expect(codes.map((code) => ["one", "two", "three"].find((text) => code.includes(`"${text}"`)))).toEqual([
      "one",
      "two",
      "three",
    ]);
  });
  it("refuses what is not of the dialect, whoever let it through", async () => {
    const made = bundler();
    const outside: LessonNode[] = [
      { type: "mdxFlowExpression", value: "process.exit()" },
      { type: "mdxjsEsm", value: "import 'fs'" },
      { type: "html", value: "<script>" },
      { type: "mdxJsxFlowElement", name: "script", attributes: [], children: [] },
      {
        type: "mdxJsxFlowElement",
        name: "Callout",
        attributes: [{ type: "mdxJsxExpressionAttribute", value: "...x" }],
        children: [],
      },
      {
        type: "mdxJsxFlowElement",
        name: "Callout",
        attributes: [{ type: "mdxJsxAttribute", name: "title", value: { type: "x", value: "y" } }],
        children: [],
      },
    ];
    for (const node of outside) {
      await expect(made.bundle(job([node]))).rejects.toMatchObject({ name: "BundleError", code: "failed" });
    }
    expect(await made.bundle(job([paragraph("still here")]))).toContain("still here");
  });
});

describe("limits", () => {
  it("stop a run that takes too long, and the next run works", async () => {
    const made = bundler({ timeoutMs: 1_500, memoryMb: 2_048 });
    await made.bundle(job([paragraph("warm")]));
    const stopped = made.bundle(huge());
    await expect(stopped).rejects.toBeInstanceOf(BundleError);
    await expect(stopped).rejects.toMatchObject({
      code: "timeout",
      message: "Bundling the lesson took more than 1500 ms and was stopped.",
    });
    expect(await made.bundle(job([paragraph("after")]))).toContain("after");
  });
  it("stop a run that takes too much memory, and this process lives on", async () => {
    const made = bundler({ memoryMb: 96 });
    await expect(made.bundle(huge())).rejects.toMatchObject({
      code: "memory",
      message: "Bundling the lesson took more than 96 MB of memory and was stopped.",
    });
    expect(await made.bundle(job([paragraph("after")]))).toContain("after");
  });
});

describe("the end", () => {
  it.runIf(process.platform === "linux")("leaves no esbuild behind", async () => {
    const before = esbuilds();
    const made = bundler();
    await made.bundle(job([paragraph("a")]));
    expect(esbuilds()).toBe(before + 1);
    await made.close();
    await expect.poll(esbuilds, { timeout: 60_000 }).toBe(before);
  });
  it("refuses what was waiting", async () => {
    const made = bundler();
    const waiting = [made.bundle(job([paragraph("a")])), made.bundle(job([paragraph("b")]))];
    const outcomes = Promise.allSettled(waiting);
    await made.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { name: "BundleError", code: "closed" } });
    }
    await expect(made.bundle(job([]))).rejects.toMatchObject({ code: "closed" });
  });
  it("does not keep a command from ending, even where nobody closes the bundler", () => {
    const script = `
      import { createBundler } from "#app/lessons/bundler";
      const code = await createBundler().bundle({ tree: { type: "root", children: [] }, uses: [], components: {}, labels: { footnotes: "", backToText: "" } });
      console.log(code.length > 0 ? "bundled" : "nothing");
    `;
    const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
      cwd: process.cwd(),
      timeout: 60_000,
    });
    expect(output.toString().trim()).toBe("bundled");
  });
});
