import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connections, connect } from "#db/connect";
import { migrate } from "#db/migrate";

let template: Promise<string> | undefined;
const made: string[] = [];

process.once("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes when the process does. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "repris-test-"));
  made.push(folder);
  return folder;
}

async function makeTemplate(): Promise<string> {
  const path = join(temporaryFolder(), "template.db");
  const db = connect(path);
  await migrate(db.write);
  await db.close();
  return path;
}

/** An empty database of this version, in a file of its own: migrated once a process, then copied. */
export async function freshDatabase(): Promise<Connections> {
  template ??= makeTemplate();
  const path = join(temporaryFolder(), "repris.db");
  copyFileSync(await template, path);
  return connect(path);
}
