/** Completions recorded over HTTP, against better-sqlite3 committing the same rows. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { findWork, posting, type Work } from "../complete-work";
import { copied, demonstration, lastDay, lastMorning, temporaryFolder } from "../databases";
import { dealt } from "../dealt";
import { median, percentile, rounded, sum } from "../figures";
import { type Running, startProcess } from "../processes";
import type { Load } from "../processes/load";
import type { Product, ProductOptions } from "../processes/product";
import type { RawWriter } from "../processes/raw-writer";
import { differingTables } from "../same-rows";
import { type Bench, type Figures, type Scenario, scaled } from "../scenario";
import type { Transaction } from "../writer-watch";

const connections = 16;
const rounds = 3;
/** This part of the completions is for warming up. */
const warming = 0.3;

/** What is derived from completions: the same on both sides, where completions themselves have ids of their own. */
const derived = [
  "standing",
  "standing_span",
  "standing_count",
  "due_count",
  "load_count",
  "completion_count",
  "headcount",
] as const;

interface Ready {
  /** Every question answered, nothing completed. */
  readonly databasePath: string;
  readonly work: readonly Work[];
  readonly cookies: ReadonlyMap<string, string>;
}

export const complete: Scenario = {
  name: "complete",
  async run(bench): Promise<Figures> {
    const load = startProcess<Load>(bench, "load.ts");
    const ready = await answerEverything(bench, load);
    const { work } = ready;
    const rows = await rowsOf(bench, load, ready);
    const rowsPath = join(temporaryFolder(bench), "rows");
    writeFileSync(rowsPath, serialize(rows));
    const warm = Math.round(work.length * warming);
    const measured = work.length - warm;

    const ours: { perSecond: number; cpuMs: number; p50Ms: number; p99Ms: number }[] = [];
    const theirs: { perSecond: number; cpuMs: number; rows: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bench.say(`complete: round ${round + 1} of ${rounds}`);
      const databasePath = copied(bench, ready.databasePath);
      const { product, origin } = await begin(bench, { databasePath }, `complete-${round + 1}`);
      await send(load, origin, ready, work.slice(0, warm));
      const before = await product.call("cpuSeconds", undefined);
      const sent = await send(load, origin, ready, work.slice(warm));
      const cpuMs = (((await product.call("cpuSeconds", undefined)) - before) * 1000) / measured;
      await product.stop();
      ours.push({
        perSecond: measured / sent.seconds,
        cpuMs,
        p50Ms: percentile(sent.times, 0.5),
        p99Ms: percentile(sent.times, 0.99),
      });

      const rawPath = copied(bench, ready.databasePath);
      const raw = startProcess<RawWriter>(bench, "raw-writer.ts");
      await raw.call("begin", { databasePath: rawPath, rowsPath });
      await raw.call("write", { from: 0, to: warm });
      const written = await raw.call("write", { from: warm, to: work.length });
      await raw.stop();
      theirs.push({
        perSecond: measured / written.seconds,
        cpuMs: (written.cpuSeconds * 1000) / measured,
        rows: written.rows / measured,
      });
      const differing = differingTables(databasePath, rawPath, derived);
      if (differing.length > 0) throw new Error(`The floor has written other rows: ${differing.join(", ")}`);
    }
    const of = <Side extends object>(side: readonly Side[], figure: keyof Side) =>
      median(side.map((one) => Number(one[figure])));
    return {
      perSecond: rounded(of(ours, "perSecond")),
      floorPerSecond: rounded(of(theirs, "perSecond")),
      ratio: rounded(of(ours, "perSecond") / of(theirs, "perSecond"), 3),
      cpuMs: rounded(of(ours, "cpuMs"), 2),
      floorCpuMs: rounded(of(theirs, "cpuMs"), 3),
      p50Ms: rounded(of(ours, "p50Ms"), 1),
      p99Ms: rounded(of(ours, "p99Ms"), 1),
      rowsEach: rounded(of(theirs, "rows"), 1),
      completions: measured,
      people: new Set(work.map(({ personId }) => personId)).size,
      connections,
    };
  },
};

async function begin(bench: Bench, options: Partial<ProductOptions> & { databasePath: string }, profile?: string) {
  const product = startProcess<Product>(bench, "product.ts", profile === undefined ? {} : { profile });
  const origin = await product.call("begin", { instant: lastMorning, courses: null, ...options });
  return { product, origin };
}

/** Has everybody sign in and answer everything, over HTTP. */
async function answerEverything(bench: Bench, load: Running<Load>): Promise<Ready> {
  const databasePath = copied(bench, await demonstration(bench));
  const all = await findWork(databasePath, lastDay);
  const work = all.slice(0, scaled(bench, all.length, 40));
  const people = [...new Set(work.map(({ personId }) => personId))];
  const { product, origin } = await begin(bench, { databasePath });
  const cookies = await product.call("signIn", people);
  const cookieOf = new Map(people.map((person, at) => [person, cookies[at] ?? ""]));
  const answers = work.map(({ personId, path, answers: own }) =>
    own.map((fields) => posting(origin, cookieOf.get(personId) ?? "", path, fields)),
  );
  bench.say(`complete: ${sum(answers.map((list) => list.length))} answers of ${people.length} people`);
  const lists = dealt(answers, connections).map((list) => list.flat());
  await load.call("once", { origin, connections: lists });
  await product.stop();
  return { databasePath, work, cookies: cookieOf };
}

async function send(load: Running<Load>, origin: string, ready: Ready, work: readonly Work[]) {
  const requests = work.map(({ personId, path, complete: fields }) =>
    posting(origin, ready.cookies.get(personId) ?? "", path, fields),
  );
  return await load.call("once", { origin, connections: dealt(requests, connections) });
}

/** The rows that the product writes for each completion, in order; on a copy of their own, because noting them is slow. */
async function rowsOf(bench: Bench, load: Running<Load>, ready: Ready): Promise<Transaction[]> {
  const databasePath = copied(bench, ready.databasePath);
  const { product, origin } = await begin(bench, { databasePath, keepRows: true });
  await product.call("takeRows", undefined);
  await send(load, origin, ready, ready.work);
  const transactions = await product.call("takeRows", undefined);
  await product.stop();
  const completing = transactions.filter((rows) => rows.some(({ table }) => table === "completion"));
  if (completing.length !== ready.work.length) {
    throw new Error(`Of ${ready.work.length} completions ${completing.length} were recorded`);
  }
  return completing;
}
