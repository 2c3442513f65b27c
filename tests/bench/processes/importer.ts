/** Imports the shipped courses into an empty database, or only bundles their lessons. */
import "#app/commands/production";
import { join, resolve } from "node:path";
import remarkGfm from "remark-gfm";
import { importCourses } from "#app/authoring/import-courses.server";
import { createBundler } from "#app/lessons/bundler";
import { checkCourses } from "#app/lessons/check-courses";
import { systemClock } from "#app/platform/clock";
import { connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { answerCalls } from "../processes";

const courses = resolve("courses");

export interface Imported {
  /** Milliseconds that bundling each lesson took, in order; the first starts the worker and its esbuild. */
  readonly lessons: readonly number[];
  /** Refreshers and sets of questions, which are not bundled. */
  readonly others: number;
  /** Everything: reading, checking, compiling, storing. */
  readonly wholeMs: number;
  /** Once more, with nothing changed: what every start takes. */
  readonly againMs: number;
}

const api = {
  async importCourses(folder: string): Promise<Imported> {
    const db = connect(join(folder, "empty.db"));
    await migrate(db.write);
    const bundler = createBundler();
    const lessons: number[] = [];
    const timed = {
      ...bundler,
      async bundle(job: Parameters<typeof bundler.bundle>[0]) {
        const began = performance.now();
        const code = await bundler.bundle(job);
        lessons.push(performance.now() - began);
        return code;
      },
    };
    try {
      const deps = { db, clock: systemClock };
      const began = performance.now();
      const report = await importCourses(deps, { root: courses, bundler: timed });
      const wholeMs = performance.now() - began;
      const faults = report.problems.filter(({ severity }) => severity === "error");
      if (faults.length > 0 || report.published.length === 0) throw new Error("The courses could not be imported");
      const { n } = await db.read
        .selectFrom("lesson_source")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("kind", "<>", "lesson")
        .executeTakeFirstOrThrow();
      const again = performance.now();
      await importCourses(deps, { root: courses, bundler: timed });
      return { lessons, others: n, wholeMs, againMs: performance.now() - again };
    } finally {
      await bundler.close();
      await db.close();
    }
  },

  /** The floor: each lesson's text through mdx-bundler, unchecked and stored nowhere. @returns milliseconds of each */
  async bundleOnly(): Promise<number[]> {
    const checked = await checkCourses(courses);
    const times: number[] = [];
    for (const { file } of checked.modules.flatMap(({ lessons }) => lessons.flatMap(({ files }) => files))) {
      const source = file.source.replace(/^---\n[\s\S]*?\n---\n/, "");
      const began = performance.now();
      // Loaded with the first lesson, as the product's worker is.
      const { bundleMDX } = await import("mdx-bundler");
      await bundleMDX({
        source,
        mdxOptions: (options) => ({ ...options, remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm] }),
      });
      times.push(performance.now() - began);
    }
    return times;
  },
};

export type Importer = typeof api;

answerCalls(api);
