/**
 * A company that moves in brings what its people did in the old system: every completion in one file through the real
 * server, recorded with its standing, span and counts, while others read lessons; a rebuild has to find nothing different.
 */
import { setTimeout as wait } from "node:timers/promises";
import { completionsAtOnce } from "#app/administering/history/apply-history.job";
import { rebuild } from "#app/ledger/rebuild";
import { connect } from "#db/connect";
import { copied, lastDay, lastMorning, movingCompany } from "../databases";
import { percentile, rounded } from "../figures";
import { writeHistoryFloor } from "../history-floor";
import { columnsOf, Importer, pagesDuring, quietMs } from "../importer";
import { addLesson } from "../lesson-in-company";
import { completionsOf, personIdOf } from "../moving-in";
import { startProcess } from "../processes";
import type { Product } from "../processes/product";
import { type Figures, type Scenario, scaled } from "../scenario";

const modules = 50;
const readers = 32;

/** The file, as a spreadsheet would hold it: employee number, module, day, share right, last day. */
function fileOf(size: Parameters<typeof completionsOf>[0]): string {
  const lines = ["Anställningsnr;Modul;Genomförd;Resultat;Gäller till"];
  const numbers = new Map(Array.from({ length: size.people }, (_, place) => [personIdOf(place), 10_001 + place]));
  for (const { personId, moduleId, on, score, expires } of completionsOf(size, 0, size.people)) {
    lines.push([numbers.get(personId), moduleId, on, score ?? "", expires ?? ""].join(";"));
  }
  return `${lines.join("\r\n")}\r\n`;
}

export const importHistory: Scenario = {
  name: "import-history",
  async run(bench): Promise<Figures> {
    const size = { people: scaled(bench, 20_000, 200), modules, units: 120, day: lastDay };
    const databasePath = copied(bench, await movingCompany(bench, size));
    const { path } = await addLesson(databasePath);
    const before = copied(bench, databasePath);
    const db = connect(databasePath);
    bench.after(() => db.close());
    await db.write
      .insertInto("role_grant")
      .values({
        id: "role",
        person_id: personIdOf(0),
        role: "administrator",
        department_id: null,
        course_id: null,
        deputy: 0,
        from_on: lastDay,
        to_on: null,
        recorded_at: lastMorning,
        recorded_by: null,
      })
      .execute();
    const product = startProcess<Product>(bench, "product.ts", { profile: "import-history" });
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null, watch: true });
    const people = Array.from({ length: readers + 1 }, (_, place) => personIdOf(place));
    const [cookie = "", ...cookies] = await product.call("signIn", people);
    const requests = cookies.map((own) => ({ method: "GET" as const, path, headers: { cookie: own } }));
    const importer = new Importer(origin, cookie, db, {
      kind: "history",
      columns: columnsOf(["person", "module", "date", "score", "expires"]),
    });

    const quiet = await pagesDuring(bench, origin, requests, () => wait(quietMs));
    const rows = size.people * size.modules;
    bench.say(`import-history: ${rows} completions`);
    const prepared = await importer.prepare(fileOf(size));
    await product.call("restartWatch", undefined);
    const cpu = await product.call("cpuSeconds", undefined);
    let seconds = 0;
    const meanwhile = await pagesDuring(bench, origin, requests, async () => {
      seconds = await importer.apply(prepared.id);
    });
    const cpuSeconds = (await product.call("cpuSeconds", undefined)) - cpu;
    const watched = await product.call("watched", undefined);
    await product.stop();
    const recorded = await db.read
      .selectFrom("completion")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("import_id", "=", prepared.id)
      .executeTakeFirstOrThrow();
    if (recorded.n !== rows) throw new Error(`${recorded.n} of ${rows} completions were recorded`);
    bench.say("import-history: the floor");
    const recordedPeople = await db.read
      .selectFrom("completion")
      .select((eb) => ["person_id", eb.fn.min("id").as("first")])
      .where("import_id", "=", prepared.id)
      .groupBy("person_id")
      .orderBy("first")
      .execute();
    const floor = await writeHistoryFloor(bench, {
      before,
      after: databasePath,
      people: recordedPeople.map(({ person_id: personId }) => personId),
      step: completionsAtOnce,
    });
    const floorRowsPerSecond = floor.completions / floor.seconds;
    bench.say("import-history: rebuilding");
    const report = await rebuild(db, new Date(lastMorning));
    const differing = report.differing + Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    if (differing > 0) throw new Error(`A rebuild found ${differing} differences`);
    return {
      rows,
      people: size.people,
      readSeconds: rounded(prepared.readS, 2),
      checkSeconds: rounded(prepared.checkS, 2),
      seconds: rounded(seconds, 2),
      cpuSeconds: rounded(cpuSeconds, 2),
      rowsPerSecond: rounded(rows / seconds),
      floorRows: floor.completions,
      floorRowsPerSecond: rounded(floorRowsPerSecond),
      floorLongestLockMs: rounded(floor.longestMs, 1),
      ratio: rounded(rows / seconds / floorRowsPerSecond, 2),
      pagesP50Ms: rounded(percentile(meanwhile, 0.5), 1),
      pagesP99Ms: rounded(percentile(meanwhile, 0.99), 1),
      quietPagesP99Ms: rounded(percentile(quiet, 0.99), 1),
      longestLockMs: rounded(watched.longestMs, 1),
      longestDelayMs: rounded(watched.longestDelayMs, 1),
      steps: watched.transactions,
      differing,
    };
  },
};
