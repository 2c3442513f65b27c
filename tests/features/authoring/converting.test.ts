import { afterEach, describe, expect, it } from "vitest";
import { type Converter, createConverter } from "#app/authoring/converting/converter";
import { takePasted } from "#app/authoring/paste/take-pasted.server";
import type { Actor } from "#app/domain/permissions";
import { createLog } from "#app/platform/log";

const open: Converter[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((converter) => converter.close()));
});
function converter(options?: Parameters<typeof createConverter>[0]): Converter {
  const made = createConverter(options);
  open.push(made);
  return made;
}

const deps = { log: createLog("silent") };
const trainer: Actor = { personId: "p", grants: [{ role: "trainer", departmentId: null, courseId: null }] };
const learner: Actor = { personId: "p", grants: [] };
const html = (text: string) => ({ html: text, markdown: "" });
/** Within what is taken in, and read by the parser of Markdown in very many seconds. */
const hostile = { html: "", markdown: "a\n===\n".repeat(9_999) };
const nothingLeft = { pictures: 0, links: 0, changes: 0, end: null };

describe("what is pasted", () => {
  it("is converted in a worker, and this process goes on meanwhile", async () => {
    const made = converter();
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    const answer = await takePasted(deps, made, trainer, html("<p>Hej <b>du</b></p>".repeat(3_000)));
    clearInterval(counting);
    expect(answer).toMatchObject({ kind: "converted", left: nothingLeft });
    expect(turns).toBeGreaterThan(2);
  });

  it("is stopped where it takes too long, and what is pasted next is converted", async () => {
    const made = converter({ timeoutMs: 1_500 });
    await made.pasted(html("<p>varm"));
    expect(await takePasted(deps, made, trainer, hostile)).toEqual({ kind: "stopped", why: "timeout" });
    expect(await takePasted(deps, made, trainer, html("<h1>Hej</h1>"))).toEqual({
      kind: "converted",
      markdown: "## Hej",
      left: nothingLeft,
    });
  });

  it("is stopped where it takes too much memory, and this process lives on", async () => {
    const made = converter({ memoryMb: 48, timeoutMs: 120_000 });
    const large = html(Array.from({ length: 24_000 }, () => "<b>a</b>c").join(""));
    expect(await takePasted(deps, made, trainer, large)).toEqual({ kind: "stopped", why: "memory" });
    expect(await takePasted(deps, made, trainer, html("<p>efter"))).toMatchObject({ markdown: "efter" });
  });

  it("of GIFT too, and questions are read after a file that was stopped", async () => {
    const made = converter({ timeoutMs: 2_500 });
    const options = { taken: new Set<string>(), words: { yes: "Sant", no: "Falskt" } };
    await made.gift("A? {=b ~c}", options);
    const question = `[html]${"<a href>".repeat(950)}{=a ~b}`;
    const stopped = made.gift(Array.from({ length: 19 }, () => question).join("\n\n"), options);
    await expect(stopped).rejects.toMatchObject({ name: "WorkStopped", code: "timeout" });
    expect((await made.gift("A? {=b ~c}", options)).carried).toHaveLength(1);
  });

  it("is nobody's but a trainer's, and never sent on where there is too much of it", async () => {
    const made = converter();
    await expect(takePasted(deps, made, learner, html("<p>a"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(takePasted(deps, made, trainer, html("a".repeat(900_001)))).rejects.toMatchObject({ code: "invalid" });
  });

  it("is refused where the process ends", async () => {
    const made = converter();
    const waiting = takePasted(deps, made, trainer, html("<p>a"));
    const outcome = expect(waiting).rejects.toMatchObject({ name: "WorkStopped", code: "closed" });
    await made.close();
    await outcome;
  });
});
