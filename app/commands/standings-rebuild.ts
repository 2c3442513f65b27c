import { rebuild } from "#app/ledger/rebuild";
import { systemClock } from "#app/platform/clock";
import { command, openDatabase, readEnv } from "./serve";

await command(async () => {
  const db = await openDatabase(readEnv(process.env));
  try {
    const shown = process.stderr.isTTY;
    const report = await rebuild(db, systemClock.now(), ({ standings }) => {
      if (shown) process.stderr.write(`\r${standings} standings`);
    });
    if (shown) process.stderr.write("\n");
    const counts = Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    console.log(`${report.standings} standings recomputed: ${report.differing} differed.`);
    for (const [table, n] of Object.entries(report.counts)) console.log(`${table}: ${n} series differed.`);
    if (report.differing + counts > 0) process.exitCode = 1;
  } finally {
    await db.close();
  }
});
