/** What is left of files that somebody brought and that went nowhere. */
import type { Connections } from "#db/connect";
import { deleteStoredFile, findStrayFiles } from "#db/queries/stored-files";
import { instantText } from "./clock";
import { whenAnswered } from "./in-flight";

/** A form with a file is sent to its end within a day. */
const strayMs = 24 * 60 * 60 * 1000;
const filesOfRound = 20;
const politeMs = 50;

/** Takes away files that began more than a day ago and that nothing has. A chore of the runner; gives how many. */
export async function forgetStrayFiles(db: Connections, at: Date): Promise<number> {
  const stray = await findStrayFiles(db.read, instantText(new Date(at.getTime() - strayMs)), filesOfRound);
  for (const id of stray) {
    await db.write.transaction().execute((tx) => deleteStoredFile(tx, id));
    await whenAnswered(politeMs);
  }
  return stray.length;
}
