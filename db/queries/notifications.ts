/** What people are told within the product. */
import { sql } from "kysely";
import type { Reader } from "../connect";
import type { NewRow, Row } from "../schema";
import { reusable } from "./reusable";

/** Adds a notice unless its key was told before; gives whether it is new. */
export async function insertNotification(db: Reader, row: NewRow<"notification">): Promise<boolean> {
  const result = await db
    .insertInto("notification")
    .values(row)
    .onConflict((conflict) => conflict.column("unique_key").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The latest notices of somebody, the newest first. */
export async function findNotifications(
  db: Reader,
  personId: string,
  slice: { readonly limit: number; readonly offset: number },
): Promise<Row<"notification">[]> {
  return await db
    .selectFrom("notification")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(slice.limit)
    .offset(slice.offset)
    .execute();
}

const unread = reusable((db: Reader, personId: string) =>
  db
    .selectFrom("notification")
    .select(sql<number>`1`.as("one"))
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .limit(1),
);

/** Whether somebody was told something that they have not opened yet. */
export async function hasUnread(db: Reader, personId: string): Promise<boolean> {
  return (await unread(db, personId)).length > 0;
}

/** Marks what somebody was told until an instant (UTC ISO) as read at `readAt`; gives how many. */
export async function markRead(db: Reader, personId: string, until: string, readAt: string): Promise<number> {
  const result = await db
    .updateTable("notification")
    .set({ read_at: readAt })
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .where("created_at", "<=", until)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
