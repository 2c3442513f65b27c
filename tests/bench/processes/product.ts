/** The product: built pages, its own server, its own database connections, logging as in production. */
import "#app/commands/production";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { jobThreads } from "#app/commands/job-thread";
import { loadPages } from "#app/commands/pages";
import { type Serving, serve } from "#app/commands/serve";
import { tick } from "#app/ledger/tick";
import { readEnv } from "#app/platform/env";
import { beginSession } from "#app/platform/sessions";
import { connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { freePort } from "#tests/support/product";
import { answerCalls } from "../processes";
import { RunningClock } from "../running-clock";
import { type Holds, type Transaction, WriterWatch } from "../writer-watch";

export interface ProductOptions {
  readonly databasePath: string;
  /** UTC ISO. */
  readonly instant: string;
  /** A folder of courses to bring in; null: the database has its content. */
  readonly courses: string | null;
  /** Whether to note how long each transaction held the write lock. */
  readonly watch?: boolean;
  /** Whether to keep every row that is written (slower: not while anything is measured). */
  readonly keepRows?: boolean;
}

/** What a tick did, and how long it took. */
export interface Ticked extends Holds {
  readonly passed: number;
  readonly replayed: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

let serving: Serving | undefined;
let clock: RunningClock | undefined;
let watch: WriterWatch | undefined;
let delays: IntervalHistogram | undefined;

function running(): { serving: Serving; clock: RunningClock } {
  if (!serving || !clock) throw new Error("The product has not begun");
  return { serving, clock };
}

const api = {
  /** Starts it. @returns its origin */
  async begin(options: ProductOptions): Promise<string> {
    if (options.watch || options.keepRows) watch = new WriterWatch({ keepRows: options.keepRows ?? false });
    const port = await freePort();
    const env = readEnv({
      PORT: String(port),
      DATABASE: options.databasePath,
      COURSES: options.courses ?? "no courses",
      NODE_ENV: "production",
    });
    const db = connect(options.databasePath);
    await migrate(db.write);
    clock = new RunningClock(options.instant);
    const startThread = watch?.watching(jobThreads(options.databasePath));
    serving = await serve({
      env,
      pages: await loadPages(),
      db,
      clock,
      timer: false,
      ...(startThread ? { startThread } : {}),
    });
    return env.origin;
  },

  /** Begins a session for each person, as signing in does. @returns their cookies */
  async signIn(people: readonly string[]): Promise<string[]> {
    const cookies: string[] = [];
    for (const person of people) {
      const cookie = await beginSession(running().serving.deps, person);
      cookies.push(cookie.split(";", 1)[0] ?? "");
    }
    return cookies;
  },

  setClock(instant: string): void {
    running().clock.set(instant);
  },

  /** Applies what has come due, as the runner does every minute. */
  async tick(): Promise<Ticked> {
    const { serving, clock } = running();
    if (!watch) throw new Error("Nobody watches the writer");
    watch.restart();
    const cpu = process.cpuUsage();
    const started = performance.now();
    const report = await tick(serving.deps.db, clock.now());
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return {
      passed: report.passed,
      replayed: report.replayed,
      seconds,
      cpuSeconds: (user + system) / 1e6,
      ...watch.holds(),
    };
  },

  /** From here on it is noted how long transactions hold the write lock and how long the event loop is kept waiting. */
  restartWatch(): void {
    watch?.restart();
    delays?.disable();
    delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
  },

  /** What was noted since `restartWatch`. */
  watched(): Holds & { readonly longestDelayMs: number } {
    if (!watch || !delays) throw new Error("Nobody watches the writer");
    return { ...watch.holds(), longestDelayMs: delays.max / 1e6 };
  },

  /** What was written since the last call, a transaction each; for `keepRows`. */
  takeRows(): readonly Transaction[] {
    return watch?.takeRows() ?? [];
  },

  /** Seconds of processor time that this process has taken. */
  cpuSeconds(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },

  async end(): Promise<void> {
    await serving?.stop(1000);
    serving = undefined;
  },
};

export type Product = typeof api;

answerCalls(api);
