/** Requirements tried on a whole company before they are saved, through the real server, while others read lessons. */
import { setTimeout as wait } from "node:timers/promises";
import { copied, largeCompany, lastDay, lastMorning } from "../databases";
import { percentile, rounded } from "../figures";
import { addModuleHeldByAll } from "../held-by-all";
import { addLesson } from "../lesson-in-company";
import { type Running, startProcess } from "../processes";
import type { Load, LoadRequest } from "../processes/load";
import type { Product } from "../processes/product";
import { findByEmail } from "../readers";
import { type Figures, type Scenario, scaled } from "../scenario";

const units = 120;
const each = 20;
/** Lesson pages asked for meanwhile. */
const pagesPerSecond = 20;

type Fields = readonly (readonly [string, string])[];

/** What is tried: rules of several kinds on a module that a third holds, and a shorter time on one that all hold. */
function trialsOf(heldByAll: string): Readonly<Record<string, Fields>> {
  const department = (place: string, id: string): Fields => [
    [`item:${place}`, "department"],
    [`value:${place}`, id],
    [`below:${place}`, "yes"],
  ];
  return {
    everybody: [["module", "modul-001"]],
    department: [["module", "modul-001"], ...department("r.0", "avdelning-1")],
    nested: [
      ["module", "modul-002"],
      ["group:r", "any"],
      ["item:r.0", "group"],
      ...department("r.0.0", "avdelning-1"),
      ...department("r.0.0", "avdelning-3"),
      ["item:r.0.1", "employment"],
      ["not:r.0.1", "yes"],
      ["value:r.0.1", "temporary"],
      ["item:r.1", "group"],
      ["item:r.1.0", "role"],
      ["value:r.1.0", "manager"],
      ["item:r.1.1", "country"],
      ["value:r.1.1", "SE"],
    ],
    shorterForAll: [
      ["module", heldByAll],
      ["every", "6"],
      ["every-unit", "M"],
    ],
  };
}

export const tryRequirement: Scenario = {
  name: "try-requirement",
  async run(bench): Promise<Figures> {
    const people = scaled(bench, 100_000, 2_000);
    const times = scaled(bench, 10, 3);
    const databasePath = copied(bench, await largeCompany(bench, { people, each, units }));
    const heldByAll = await addModuleHeldByAll(databasePath);
    const lesson = await addLesson(databasePath);
    const administrator = await findByEmail(databasePath, "admin@fjallnas.example");
    const product = startProcess<Product>(bench, "product.ts", { profile: "try-requirement" });
    const load = startProcess<Load>(bench, "load.ts");
    const tried = startProcess<Load>(bench, "load.ts");
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null, watch: true });
    const [cookie = "", ...cookies] = await product.call("signIn", [administrator, ...lesson.readers]);
    const pages = cookies.map((own) => ({ method: "GET" as const, path: lesson.path, headers: { cookie: own } }));
    const trials = Object.entries(trialsOf(heldByAll));
    const attempt = async (fields: Fields) => {
      const asked = [...fields, ["from", lastDay], ["do", "try"]] as const;
      const request = posting(origin, cookie, asked);
      return (await tried.call("once", { origin, connections: [[request]] })).times[0] ?? 0;
    };

    bench.say(`try-requirement: ${people} people, warming up`);
    for (const [, fields] of trials) await attempt(fields);
    const quiet = await pagesDuring(load, origin, pages, () => wait(scaled(bench, 8_000, 2_000)));
    await product.call("restartWatch", undefined);
    const measured = new Map<string, number[]>(trials.map(([name]) => [name, []]));
    const meanwhile = await pagesDuring(load, origin, pages, async () => {
      for (let round = 0; round < times; round += 1) {
        bench.say(`try-requirement: round ${round + 1} of ${times}`);
        for (const [name, fields] of trials) measured.get(name)?.push(await attempt(fields));
      }
    });
    const { longestDelayMs } = await product.call("watched", undefined);
    // The same with nobody reading meanwhile.
    const alone = new Map<string, number>();
    const cpu = await product.call("cpuSeconds", undefined);
    let tries = 0;
    for (const [name, fields] of trials) {
      const own: number[] = [];
      for (let round = 0; round < Math.max(3, times / 2); round += 1) own.push(await attempt(fields));
      tries += own.length;
      alone.set(name, percentile(own, 0.5));
    }
    const cpuSeconds = (await product.call("cpuSeconds", undefined)) - cpu;
    const all = [...measured.values()].flat();
    return {
      people,
      modules: 61,
      p50Ms: rounded(percentile([...alone.values()], 0.5)),
      cpuMsEach: rounded((cpuSeconds * 1000) / tries),
      slowestP50Ms: rounded(Math.max(...alone.values())),
      ...Object.fromEntries([...alone].map(([name, ms]) => [`${name}P50Ms`, rounded(ms)])),
      p50MsWhileReading: rounded(percentile(all, 0.5)),
      slowestMsWhileReading: rounded(Math.max(...all)),
      longestLoopDelayMs: rounded(longestDelayMs, 1),
      pagesPerSecond,
      pageP99QuietMs: rounded(percentile(quiet, 0.99), 1),
      pageP99MeanwhileMs: rounded(percentile(meanwhile, 0.99), 1),
      pageP99Ratio: rounded(percentile(meanwhile, 0.99) / percentile(quiet, 0.99), 2),
    };
  },
};

/** A form as a page without script sends it. */
function posting(origin: string, cookie: string, fields: Fields): LoadRequest {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return {
    method: "POST",
    path: "/admin/requirements/new",
    headers: {
      cookie,
      origin,
      "sec-fetch-site": "same-origin",
      accept: "text/html",
      // One that was kept open may be closed by the server just as it is used again.
      connection: "close",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
    },
    body,
  };
}

/** Milliseconds of each lesson page that was asked for while something went on. */
async function pagesDuring(
  load: Running<Load>,
  origin: string,
  requests: readonly LoadRequest[],
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  await load.call("startPace", { origin, requests, perSecond: pagesPerSecond });
  await work();
  return await load.call("stopPace", undefined);
}
