/**
 * After the zone or the country of sites was changed: days are reckoned anew for those who work or worked there, and their
 * assignments made what the requirements imply; some people at a time.
 */
import type { Writer } from "#db/connect";
import { reconcileAssignments } from "./organisation";

const peopleAtOnce = 20;

export const assignSites = {
  name: "assign-sites",
  async step(
    tx: Writer,
    job: { readonly payload: unknown; readonly progress: { readonly cursor: string }; readonly at: Date },
  ) {
    const { siteIds } = job.payload as { siteIds: string[] };
    const rows = await tx
      .selectFrom("employment")
      .select("person_id")
      .distinct()
      .where("site_id", "in", siteIds)
      .where("withdrawn_at", "is", null)
      .where("person_id", ">", job.progress.cursor)
      .orderBy("person_id")
      .limit(peopleAtOnce)
      .execute();
    const people = rows.map((row) => row.person_id);
    await reconcileAssignments(tx, { at: job.at, by: null }, people, { everyStanding: true });
    return { done: people.length, cursor: people.length < peopleAtOnce ? null : (people.at(-1) ?? null) };
  },
};
