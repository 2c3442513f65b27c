/** Makes requests and measures them, in a process of its own. */
import { Agent, request as httpRequest } from "node:http";
import autocannon from "autocannon";
import { answerCalls } from "../processes";

export interface LoadRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadOptions {
  readonly origin: string;
  /** What each connection sends, over and over; one list a connection. */
  readonly connections: readonly (readonly LoadRequest[])[];
  readonly seconds: number;
}

export interface Loaded {
  readonly perSecond: number;
  readonly requests: number;
  readonly bytesEach: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface SentOnce {
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
}

interface Timed {
  readonly ms: number;
  readonly bytes: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request; how long from `since` until its last byte was here. */
function timed(origin: string, asked: LoadRequest, since = performance.now()): Promise<Timed> {
  return new Promise((done, fail) => {
    const sent = httpRequest(
      origin + asked.path,
      { method: asked.method, headers: asked.headers, agent },
      (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("error", fail);
        response.on("end", () => {
          if (response.statusCode === 200) done({ ms: performance.now() - since, bytes });
          else fail(new Error(`${asked.method} ${asked.path} was answered with ${response.statusCode}`));
        });
      },
    );
    sent.on("error", fail);
    sent.end(asked.body);
  });
}

let pace: { timer: NodeJS.Timeout; pending: Promise<number>[]; failed: () => unknown } | undefined;

const api = {
  /** As many requests as the server takes, for so long. Anything but 200 is an error. */
  async load({ origin, connections, seconds }: LoadOptions): Promise<Loaded> {
    let opened = 0;
    const result = await autocannon({
      url: origin,
      connections: connections.length,
      timeout: 60,
      duration: seconds,
      setupClient(client) {
        const list = connections[opened % connections.length] ?? [];
        opened += 1;
        client.setRequests(list.map((asked) => ({ ...asked, headers: { ...asked.headers } })));
      },
    });
    const answered = result["2xx"];
    if (result.errors > 0 || result.non2xx > 0) {
      throw new Error(`${result.errors} requests failed, ${result.non2xx} were not answered with 200`);
    }
    return {
      perSecond: answered / result.duration,
      requests: answered,
      bytesEach: result.throughput.total / answered,
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
    };
  },

  /** Each request once, a list of them on each connection. Anything but 200 is an error. */
  async once(options: Omit<LoadOptions, "seconds">): Promise<SentOnce> {
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
      options.connections.map(async (list) => {
        for (const asked of list) times.push((await timed(options.origin, asked)).ms);
      }),
    );
    return { seconds: (performance.now() - began) / 1000, times };
  },

  /** From now on so many requests a second, however long each takes. */
  startPace(options: {
    readonly origin: string;
    readonly requests: readonly LoadRequest[];
    readonly perSecond: number;
  }): void {
    const pending: Promise<number>[] = [];
    const gap = 1000 / options.perSecond;
    const began = performance.now();
    let failure: unknown;
    let sent = 0;
    const timer = setInterval(() => {
      // Each has its time; one that is sent late because this process was busy has been waiting since.
      while (began + sent * gap <= performance.now()) {
        const asked = options.requests[sent % options.requests.length];
        if (!asked) return;
        const due = began + sent * gap;
        sent += 1;
        pending.push(
          timed(options.origin, asked, due).then(
            ({ ms }) => ms,
            (error) => {
              failure ??= error;
              return Number.NaN;
            },
          ),
        );
      }
    }, 1);
    pace = { timer, pending, failed: () => failure };
  },

  /** Ends the pace. @returns milliseconds of each request, from when it was due */
  async stopPace(): Promise<number[]> {
    if (!pace) throw new Error("There is no pace");
    const { timer, pending, failed } = pace;
    pace = undefined;
    clearInterval(timer);
    const times = await Promise.all(pending);
    const failure = failed();
    if (failure) throw failure;
    return times;
  },
};

export type Load = typeof api;

answerCalls(api);
