/**
 * After a change of requirements: makes everybody's assignments what the requirements imply, some people at a time. People
 * about whom nothing changes are passed over quickly: only their circumstances are read.
 */
import type { Writer } from "#db/connect";
import { countPeople, findPeopleAfter } from "#db/queries/requirement-reach";
import { reconcileAssignments } from "./organisation";
import { peopleOutOfStep } from "./out-of-step";

/** So many people are looked at in a step, and so many of them at most are changed: about 20 ms of the write lock. */
const lookedAtOnce = 256;
const changedAtOnce = 16;

export const assignEveryone = {
  name: "assign-everyone",
  async step(
    tx: Writer,
    job: {
      readonly payload: unknown;
      readonly progress: { readonly cursor: string; readonly total: number | null };
      readonly at: Date;
    },
  ) {
    const { requirements = null } = (job.payload ?? {}) as { requirements?: readonly string[] };
    const total = job.progress.total ?? (await countPeople(tx));
    const people = await findPeopleAfter(tx, job.progress.cursor, lookedAtOnce);
    const behind = await peopleOutOfStep(tx, people, requirements);
    const some = behind.slice(0, changedAtOnce);
    await reconcileAssignments(tx, { at: job.at, by: null }, some, { everyStanding: false });
    const last = behind.length > some.length ? some.at(-1) : undefined;
    if (last !== undefined) return { done: people.indexOf(last) + 1, total, cursor: last };
    return { done: people.length, total, cursor: people.length < lookedAtOnce ? null : (people.at(-1) ?? null) };
  },
};
