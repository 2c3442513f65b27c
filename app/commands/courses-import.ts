import { importCourses } from "#app/authoring/import-courses.server";
import { createBundler } from "#app/lessons/bundler";
import { systemClock } from "#app/platform/clock";
import { command, openDatabase, readEnv } from "./serve";

await command(async () => {
  const env = readEnv(process.env);
  const db = await openDatabase(env);
  const bundler = createBundler();
  try {
    const report = await importCourses(
      { db, clock: systemClock },
      { root: process.argv[2] ?? env.coursesPath, bundler },
    );
    for (const { path, line, column, severity, message } of report.problems) {
      console.error(`${path}:${line}:${column} ${severity === "warning" ? "warning: " : ""}${message}`);
    }
    for (const name of report.published) console.log(`published ${name}`);
    console.log(`${report.modules} modules read, ${report.published.length} revisions published.`);
    if (report.problems.some((problem) => problem.severity === "error")) process.exitCode = 1;
  } finally {
    await bundler.close();
    await db.close();
  }
});
