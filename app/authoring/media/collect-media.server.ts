/** Takes away files of lessons that nothing shows any more, and what is left of uploads that stopped in the middle. */
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { whenAnswered } from "#app/platform/in-flight";
import type { Connections } from "#db/connect";
import {
  deleteLastChunks,
  deleteMedia,
  findForgettableMedia,
  findVariantsOf,
  isMediaUnused,
  noteUnusedMedia,
} from "#db/queries/media-collecting";
import { forgetVariants } from "./make-variants.job";

const dayMs = 24 * 60 * 60 * 1000;
/** Days that a file stays after nothing has it any more. */
export const unusedDays = 30;
/** Files of a round at most; the rest follows in the next. */
const filesOfRound = 20;
/** Chunks that one transaction takes away: two megabytes. */
const chunksAStep = 8;
const politeMs = 50;

/** Takes one file away, unless something has it by now. */
async function forgetMedia(db: Connections, hash: string): Promise<boolean> {
  for (;;) {
    const step = await db.write.transaction().execute(async (tx) => {
      if (!(await isMediaUnused(tx, hash))) return "used";
      if (await deleteLastChunks(tx, hash, chunksAStep)) return "more";
      await forgetVariants(tx, hash);
      await deleteMedia(tx, hash);
      return "gone";
    });
    if (step !== "more") return step === "gone";
    await whenAnswered(politeMs);
  }
}

/**
 * Takes away every file that nothing has had for `unusedDays` days, with the smaller pictures made of it, and uploads
 * that never came whole and began more than a day ago. What a revision shows, published now or ever, or a draft, open or
 * ended, stays. A chore of the runner.
 *
 * @returns how many files
 */
export async function collectMedia(deps: Pick<Deps, "db">, at: Date): Promise<number> {
  const { db } = deps;
  const ago = (days: number) => instantText(new Date(at.getTime() - days * dayMs));
  await db.write.transaction().execute((tx) => noteUnusedMedia(tx, instantText(at)));
  let gone = 0;
  for (const hash of await findForgettableMedia(db.read, { unused: ago(unusedDays), begun: ago(1) }, filesOfRound)) {
    const smaller = await findVariantsOf(db.read, hash);
    if (!(await forgetMedia(db, hash))) continue;
    gone += 1;
    for (const one of smaller) if (await forgetMedia(db, one)) gone += 1;
  }
  return gone;
}
