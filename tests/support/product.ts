/** The real product on loopback, with the demonstration company and a clock that can be moved. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadPages } from "#app/commands/pages";
import { type Serving, serve } from "#app/commands/serve";
import { buildDemonstration } from "#app/demo/build-demonstration";
import { contentFromCourses } from "#app/demo/content-from-courses";
import { civilDate } from "#app/domain/calendar";
import { createBundler } from "#app/lessons/bundler";
import { readEnv } from "#app/platform/env";
import { connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { FakeClock } from "./clock";
import { temporaryFolder } from "./database";

/** The day on which the demonstration of the tests is started, and its first instant there. */
export const demonstrationDay = civilDate("2026-11-24");
const morning = "2026-11-24T07:30:00Z";

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

/** The demonstration company, built once a run of all tests and copied from then on. */
export async function demonstrationDatabase(): Promise<string> {
  const run = process.env.REPRIS_TEST_RUN ?? String(process.ppid);
  const folder = join(tmpdir(), `repris-demonstration-${run}`);
  const template = join(folder, "demo.db");
  if (!existsSync(template)) {
    mkdirSync(folder, { recursive: true });
    const path = join(temporaryFolder(), "demo.db");
    const db = connect(path);
    await migrate(db.write);
    const bundler = createBundler();
    try {
      const content = await contentFromCourses(resolve("courses"), bundler);
      await buildDemonstration({ db }, { seed: "fjallnas", lastDay: demonstrationDay, content });
    } finally {
      await bundler.close();
      await db.close();
    }
    renameSync(path, template);
  }
  const copy = join(temporaryFolder(), "demo.db");
  copyFileSync(template, copy);
  return copy;
}

export interface Product extends Serving {
  readonly origin: string;
  readonly clock: FakeClock;
}

/** Starts the product with the demonstration company (or another database) on a port of its own. */
export async function startProduct(
  options: { databasePath?: string; timer?: boolean; inbox?: string } = {},
): Promise<Product> {
  const databasePath = options.databasePath ?? (await demonstrationDatabase());
  const port = await freePort();
  const clock = new FakeClock(morning);
  const env = readEnv({ PORT: String(port), DATABASE: databasePath, NODE_ENV: "production", INBOX: options.inbox });
  const db = connect(databasePath);
  await migrate(db.write);
  const serving = await serve({ env, pages: await loadPages(), db, clock, timer: options.timer ?? false, quiet: true });
  return { ...serving, origin: env.origin, clock };
}
