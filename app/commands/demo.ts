/** The product with its demonstration company, for whoever wants to see it: `npm run demo [-- --fresh]`. */
import "./production";
import { existsSync, renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildDemonstration } from "#app/demo/build-demonstration";
import { contentFromCourses } from "#app/demo/content-from-courses";
import { demonstrationPassword, knownAccounts } from "#app/demo/known-accounts";
import { createBundler } from "#app/lessons/bundler";
import { dayIn, systemClock } from "#app/platform/clock";
import type { Env } from "#app/platform/env";
import { connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { buildPages, loadPages } from "./pages";
import { command, openDatabase, readEnv, serve, serveUntilStopped } from "./serve";

const seed = "fjallnas";
const zone = "Europe/Stockholm";

function removeDatabase(path: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(path + ending, { force: true });
}

/** Builds the company beside its place and moves it there whole: one that was interrupted is never started. */
async function makeCompany(env: Env): Promise<void> {
  const unfinished = `${env.databasePath}.unfinished`;
  removeDatabase(unfinished);
  const started = performance.now();
  const bundler = createBundler();
  const db = connect(unfinished);
  try {
    await migrate(db.write);
    const content = await contentFromCourses(env.coursesPath, bundler);
    const report = await buildDemonstration(
      { db },
      {
        seed,
        lastDay: dayIn(zone, systemClock.now()),
        content,
        progress(fraction, day) {
          if (process.stdout.isTTY) {
            process.stdout.write(
              `\rLiving 18 months of Fjällnäs Friluft AB: ${Math.round(fraction * 100)} % (${day}) `,
            );
          }
        },
      },
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (process.stdout.isTTY) process.stdout.write("\n");
    console.log(
      `Fjällnäs Friluft AB has ${report.people} people and ${report.completions} completions behind it (${seconds} s).`,
    );
  } finally {
    await bundler.close();
    await db.close();
  }
  renameSync(unfinished, env.databasePath);
}

await command(async () => {
  const { values } = parseArgs({ options: { fresh: { type: "boolean", default: false } } });
  const env = readEnv(process.env, { databasePath: "data/demo.db" });
  await buildPages();
  if (values.fresh) removeDatabase(env.databasePath);
  if (!existsSync(env.databasePath)) await makeCompany(env);
  const serving = await serve({
    env: { ...env, logLevel: process.env.LOG_LEVEL ?? "warn" },
    pages: await loadPages(),
    db: await openDatabase(env),
  });
  console.log(`\nRepris: ${serving.deps.env.origin}\n\nSign in as one of (password ${demonstrationPassword}):`);
  for (const account of knownAccounts) console.log(`  ${account.email.padEnd(32)} ${account.role}`);
  console.log("\nStop with Ctrl-C. What you do is kept; npm run demo -- --fresh starts over.");
  await serveUntilStopped(serving);
});
