/** The demonstration company as a database file. */
import { renameSync, rmSync } from "node:fs";
import { buildDemonstration } from "#app/demo/build-demonstration";
import { contentFromCourses } from "#app/demo/content-from-courses";
import { createBundler } from "#app/lessons/bundler";
import { dayIn, systemClock } from "#app/platform/clock";
import type { Env } from "#app/platform/env";
import { connect } from "#db/connect";
import { migrate } from "#db/migrate";

const seed = "fjallnas";
const zone = "Europe/Stockholm";

export function removeDatabase(path: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(path + ending, { force: true });
}

/** Builds the company beside its place and moves it there whole: one that was interrupted is never started. */
export async function makeCompany(env: Env): Promise<void> {
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
