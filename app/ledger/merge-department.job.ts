/** Carries out a merge of departments that was decided: its people, some at a time, then its end. */
import type { Writer } from "#db/connect";
import { endMerge, type Merging, mergeSomePeople } from "./merge-department";

export const mergeDepartmentJob = {
  name: "merge-department",
  async step(tx: Writer, job: { readonly payload: unknown; readonly at: Date }) {
    const { by, ...merging } = job.payload as Merging & { readonly by: string | null };
    const recording = { at: job.at, by };
    const moved = await mergeSomePeople(tx, recording, merging);
    if (moved === 0) await endMerge(tx, recording, merging);
    return { done: moved, cursor: moved === 0 ? null : merging.departmentId };
  },
};
