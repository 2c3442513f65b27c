/** The databases of the bench: made once, kept under `.cache/bench` by what they are made from, and copied for use. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { buildDemonstration } from "#app/demo/build-demonstration";
import { contentFromCourses } from "#app/demo/content-from-courses";
import { generateLarge } from "#app/demo/generate-large";
import { addDays, civilDate } from "#app/domain/calendar";
import { createBundler } from "#app/lessons/bundler";
import { type Connections, connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { type MovingIn, moveIn } from "./moving-in";
import type { Bench } from "./scenario";

const root = resolve(import.meta.dirname, "../..");
const cache = join(root, ".cache/bench");

/** The day up to which every company here has lived; what is measured happens on it, or on the next. */
export const lastDay = civilDate("2026-11-24");
export const nextDay = addDays(lastDay, 1);
/** In the morning of these days, where the companies are. */
export const lastMorning = "2026-11-24T07:30:00.000Z";
export const nextMorning = "2026-11-25T07:30:00.000Z";

/** What a generated company is made by. */
const makers = ["db", "app/demo", "app/domain", "app/ledger"];
const withContent = [...makers, "app/lessons", "app/authoring", "courses"];

function hashOf(sources: readonly string[], parameters: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(parameters));
  for (const source of sources) {
    const path = join(root, source);
    const names = statSync(path).isFile()
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
    for (const name of names) hash.update(`${name.slice(root.length)}\n`).update(readFileSync(name));
  }
  return hash.digest("hex").slice(0, 16);
}

function remove(path: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(path + ending, { force: true });
}

/** The database `name`, from the cache or made now; older ones of that name go. */
async function kept(
  bench: Bench,
  name: string,
  key: string,
  fill: (db: Connections) => Promise<unknown>,
): Promise<string> {
  const path = join(cache, `${name}-${key}.db`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) if (old.startsWith(`${name}-`)) rmSync(join(cache, old));
  bench.say(`making ${name} …`);
  const started = performance.now();
  const unfinished = join(cache, `unfinished-${process.pid}.db`);
  try {
    const db = connect(unfinished);
    try {
      await migrate(db.write);
      await fill(db);
    } finally {
      await db.close();
    }
    renameSync(unfinished, path);
  } finally {
    remove(unfinished);
  }
  bench.say(`made ${name} in ${Math.round((performance.now() - started) / 1000)} s`);
  return path;
}

/** A copy of a database that goes when the scenario is over. */
export function copied(bench: Bench, path: string): string {
  const folder = temporaryFolder(bench);
  const copy = join(folder, "copy.db");
  copyFileSync(path, copy);
  return copy;
}

/** A folder that goes when the scenario is over. */
export function temporaryFolder(bench: Bench): string {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "run-"));
  bench.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The demonstration company, as `npm run demo` makes it. */
export async function demonstration(bench: Bench): Promise<string> {
  return await kept(bench, "demonstration", hashOf(withContent, lastDay), async (db) => {
    const bundler = createBundler();
    try {
      const content = await contentFromCourses(join(root, "courses"), bundler);
      await buildDemonstration({ db }, { seed: "fjallnas", lastDay, content });
    } finally {
      await bundler.close();
    }
  });
}

/** A company of any size on 60 modules, each person with `each` of them; one standing in a hundred changes on `nextDay`. */
export async function largeCompany(
  bench: Bench,
  size: { readonly people: number; readonly each: number; readonly units: number },
): Promise<string> {
  const { people, each, units } = size;
  const options = {
    people,
    modules: 60,
    departments: units,
    standings: people * each,
    lastDay,
    changingOn: nextDay,
    fractionChanging: 0.01,
  };
  return await kept(bench, `company-of-${people}`, hashOf(makers, options), (db) => generateLarge(db, options));
}

/** A company on the day that it moves in: everything is required of everybody, nothing is on record. */
export async function movingCompany(bench: Bench, size: MovingIn): Promise<string> {
  const key = hashOf([...makers, "tests/bench/moving-in.ts"], size);
  return await kept(bench, `moving-in-of-${size.people}`, key, (db) => moveIn(db, size));
}
