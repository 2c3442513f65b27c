/** Processes of the bench: each side of a comparison has one of its own, and so has whoever measures it. */
import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import type { Bench } from "./scenario";

/** What can be asked of a process: each call takes one value and gives one, both fit for structured cloning. */
export type Calls = Readonly<Record<string, (input: never) => unknown>>;

export interface Running<Api extends Calls> {
  call<Name extends keyof Api & string>(
    name: Name,
    input: Parameters<Api[Name]>[0],
  ): Promise<Awaited<ReturnType<Api[Name]>>>;
  /** Ends the process; its call `end`, if it has one, comes first. */
  stop(): Promise<void>;
}

interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string };

const folder = resolve(import.meta.dirname, "processes");

/** Starts a file of `processes/`; it is stopped at the latest when the scenario is over. */
export function startProcess<Api extends Calls>(
  bench: Bench,
  file: string,
  options: { readonly profile?: string } = {},
): Running<Api> {
  const profile =
    bench.profiles !== null && options.profile !== undefined
      ? // Each thread writes a file of its own.
        ["--cpu-prof", `--cpu-prof-dir=${resolve(bench.profiles, options.profile)}`]
      : [];
  const child = fork(resolve(folder, file), [], {
    execArgv: ["--import", import.meta.resolve("tsx"), ...profile],
    env: { ...process.env, NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const ended = endOf(child).then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code} before it answered`));
    waiting.clear();
  });
  child.on("message", (reply: Reply) => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("failure" in reply) asker?.reject(new Error(`${file}: ${reply.failure}`));
    else asker?.resolve(reply.result);
  });
  let asked = 0;
  let stopping: Promise<void> | undefined;
  const ask = (name: string, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error(`${file} has ended`));
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ id: asked, name, input } satisfies Request);
    });
  const stop = async () => {
    if (child.connected) await ask("end", null).catch(() => undefined);
    if (child.connected) child.disconnect();
    await ended;
  };
  const running: Running<Api> = {
    call: (name, input) => ask(name, input) as never,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
  bench.after(() => running.stop());
  return running;
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((done) => child.once("exit", (code, signal) => done(code ?? signal ?? "no status")));
}

/** Answers calls in a process of the bench, until the bench is done with it. */
export function answerCalls(calls: Calls): void {
  process.on("message", async ({ id, name, input }: Request) => {
    const call = calls[name] as ((input: unknown) => unknown) | undefined;
    let reply: Reply;
    try {
      if (!call && name !== "end") throw new Error(`There is no call ${name}`);
      reply = { id, result: await call?.(input) };
    } catch (error) {
      reply = { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    process.send?.(reply);
  });
  // What still listens must not keep a process alive that nobody talks to.
  process.once("disconnect", () => process.exit());
}
