import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connections, Reader } from "#db/connect";
import { reusable } from "#db/queries/reusable";
import { freshDatabase } from "#tests/support/database";

describe("a query that is compiled once", () => {
  let db: Connections;
  let built = 0;
  beforeAll(async () => {
    db = await freshDatabase();
    for (const id of ["a", "b", "c"]) {
      await db.write
        .insertInto("entity")
        .values({ id, name: `Entity ${id}`, country: "SE" })
        .execute();
    }
  });
  afterAll(() => db.close());

  const entities = reusable((database: Reader, country: string, ids: readonly string[]) => {
    built += 1;
    return database
      .selectFrom("entity")
      .select("name")
      .where("id", "in", ids)
      .where("country", "=", country)
      .orderBy("name");
  });

  it("gives what the present values ask for, and is built once for each length of its lists", async () => {
    expect(await entities(db.read, "SE", ["a"])).toEqual([{ name: "Entity a" }]);
    expect(await entities(db.read, "SE", ["c"])).toEqual([{ name: "Entity c" }]);
    expect(await entities(db.read, "NO", ["c"])).toEqual([]);
    expect(built).toBe(1);
    expect(await entities(db.read, "SE", ["c", "b"])).toEqual([{ name: "Entity b" }, { name: "Entity c" }]);
    expect(await entities(db.read, "SE", ["a", "a"])).toEqual([{ name: "Entity a" }]);
    expect(built).toBe(2);
  });

  it("keeps values that stand in it twice, written-out ones, and null", async () => {
    const twice = reusable((_database: Reader, text: string, none: null) => ({
      compile: () =>
        sql<{ one: string; fixed: number; other: string; none: null }>`
          select ${text} as one, ${7} as fixed, ${text} as other, ${none} as none`.compile(db.read),
    }));
    expect(await twice(db.read, "x", null)).toEqual([{ one: "x", fixed: 7, other: "x", none: null }]);
    expect(await twice(db.read, "y", null)).toEqual([{ one: "y", fixed: 7, other: "y", none: null }]);
  });

  it("runs in the transaction that it is given", async () => {
    const seen = await db.write.transaction().execute(async (tx) => {
      await tx.insertInto("entity").values({ id: "d", name: "Entity d", country: "FI" }).execute();
      return [await entities(tx, "FI", ["d"]), await entities(db.read, "FI", ["d"])];
    });
    expect(seen).toEqual([[{ name: "Entity d" }], []]);
  });
});
