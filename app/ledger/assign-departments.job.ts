/** After a department was moved: makes the assignments of those under it what the requirements imply, some at a time. */
import type { Writer } from "#db/connect";
import { reconcileAssignments } from "./organisation";

const peopleAtOnce = 20;

export const assignDepartments = {
  name: "assign-departments",
  async step(
    tx: Writer,
    job: { readonly payload: unknown; readonly progress: { readonly cursor: string }; readonly at: Date },
  ) {
    const { departmentId, from } = job.payload as { departmentId: string; from: string };
    const rows = await tx
      .selectFrom("membership")
      .innerJoin("department_ancestor", "department_ancestor.department_id", "membership.department_id")
      .select("membership.person_id")
      .distinct()
      .where("department_ancestor.ancestor_id", "=", departmentId)
      .where("membership.withdrawn_at", "is", null)
      .where((eb) => eb.or([eb("membership.to_on", "is", null), eb("membership.to_on", ">=", from)]))
      .where("membership.person_id", ">", job.progress.cursor)
      .orderBy("membership.person_id")
      .limit(peopleAtOnce)
      .execute();
    const people = rows.map((row) => row.person_id);
    await reconcileAssignments(tx, { at: job.at, by: null }, people, { everyStanding: false });
    return { done: people.length, cursor: people.length < peopleAtOnce ? null : (people.at(-1) ?? null) };
  },
};
