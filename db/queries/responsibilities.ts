/** What somebody can answer for, and who does. */
import type { Reader, Writer } from "../connect";
import type { Row } from "../schema";

export async function findResponsibilities(db: Reader): Promise<Row<"responsibility">[]> {
  return await db.selectFrom("responsibility").selectAll().orderBy("created_at").orderBy("id").execute();
}

export async function findResponsibility(db: Reader, id: string): Promise<Row<"responsibility"> | undefined> {
  return await db.selectFrom("responsibility").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function insertResponsibility(
  tx: Writer,
  row: Pick<Row<"responsibility">, "id" | "name" | "created_at">,
): Promise<void> {
  await tx
    .insertInto("responsibility")
    .values({ ...row, closed_on: null })
    .execute();
}

export async function updateResponsibility(
  tx: Writer,
  id: string,
  set: Partial<Pick<Row<"responsibility">, "name" | "closed_on">>,
): Promise<void> {
  await tx.updateTable("responsibility").set(set).where("id", "=", id).execute();
}

/** Who holds what on a day or later, with names, holders before deputies. */
export async function findHoldings(db: Reader, on: string) {
  return await db
    .selectFrom("holding")
    .innerJoin("person", "person.id", "holding.person_id")
    .select([
      "holding.id",
      "holding.person_id",
      "holding.responsibility_id",
      "holding.deputy",
      "holding.from_on",
      "holding.to_on",
      "person.given_name",
      "person.family_name",
    ])
    .where("holding.withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("holding.to_on", "is", null), eb("holding.to_on", ">=", on)]))
    .orderBy("holding.deputy")
    .orderBy("person.sort_key")
    .orderBy("holding.id")
    .execute();
}
