/** After a site came to another legal entity: those who work there for the one before are employed by the new one. */
import { type CivilDate, compareDates } from "#app/domain/calendar";
import type { Writer } from "#db/connect";
import { recordPeople } from "./people";

const peopleAtOnce = 20;

interface Payload {
  readonly siteId: string;
  /** The entity before, and the new one. */
  readonly from: string;
  readonly to: string;
  /** The first day on which the new one employs them. */
  readonly on: CivilDate;
  readonly by: string | null;
}

export const employAtSite = {
  name: "employ-at-site",
  async step(
    tx: Writer,
    job: { readonly payload: unknown; readonly progress: { readonly cursor: string }; readonly at: Date },
  ) {
    const { siteId, from, to, on, by } = job.payload as Payload;
    const concerned = tx
      .selectFrom("employment")
      .where("site_id", "=", siteId)
      .where("entity_id", "=", from)
      .where("withdrawn_at", "is", null)
      .where((eb) => eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)]));
    const some = await concerned
      .select("person_id")
      .distinct()
      .where("person_id", ">", job.progress.cursor)
      .orderBy("person_id")
      .limit(peopleAtOnce)
      .execute();
    const people = some.map((row) => row.person_id);
    const rows =
      people.length === 0
        ? []
        : await concerned.selectAll().where("person_id", "in", people).orderBy("from_on").execute();
    await recordPeople(
      tx,
      { at: job.at, by },
      rows.map((row) => {
        const began = row.from_on as CivilDate;
        return {
          type: "employed" as const,
          personId: row.person_id,
          from: compareDates(began, on) > 0 ? began : on,
          entityId: to,
          siteId,
          kind: row.kind,
          title: row.title,
          managerId: row.manager_id,
        };
      }),
    );
    return { done: people.length, cursor: people.length < peopleAtOnce ? null : (people.at(-1) ?? null) };
  },
};
