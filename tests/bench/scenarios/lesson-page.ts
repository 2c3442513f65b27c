/** A signed-in lesson document, against the least that could make it. */
import { lessonPath } from "#app/lessons/links";
import { copied, demonstration, lastDay, lastMorning } from "../databases";
import { dealt } from "../dealt";
import { cutDocument, withoutComments } from "../documents";
import { median, rounded } from "../figures";
import { type Running, startProcess } from "../processes";
import type { LessonFloor } from "../processes/lesson-floor";
import type { Load, Loaded, LoadRequest } from "../processes/load";
import type { Product } from "../processes/product";
import { findReaders } from "../readers";
import { type Figures, type Scenario, scaled } from "../scenario";

const moduleId = "svara-kunder";
const lesson = "02-orden-i-svaret";
const connections = 32;
const rounds = 5;

interface Side {
  readonly origin: string;
  readonly cpuSeconds: () => Promise<number>;
}

interface Measured extends Loaded {
  readonly cpuMs: number;
}

export const lessonPage: Scenario = {
  name: "lesson-page",
  async run(bench): Promise<Figures> {
    const databasePath = copied(bench, await demonstration(bench));
    const path = lessonPath(moduleId, lesson);
    const product = startProcess<Product>(bench, "product.ts", { profile: "lesson-page" });
    const origin = await product.call("begin", { databasePath, instant: lastMorning, courses: null });
    const cookies = await product.call("signIn", await findReaders(databasePath, moduleId, lastDay));
    const ours = await documentOf(origin + path, cookies[0] ?? "");
    const floor = startProcess<LessonFloor>(bench, "lesson-floor.tsx", { profile: "lesson-page-floor" });
    const { before, beforeData, afterData } = cutDocument(ours);
    const begun = await floor.call("begin", {
      databasePath,
      instant: lastMorning,
      moduleId,
      lesson,
      path,
      cookies,
      frame: { before, beforeData, afterData },
    });
    const theirs = await documentOf(begun.origin + path, cookies[0] ?? "");
    holdTogether(ours, theirs);

    const load = startProcess<Load>(bench, "load.ts");
    const seconds = scaled(bench, 4, 1);
    const lists = dealt(
      cookies.map((cookie) => ({ method: "GET" as const, path, headers: { cookie } })),
      connections,
    );
    const sides: Side[] = [
      { origin, cpuSeconds: () => product.call("cpuSeconds", undefined) },
      { origin: begun.origin, cpuSeconds: () => floor.call("cpuSeconds", undefined) },
    ];
    // Everybody's first page: nothing of theirs has been rendered before.
    const first = await load.call("once", { origin, connections: lists });
    const measured: Measured[][] = sides.map(() => []);
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, side] of sides.entries()) {
        bench.say(`lesson-page: round ${round + 1} of ${rounds}, ${at === 0 ? "the product" : "the floor"}`);
        const result = await measure(load, lists, side, seconds);
        // The round before the first is for warming up.
        if (round >= 0) measured[at]?.push(result);
      }
    }
    const of = (at: number, figure: keyof Measured) => median((measured[at] ?? []).map((result) => result[figure]));
    return {
      perSecond: rounded(of(0, "perSecond")),
      floorPerSecond: rounded(of(1, "perSecond")),
      ratio: rounded(of(0, "perSecond") / of(1, "perSecond"), 2),
      cpuMs: rounded(of(0, "cpuMs"), 2),
      floorCpuMs: rounded(of(1, "cpuMs"), 2),
      cpuRatio: rounded(of(1, "cpuMs") / of(0, "cpuMs"), 2),
      p50Ms: of(0, "p50Ms"),
      p99Ms: of(0, "p99Ms"),
      bytes: rounded(of(0, "bytesEach")),
      floorBytes: rounded(of(1, "bytesEach")),
      statements: begun.statements,
      connections,
      readers: cookies.length,
      firstPagesPerSecond: rounded(cookies.length / first.seconds),
    };
  },
};

async function documentOf(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`${url} was answered with ${response.status}`);
  return await response.text();
}

/** @throws when the two do not show the same page, or differ in size by more than 5 % */
function holdTogether(ours: string, theirs: string): void {
  const markups = [ours, theirs].map((html) => withoutComments(cutDocument(html).markup));
  const [one = "", other = ""] = markups.map((markup) =>
    markup.slice(markup.indexOf("<main"), markup.indexOf("</main>")),
  );
  if (one === "" || one !== other) {
    const place = [...one].findIndex((character, at) => character !== other[at]);
    const around = [one, other].map((main) => main.slice(Math.max(0, place - 80), place + 80));
    throw new Error(`The floor does not make the page that the product makes:\n${around.join("\n")}`);
  }
  const apart = Math.abs(ours.length - theirs.length) / ours.length;
  if (apart > 0.05)
    throw new Error(`The floor sends ${theirs.length} characters where the product sends ${ours.length}`);
}

async function measure(
  load: Running<Load>,
  lists: readonly (readonly LoadRequest[])[],
  side: Side,
  seconds: number,
): Promise<Measured> {
  const before = await side.cpuSeconds();
  const loaded = await load.call("load", { origin: side.origin, connections: lists, seconds });
  const cpuMs = (((await side.cpuSeconds()) - before) * 1000) / loaded.requests;
  return { ...loaded, cpuMs };
}
