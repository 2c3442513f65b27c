/** A day passes in a company of two million standings, against better-sqlite3 writing the same rows in the same batches. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { copied, largeCompany, lastMorning, nextMorning, temporaryFolder } from "../databases";
import { median, percentile, rounded, sum } from "../figures";
import { addLesson } from "../lesson-in-company";
import { type Running, startProcess } from "../processes";
import type { Load, LoadRequest } from "../processes/load";
import type { Product, Ticked } from "../processes/product";
import type { RawWriter } from "../processes/raw-writer";
import { regrouped } from "../row-changes";
import { rowsHash } from "../same-rows";
import { type Bench, type Figures, type Scenario, scaled } from "../scenario";
import type { Transaction } from "../writer-watch";

const each = 20;
const rounds = 3;
/** Lesson pages asked for while days pass: a company of this size on a busy morning. */
const pagesPerSecond = 40;

export const ticking: Scenario = {
  name: "tick",
  async run(bench): Promise<Figures> {
    const people = scaled(bench, 100_000, 2_000);
    const databasePath = copied(bench, await largeCompany(bench, { people, each, units: 120 }));
    const { path, readers } = await addLesson(databasePath);
    const noted = await noteRows(bench, databasePath);
    const product = startProcess<Product>(bench, "product.ts", { profile: "tick" });
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null, watch: true });
    // From here on it is the next day; what came due over night waits.
    await product.call("setClock", nextMorning);
    const cookies = await product.call("signIn", readers);
    const requests = cookies.map((cookie) => ({ method: "GET" as const, path, headers: { cookie } }));
    const ours: Ticked[] = [];
    const theirs: { seconds: number; cpuSeconds: number; rows: number; longestMs: number }[] = [];
    let again: Ticked | null = null;
    for (let round = -1; round < rounds; round += 1) {
      bench.say(`tick: round ${round + 1} of ${rounds}`);
      const ticked = await product.call("tick", undefined);
      again ??= await product.call("tick", undefined);
      if (ticked.passed !== noted.standings) {
        throw new Error(`${ticked.passed} standings passed, where ${noted.standings} were to`);
      }
      const batches = regrouped(noted.transactions, noted.sizes, ticked.standings);
      const raw = await startWriter(bench, databasePath, batches);
      const ourRows = round < 0 ? rowsHash(databasePath, batches) : "";
      await raw.call("takeBack", undefined);
      const result = await raw.call("write", null);
      if (round < 0 && rowsHash(databasePath, batches) !== ourRows) throw new Error("The floor has written other rows");
      await raw.call("takeBack", undefined);
      await raw.stop();
      // The round before the first is for warming up.
      if (round < 0) continue;
      ours.push(ticked);
      theirs.push(result);
    }
    const meanwhile = await pagesMeanwhile(bench, product, databasePath, noted.transactions, origin, requests);
    const of = (values: readonly number[]) => median(values);
    const perSecond = of(ours.map(({ passed, seconds }) => passed / seconds));
    const floorPerSecond = of(theirs.map(({ seconds }) => noted.standings / seconds));
    return {
      standings: people * each,
      changed: noted.standings,
      perSecond: rounded(perSecond),
      floorPerSecond: rounded(floorPerSecond),
      ratio: rounded(perSecond / floorPerSecond, 2),
      cpuRatio: rounded(
        of(theirs.map(({ cpuSeconds }) => cpuSeconds)) / of(ours.map(({ cpuSeconds }) => cpuSeconds)),
        2,
      ),
      seconds: rounded(of(ours.map(({ seconds }) => seconds)), 2),
      floorSeconds: rounded(of(theirs.map(({ seconds }) => seconds)), 2),
      rows: of(theirs.map(({ rows }) => rows)),
      batches: of(ours.map(({ transactions }) => transactions)),
      longestLockMs: rounded(Math.max(...ours.map(({ longestMs }) => longestMs), meanwhile.longestLockMs), 1),
      floorLongestLockMs: rounded(Math.max(...theirs.map(({ longestMs }) => longestMs)), 1),
      pagesP50Ms: rounded(percentile(meanwhile.times, 0.5), 1),
      pagesP99Ms: rounded(percentile(meanwhile.times, 0.99), 1),
      quietPagesP50Ms: rounded(percentile(meanwhile.quiet, 0.5), 1),
      quietPagesP99Ms: rounded(percentile(meanwhile.quiet, 0.99), 1),
      pagesPerSecond,
      pages: meanwhile.times.length,
      secondRunChanges: again?.changes ?? -1,
      secondRunTransactions: again?.transactions ?? -1,
      secondRunMs: rounded((again?.seconds ?? 0) * 1000, 1),
    };
  },
};

interface Noted {
  /** Small ones, so that they can be put together to the batches of any run. */
  readonly transactions: readonly Transaction[];
  readonly sizes: readonly number[];
  readonly standings: number;
}

/** The rows that the product writes when the day passes: in a process of its own, because noting them is slow. */
async function noteRows(bench: Bench, databasePath: string): Promise<Noted> {
  bench.say("tick: noting the rows of a day");
  const product = startProcess<Product>(bench, "product.ts");
  await product.call("begin", { databasePath, instant: lastMorning, courses: null, keepRows: true });
  await product.call("takeRows", undefined);
  await product.call("setClock", nextMorning);
  const ticked = await product.call("tick", undefined);
  const transactions = await product.call("takeRows", undefined);
  await product.stop();
  await takeBack(bench, databasePath, transactions);
  return { transactions, sizes: ticked.standings, standings: ticked.passed };
}

async function startWriter(
  bench: Bench,
  databasePath: string,
  transactions: readonly Transaction[],
): Promise<Running<RawWriter>> {
  const rowsPath = join(temporaryFolder(bench), "rows");
  writeFileSync(rowsPath, serialize(transactions));
  const raw = startProcess<RawWriter>(bench, "raw-writer.ts");
  await raw.call("begin", { databasePath, rowsPath });
  return raw;
}

async function takeBack(bench: Bench, databasePath: string, transactions: readonly Transaction[]): Promise<void> {
  const raw = await startWriter(bench, databasePath, transactions);
  await raw.call("takeBack", undefined);
  await raw.stop();
}

/** Lesson pages at a steady pace, first while nothing else goes on, then while days pass. */
async function pagesMeanwhile(
  bench: Bench,
  product: Running<Product>,
  databasePath: string,
  transactions: readonly Transaction[],
  origin: string,
  requests: readonly LoadRequest[],
) {
  const load = startProcess<Load>(bench, "load.ts");
  const pace = { origin, requests, perSecond: pagesPerSecond };
  const paced = async (work: () => Promise<unknown>) => {
    await load.call("startPace", pace);
    await work();
    return await load.call("stopPace", undefined);
  };
  const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));
  bench.say("tick: lesson pages while nothing else goes on");
  await paced(() => wait(scaled(bench, 5, 2)));
  const quiet = await paced(() => wait(scaled(bench, 10, 2)));
  const times: number[] = [];
  let longestLockMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    bench.say(`tick: lesson pages while a day passes, ${round + 1} of ${rounds}`);
    const ticks: Ticked[] = [];
    times.push(...(await paced(async () => ticks.push(await product.call("tick", undefined)))));
    longestLockMs = Math.max(longestLockMs, ...ticks.map(({ longestMs }) => longestMs));
    if (sum(ticks.map(({ passed }) => passed)) === 0) throw new Error("No day has passed");
    await takeBack(bench, databasePath, transactions);
  }
  return { quiet, times, longestLockMs };
}
