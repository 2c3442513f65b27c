/** After a fact about a whole module: brings everyone who holds it up to date, some people at a time. */
import { refreshModule } from "./record";

const peopleAtOnce = 100;

/** The payload of this job. */
export interface RefreshModule {
  readonly moduleId: string;
}

export const refreshModuleJob = {
  name: "refresh-module",
  async step(
    tx: Parameters<typeof refreshModule>[0],
    job: { readonly payload: unknown; readonly progress: { readonly cursor: string }; readonly at: Date },
  ) {
    const { moduleId } = job.payload as RefreshModule;
    const { keys, next } = await refreshModule(tx, moduleId, job.at, job.progress.cursor, peopleAtOnce);
    return { done: keys, cursor: next };
  },
};
