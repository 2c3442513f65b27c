import { type Kysely, Migrator, sql } from "kysely";
import { DatabaseUnavailable } from "./connect";
import { migrations } from "./migrations";
import type { Database } from "./schema";

/** The names of the migrations that a database has had, oldest first; empty for a new one. */
async function applied(db: Kysely<Database>): Promise<string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where name = 'kysely_migration'`.execute(
    db,
  );
  if (tables.rows.length === 0) return [];
  const rows = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.rows.map((row) => row.name);
}

/** Whether the database has exactly the migrations of this version of the product. */
export async function isCurrent(db: Kysely<Database>): Promise<boolean> {
  const had = await applied(db);
  const wanted = Object.keys(migrations);
  return had.length === wanted.length && wanted.every((name, index) => had[index] === name);
}

/**
 * Brings the database to this version.
 *
 * @throws DatabaseUnavailable when it comes from a newer version, lacks a migration in the middle, or one fails.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const had = await applied(db);
  const wanted = Object.keys(migrations);
  const unknown = had.filter((name) => !wanted.includes(name));
  if (unknown.length > 0) {
    throw new DatabaseUnavailable(
      `The database comes from a newer version of Repris (it has ${unknown.join(", ")}). Start that version, or use another database.`,
    );
  }
  const missing = wanted.slice(0, had.length).filter((name) => !had.includes(name));
  if (missing.length > 0) {
    throw new DatabaseUnavailable(
      `The database lacks the migration ${missing.join(", ")} but has later ones. Restore a backup from before, or use another database.`,
    );
  }
  if (had.length === wanted.length) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === "Error")?.migrationName ?? "a migration";
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`The migration ${failed} failed (${reason}). Restore a backup before trying again.`);
  }
  return results?.map((result) => result.migrationName) ?? [];
}
