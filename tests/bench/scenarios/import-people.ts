/**
 * A company of 20,000 comes in from a file through the real server, while others read lessons; a second file moves some of
 * them, both are taken back, and a rebuild has to find nothing different.
 */
import { setTimeout as wait } from "node:timers/promises";
import { rebuild } from "#app/ledger/rebuild";
import { lessonPath } from "#app/lessons/links";
import { type Connections, connect } from "#db/connect";
import { copied, demonstration, lastDay, lastMorning } from "../databases";
import { percentile, rounded } from "../figures";
import { columnsOf, Importer, pagesDuring, quietMs } from "../importer";
import { peopleFile } from "../people-file";
import { startProcess } from "../processes";
import type { Product } from "../processes/product";
import { findByEmail, findReaders } from "../readers";
import { type Figures, type Scenario, scaled } from "../scenario";

const moduleId = "svara-kunder";
const lesson = "02-orden-i-svaret";
const fields = ["number", "givenName", "familyName", "email", "department", "title", "site", "manager", "employedFrom"];

export const importPeople: Scenario = {
  name: "import-people",
  async run(bench): Promise<Figures> {
    const people = scaled(bench, 20_000, 500);
    const databasePath = copied(bench, await demonstration(bench));
    const readers = (await findReaders(databasePath, moduleId, lastDay)).slice(0, 64);
    const administrator = await findByEmail(databasePath, "admin@fjallnas.example");
    const product = startProcess<Product>(bench, "product.ts", { profile: "import-people" });
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null, watch: true });
    const [cookie = "", ...cookies] = await product.call("signIn", [administrator, ...readers]);
    const path = lessonPath(moduleId, lesson);
    const requests = cookies.map((own) => ({ method: "GET" as const, path, headers: { cookie: own } }));
    const db = connect(databasePath);
    bench.after(() => db.close());
    const places = await placesOf(db);
    const importer = new Importer(origin, cookie, db, {
      kind: "people",
      columns: { everybody: "some", from: lastDay, ...columnsOf(fields) },
    });

    const quiet = await pagesDuring(bench, origin, requests, () => wait(quietMs));
    bench.say(`import-people: ${people} people`);
    const first = await importer.prepare(peopleFile(people, places));
    await product.call("restartWatch", undefined);
    const cpu = await product.call("cpuSeconds", undefined);
    let seconds = 0;
    const meanwhile = await pagesDuring(bench, origin, requests, async () => {
      seconds = await importer.apply(first.id);
    });
    const cpuSeconds = (await product.call("cpuSeconds", undefined)) - cpu;
    const watched = await product.call("watched", undefined);
    const assignments = await countOf(db);

    bench.say("import-people: a second file, and both taken back");
    const second = await importer.prepare(peopleFile(people, places, 10));
    const changeS = await importer.apply(second.id);
    const backS = (await importer.takeBack(second.id)) + (await importer.takeBack(first.id));
    await product.stop();
    const report = await rebuild(db, new Date(lastMorning));
    const differing = report.differing + Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    if (differing > 0) throw new Error(`A rebuild found ${differing} differences`);
    return {
      people,
      assignments,
      readSeconds: rounded(first.readS, 2),
      checkSeconds: rounded(first.checkS, 2),
      seconds: rounded(seconds, 2),
      cpuSeconds: rounded(cpuSeconds, 2),
      rowsPerSecond: rounded(people / seconds),
      pagesP50Ms: rounded(percentile(meanwhile, 0.5), 1),
      pagesP99Ms: rounded(percentile(meanwhile, 0.99), 1),
      quietPagesP50Ms: rounded(percentile(quiet, 0.5), 1),
      quietPagesP99Ms: rounded(percentile(quiet, 0.99), 1),
      p99Ratio: rounded(percentile(meanwhile, 0.99) / percentile(quiet, 0.99), 2),
      longestLockMs: rounded(watched.longestMs, 1),
      longestDelayMs: rounded(watched.longestDelayMs, 1),
      steps: watched.transactions,
      changeSeconds: rounded(changeS, 2),
      takeBackSeconds: rounded(backS, 2),
      differing,
    };
  },
};

async function placesOf(db: Connections) {
  const departments = await db.read
    .selectFrom("department")
    .select("id")
    .where("closed_on", "is", null)
    .where("parent_id", "is not", null)
    .orderBy("id")
    .execute();
  const sites = await db.read.selectFrom("site").select("id").orderBy("id").execute();
  return { departments: departments.map((row) => row.id), sites: sites.map((row) => row.id) };
}

async function countOf(db: Connections): Promise<number> {
  const row = await db.read
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.person_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("person.email", "like", "%@stor.example")
    .executeTakeFirstOrThrow();
  return row.n;
}
