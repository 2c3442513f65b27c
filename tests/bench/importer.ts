/** Somebody at a browser who brings a file in, and lesson pages that others read meanwhile. */
import { setTimeout as wait } from "node:timers/promises";
import type { Connections } from "#db/connect";
import { startProcess } from "./processes";
import type { Load, LoadRequest } from "./processes/load";
import type { Bench } from "./scenario";

/** Lesson pages asked for meanwhile: a large company on a busy morning. */
const pagesPerSecond = 20;
export const quietMs = 8_000;

/** Somebody at a browser, with the import they have begun. */
export class Importer {
  readonly #origin: string;
  readonly #cookie: string;
  readonly #db: Connections;
  readonly #path: string;
  readonly #columns: Record<string, string>;

  /** @param columns what else is sent with the columns: their fields by `column.0` and so on, among others */
  constructor(
    origin: string,
    cookie: string,
    db: Connections,
    of: { readonly kind: "people" | "history"; readonly columns: Record<string, string> },
  ) {
    this.#path = `/admin/imports/${of.kind}`;
    this.#columns = of.columns;
    this.#origin = origin;
    this.#cookie = cookie;
    this.#db = db;
  }

  async #send(path: string, body: FormData | URLSearchParams): Promise<string> {
    const headers = {
      cookie: this.#cookie,
      origin: this.#origin,
      "sec-fetch-site": "same-origin",
      accept: "text/html",
    };
    const answer = await fetch(this.#origin + path, { method: "POST", headers, body, redirect: "manual" });
    const to = answer.headers.get("location");
    if (answer.status !== 302 || to === null) throw new Error(`${path} was answered with ${answer.status}`);
    return to;
  }

  async upload(text: string): Promise<string> {
    const form = new FormData();
    form.append("file", new Blob([text]), "file.csv");
    const to = await this.#send(this.#path, form);
    return to.split("/").at(-1) ?? "";
  }

  async decide(id: string, fields: Record<string, string>): Promise<void> {
    await this.#send(`${this.#path}/${id}`, new URLSearchParams(fields));
  }

  /** Waits until the import has come to a state. */
  async reach(id: string, state: string): Promise<void> {
    for (;;) {
      const row = await this.#db.read
        .selectFrom("import")
        .select(["state", "summary"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      if (row.state === state) return;
      if (row.state === "failed") throw new Error(`The import failed: ${row.summary}`);
      await wait(20);
    }
  }

  /** Brings a file as far as it waits to be confirmed. @returns its id, and seconds of reading and working out */
  async prepare(text: string): Promise<{ readonly id: string; readonly readS: number; readonly checkS: number }> {
    let began = performance.now();
    const id = await this.upload(text);
    await this.reach(id, "mapping");
    const readS = (performance.now() - began) / 1000;
    began = performance.now();
    await this.decide(id, { intent: "columns", ...this.#columns });
    await this.reach(id, "ready");
    return { id, readS, checkS: (performance.now() - began) / 1000 };
  }

  async apply(id: string): Promise<number> {
    const began = performance.now();
    await this.decide(id, { intent: "confirm" });
    await this.reach(id, "applied");
    return (performance.now() - began) / 1000;
  }

  async takeBack(id: string): Promise<number> {
    const began = performance.now();
    await this.decide(id, { intent: "take-back", why: "The bench takes it back" });
    await this.reach(id, "taken-back");
    return (performance.now() - began) / 1000;
  }
}

/** Fields of columns, from the first on, as they are sent. */
export function columnsOf(fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field, column) => [`column.${column}`, field]));
}

/** Milliseconds of each lesson page that was read while something was done. */
export async function pagesDuring(
  bench: Bench,
  origin: string,
  requests: readonly LoadRequest[],
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  // Its own process each time: connections that nobody used for a while are closed by the server.
  const load = startProcess<Load>(bench, "load.ts");
  await load.call("startPace", { origin, requests, perSecond: pagesPerSecond });
  await work();
  const times = await load.call("stopPace", undefined);
  await load.stop();
  return times;
}
