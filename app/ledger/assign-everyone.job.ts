/** After a change of requirements: makes everybody's assignments what the requirements imply, some people at a time. */
import type { Writer } from "#db/connect";
import { reconcileAssignments } from "./organisation";

const peopleAtOnce = 20;

export const assignEveryone = {
  name: "assign-everyone",
  async step(tx: Writer, job: { readonly progress: { readonly cursor: string }; readonly at: Date }) {
    const rows = await tx
      .selectFrom("person")
      .select("id")
      .where("id", ">", job.progress.cursor)
      .orderBy("id")
      .limit(peopleAtOnce)
      .execute();
    await reconcileAssignments(
      tx,
      { at: job.at, by: null },
      rows.map((row) => row.id),
    );
    return { done: rows.length, cursor: rows.length < peopleAtOnce ? null : (rows.at(-1)?.id ?? null) };
  },
};
