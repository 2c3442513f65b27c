/** Puts a real lesson into a generated company, whose own modules have no content, and requires it of some people. */
import { resolve } from "node:path";
import { contentFromCourses } from "#app/demo/content-from-courses";
import { instantIn } from "#app/demo/instants";
import { record } from "#app/ledger/record";
import { createBundler } from "#app/lessons/bundler";
import { lessonPath } from "#app/lessons/links";
import { connect } from "#db/connect";
import { lastDay } from "./databases";

const moduleId = "svara-kunder";
const lesson = "02-orden-i-svaret";
const howMany = 64;

export async function addLesson(
  databasePath: string,
): Promise<{ readonly path: string; readonly readers: readonly string[] }> {
  const bundler = createBundler();
  const db = connect(databasePath);
  try {
    const content = await contentFromCourses(resolve("courses"), bundler);
    const revisions = content.modules.find(({ id }) => id === moduleId)?.revisions ?? [];
    const at = instantIn("Europe/Stockholm", lastDay, 0);
    const readers = await db.read.selectFrom("person").select("id").orderBy("id").limit(howMany).execute();
    await db.write.transaction().execute(async (tx) => {
      const recording = { at, by: null };
      for (const { number } of revisions) await content.publish(tx, recording, { moduleId, number, on: lastDay });
      const facts = readers.map(({ id }) => ({
        type: "assignment" as const,
        personId: id,
        moduleId,
        event: "begins" as const,
        on: lastDay,
        requirementId: null,
      }));
      await record(tx, recording, facts);
    });
    return { path: lessonPath(moduleId, lesson), readers: readers.map(({ id }) => id) };
  } finally {
    await bundler.close();
    await db.close();
  }
}
