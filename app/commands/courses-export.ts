/** `npm run courses:export [folder] [-- --overwrite]`: writes the published content back as files. */
import { parseArgs } from "node:util";
import { exportCourses } from "#app/authoring/export-courses.server";
import { DomainError } from "#app/domain/errors";
import { argumentsOf, command, ForPeople, openDatabase, readEnv } from "./serve";

await command(async () => {
  const { values, positionals } = argumentsOf(() =>
    parseArgs({ options: { overwrite: { type: "boolean", default: false } }, allowPositionals: true }),
  );
  const env = readEnv(process.env);
  const root = positionals[0] ?? env.coursesPath;
  const files = (n: number) => `${n} ${n === 1 ? "file" : "files"}`;
  const db = await openDatabase(env);
  try {
    const { written, removed, unpublished } = await exportCourses({ db }, { root, overwrite: values.overwrite });
    const isStopped = unpublished.length > 0 && !values.overwrite;
    for (const path of unpublished) {
      const what = written.includes(path) ? "was written over" : "holds what was never published";
      console.error(`${root}/${path}: ${what}`);
    }
    for (const path of written) console.log(`wrote ${root}/${path}`);
    for (const path of removed) console.log(`removed ${root}/${path}`);
    if (isStopped) {
      console.error(
        "Nothing was written. Bring these files in first (npm run courses:import), or write over them: npm run courses:export -- --overwrite",
      );
      process.exitCode = 1;
    } else console.log(`${files(written.length)} written, ${removed.length} removed.`);
  } catch (error) {
    throw error instanceof DomainError ? new ForPeople(`${error.message}.`) : error;
  } finally {
    await db.close();
  }
});
