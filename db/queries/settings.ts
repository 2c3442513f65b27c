import type { Reader } from "../connect";
import type { Row } from "../schema";
import { reusable } from "./reusable";

const settingOf = reusable((db: Reader, name: string) => db.selectFrom("setting").selectAll().where("name", "=", name));

/** What the company has chosen under a name; undefined when nothing. */
export async function findSetting(db: Reader, name: string): Promise<Row<"setting"> | undefined> {
  return (await settingOf(db, name))[0];
}

/** The settings whose names begin with `prefix`, the newest first. */
export async function findSettingsUnder(db: Reader, prefix: string): Promise<Row<"setting">[]> {
  return await db
    .selectFrom("setting")
    .selectAll()
    .where("name", ">=", prefix)
    .where("name", "<", `${prefix}\uffff`)
    .orderBy("changed_at", "desc")
    .execute();
}

/** Keeps a setting, in place of the one of the same name. */
export async function putSetting(db: Reader, row: Row<"setting">): Promise<void> {
  const { name: _name, ...rest } = row;
  await db
    .insertInto("setting")
    .values(row)
    .onConflict((conflict) => conflict.column("name").doUpdateSet(rest))
    .execute();
}

/** Forgets a setting; whether there was one. */
export async function deleteSetting(db: Reader, name: string): Promise<boolean> {
  const result = await db.deleteFrom("setting").where("name", "=", name).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
