/** Starts the product: database, content, runner, web server; and stops it without losing a request. */
import { existsSync } from "node:fs";
import { createConverter } from "#app/authoring/converting/converter";
import { publishDue } from "#app/authoring/drafts/publication.server";
import { importCourses } from "#app/authoring/import-courses.server";
import { countAnswers } from "#app/authoring/insights/count-answers.server";
import { collectMedia } from "#app/authoring/media/collect-media.server";
import { foretellEnds } from "#app/certifying/foretell-ends.server";
import { forgetUnusedDocuments } from "#app/certifying/take-document.server";
import { tick } from "#app/ledger/tick";
import { type Bundler, createBundler } from "#app/lessons/bundler";
import { type Clock, systemClock } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { BadEnvironment, type Env, readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { forgetStrayFiles } from "#app/platform/stray-files";
import type { StartJobThread } from "#app/work/job-thread";
import { type Chore, type Runner, startRunner } from "#app/work/runner";
import { connect, DatabaseUnavailable } from "#db/connect";
import { migrate } from "#db/migrate";
import { deletePastWindows } from "#db/queries/limits";
import { deleteExpiredSessions } from "#db/queries/sessions";
import { CannotListen, createApp, type Listening, listen, type Pages } from "../server";
import { handlers } from "./handlers";
import { jobThreads } from "./job-thread";

/** An error whose message is all that somebody at a terminal needs. */
export function isForPeople(error: unknown): error is Error {
  return (
    error instanceof DatabaseUnavailable ||
    error instanceof BadEnvironment ||
    error instanceof CannotListen ||
    error instanceof ForPeople
  );
}

/** Says what is wrong and what to do, in one line. */
export class ForPeople extends Error {
  override readonly name = "ForPeople";
}

/** Reads a command's arguments; one that there is not is said in one line. */
export function argumentsOf<Arguments>(read: () => Arguments): Arguments {
  try {
    return read();
  } catch (error) {
    throw error instanceof TypeError ? new ForPeople(error.message) : error;
  }
}

/** Runs a command: an expected error is one line, any other its trace; the exit status is not 0. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isForPeople(error)) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}

/** Opens the database of an environment and brings it to this version. */
export async function openDatabase(env: Env): Promise<Deps["db"]> {
  const db = connect(env.databasePath);
  try {
    await migrate(db.write);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

/** How long ended sessions stay known, so that what somebody sends late is kept for them. */
const rememberedMs = 7 * 24 * 60 * 60 * 1000;

/** How often it is looked for files that nothing has any more; they stay for days. */
const collectMs = 60 * 60 * 1000;

/** A chore that is done at the first round, and then not more often than this. */
function seldom(everyMs: number, chore: Chore): Chore {
  let last = Number.NEGATIVE_INFINITY;
  return async (at) => {
    if (at.getTime() - last < everyMs) return null;
    last = at.getTime();
    return await chore(at);
  };
}

/** What goes on by itself besides jobs. */
export function startChores(
  deps: Deps,
  options: { bundler: Bundler; timer: boolean; startThread?: StartJobThread },
): Runner {
  const startThread = options.startThread ?? jobThreads(deps.db.path);
  return startRunner(
    { ...deps, startThread },
    {
      handlers: handlers(deps, options.bundler),
      timer: options.timer,
      chores: [
        async (at) => {
          const report = await tick(deps.db, at);
          return report.passed + report.replayed > 0 ? { ...report, longestMs: Math.round(report.longestMs) } : null;
        },
        async (at) => {
          const before = new Date(at.getTime() - rememberedMs).toISOString();
          const sessions = await deleteExpiredSessions(deps.db.write, before);
          await deletePastWindows(deps.db.write, before);
          return sessions > 0 ? { forgottenSessions: sessions } : null;
        },
        async (at) => {
          const begun = await publishDue(deps, at);
          return begun > 0 ? { publications: begun } : null;
        },
        async (at) => {
          const foretoldEnds = await foretellEnds(deps, at);
          const forgottenDocuments = await forgetUnusedDocuments(deps, at);
          return foretoldEnds + forgottenDocuments > 0 ? { foretoldEnds, forgottenDocuments } : null;
        },
        async (at) => {
          const countedAttempts = await countAnswers(deps, at);
          return countedAttempts > 0 ? { countedAttempts } : null;
        },
        seldom(collectMs, async (at) => {
          const forgottenFiles = await forgetStrayFiles(deps.db, at);
          const forgottenMedia = await collectMedia(deps, at);
          return forgottenFiles + forgottenMedia > 0 ? { forgottenFiles, forgottenMedia } : null;
        }),
      ],
    },
  );
}

export interface Serving extends Listening {
  readonly deps: Deps;
  readonly runner: Runner;
}

/** Brings in the content, starts the runner and listens. */
export async function serve(options: {
  readonly env: Env;
  readonly pages: Pages;
  readonly db: Deps["db"];
  readonly clock?: Clock;
  readonly timer?: boolean;
  readonly quiet?: boolean;
  /** How a thread for a large job is started; absent: as the product does. */
  readonly startThread?: StartJobThread;
}): Promise<Serving> {
  const { env, pages, db } = options;
  const log = createLog(options.quiet ? "silent" : env.logLevel);
  let runner: Runner | undefined;
  const deps: Deps = { env, db, clock: options.clock ?? systemClock, log, wake: () => void runner?.round() };
  const bundler = createBundler();
  const converter = createConverter();
  const closeWorkers = () => Promise.all([bundler.close(), converter.close()]);
  let listening: Listening;
  try {
    if (existsSync(env.coursesPath)) await bringContent(deps, bundler);
    listening = await listen(createApp(deps, pages, { bundler, converter }), env.host, env.port);
  } catch (error) {
    await closeWorkers();
    throw error;
  }
  const { timer = true, startThread } = options;
  const started = startChores(deps, { bundler, timer, ...(startThread ? { startThread } : {}) });
  runner = started;
  await started.round();
  return {
    ...listening,
    deps,
    runner: started,
    async stop(graceMs) {
      await listening.stop(graceMs);
      await started.stop();
      await closeWorkers();
      await db.close();
    },
  };
}

/** Imports what changed in the content; faults are logged by file and line, and what was published before stays. */
async function bringContent(deps: Deps, bundler: Bundler): Promise<void> {
  const report = await importCourses(deps, { root: deps.env.coursesPath, bundler });
  for (const problem of report.problems) {
    const place = `${problem.path}:${problem.line}:${problem.column}`;
    deps.log[problem.severity === "error" ? "error" : "warn"](`${place} ${problem.message}`);
  }
  if (report.published.length > 0) deps.log.info({ published: report.published }, "content published");
}

/** Serves until told to stop (Ctrl-C or a stop signal), then finishes what is under way. */
export async function serveUntilStopped(serving: Serving): Promise<void> {
  await new Promise<void>((done) => {
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      serving.stop().then(done, done);
    };
    // A terminal tells the whole group and npm passes it on: what comes a second time changes nothing.
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}

export { readEnv };
