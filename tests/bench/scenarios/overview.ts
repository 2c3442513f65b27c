/** The overview of a whole company, small and large: it must not cost more where there are more people. */
import { copied, largeCompany, lastMorning } from "../databases";
import { percentile, rounded } from "../figures";
import { type Running, startProcess } from "../processes";
import type { Load } from "../processes/load";
import type { Product } from "../processes/product";
import { findByEmail } from "../readers";
import { type Bench, type Figures, type Scenario, scaled } from "../scenario";

const rounds = 4;
const path = "/overview";
const units = 120;
const each = 20;
/** Other ways to look at the list below the counts. */
const lists = [
  "?sort=due&order=descending",
  "?sort=person",
  "?sort=module",
  "?state=overdue",
  "?state=week&sort=person",
  "?page=20",
  "?q=maja",
  "?department=avdelning-2",
];

interface Company {
  readonly people: number;
  readonly origin: string;
  readonly cookie: string;
  readonly times: number[];
}

export const overview: Scenario = {
  name: "overview",
  async run(bench): Promise<Figures> {
    const load = startProcess<Load>(bench, "load.ts");
    const small = await open(bench, 1_000);
    const large = await open(bench, scaled(bench, 100_000, 2_000));
    const times = scaled(bench, 100, 20);
    for (let round = -1; round < rounds; round += 1) {
      for (const company of [small, large]) {
        bench.say(`overview: round ${round + 1} of ${rounds}, ${company.people} people`);
        const measured = await look(load, company, path, times);
        // The round before the first is for warming up.
        if (round >= 0) company.times.push(...measured);
      }
    }
    const of = (company: Company, part: number) => percentile(company.times, part);
    let slowest = { list: "", ms: 0 };
    for (const list of lists) {
      const ms = percentile(await look(load, large, path + list, scaled(bench, 20, 5)), 0.5);
      if (ms > slowest.ms) slowest = { list, ms };
    }
    return {
      peopleSmall: small.people,
      peopleLarge: large.people,
      standingsLarge: large.people * each,
      modules: 60,
      departments: units + units / 12,
      p50SmallMs: rounded(of(small, 0.5), 1),
      p50LargeMs: rounded(of(large, 0.5), 1),
      p95SmallMs: rounded(of(small, 0.95), 1),
      p95LargeMs: rounded(of(large, 0.95), 1),
      p50Ratio: rounded(of(large, 0.5) / of(small, 0.5), 2),
      p95Ratio: rounded(of(large, 0.95) / of(small, 0.95), 2),
      slowestList: slowest.list,
      slowestListP50Ms: rounded(slowest.ms, 1),
    };
  },
};

/** The product with a company of so many people, and the cookie of whoever manages all of it. */
async function open(bench: Bench, people: number): Promise<Company> {
  const databasePath = copied(bench, await largeCompany(bench, { people, each, units }));
  const product = startProcess<Product>(bench, "product.ts", { profile: `overview-${people}` });
  const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null });
  const [cookie = ""] = await product.call("signIn", [await findByEmail(databasePath, "manager@fjallnas.example")]);
  return { people, origin, cookie, times: [] };
}

async function look(load: Running<Load>, company: Company, address: string, times: number): Promise<readonly number[]> {
  const request = { method: "GET" as const, path: address, headers: { cookie: company.cookie } };
  const list = Array.from({ length: times }, () => request);
  return (await load.call("once", { origin: company.origin, connections: [list] })).times;
}
