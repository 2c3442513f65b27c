/** Starting under bad conditions: one line that says what to do, and an exit status that is not 0. */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { connect } from "#db/connect";
import { migrate } from "#db/migrate";
import { temporaryFolder } from "#tests/support/database";
import { freePort } from "#tests/support/product";

async function start(
  environment: Record<string, string>,
): Promise<{ code: number | null; error: string; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/commands/start.ts"], {
    cwd: resolve("."),
    env: { ...process.env, NODE_ENV: "production", COURSES: join(temporaryFolder(), "none"), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let error = "";
  let output = "";
  child.stderr.on("data", (chunk) => {
    error += chunk;
  });
  child.stdout.on("data", (chunk) => {
    output += chunk;
    // It was not refused: end it, so that the test fails with what it said. Told twice, as by a terminal and by npm.
    if (output.includes("listens on")) {
      child.kill("SIGTERM");
      child.kill("SIGTERM");
    }
  });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, error: error.trim(), output };
}

async function prepared(change: string): Promise<string> {
  const path = join(temporaryFolder(), "repris.db");
  const db = connect(path);
  await migrate(db.write);
  await db.close();
  const { default: SQLite } = await import("better-sqlite3");
  const raw = new SQLite(path);
  raw.exec(change);
  raw.close();
  return path;
}

describe("npm start", () => {
  it("starts on an empty database, says how to make an administrator, and stops when told to, however often", async () => {
    const { code, output, error } = await start({
      DATABASE: join(temporaryFolder(), "new", "repris.db"),
      PORT: String(await freePort()),
    });
    expect(output).toContain("npm run admin:create");
    expect({ code, error }).toEqual({ code: 0, error: "" });
  }, 300_000);

  it("refuses a database from a newer version", async () => {
    const path = await prepared("insert into kysely_migration (name, timestamp) values ('0099-later', '2030')");
    const { code, error } = await start({ DATABASE: path, PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(error).toMatch(
      /^The database comes from a newer version of Repris \(it has 0099-later\)\. Start that version[^\n]*$/,
    );
  }, 300_000);

  it("refuses a file that is not a database", async () => {
    const path = join(temporaryFolder(), "repris.db");
    writeFileSync(path, "This is a shopping list, and it is longer than a header of a database would be. ".repeat(20));
    const { code, error } = await start({ DATABASE: path, PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(error).toMatch(/^The database [^\n]* cannot be used \(file is not a database\)\.[^\n]*$/);
  }, 300_000);

  it("refuses a place that cannot be written", async () => {
    const folder = temporaryFolder();
    // A file where a folder should be: nobody, root included, can write below it.
    writeFileSync(join(folder, "file"), "");
    const { code, error } = await start({
      DATABASE: join(folder, "file", "repris.db"),
      PORT: String(await freePort()),
    });
    expect(code).toBe(1);
    expect(error).toMatch(/^The database [^\n]* cannot be used [^\n]*Check that the folder exists, is writable[^\n]*$/);
  }, 300_000);

  it.skipIf(process.getuid?.() === 0)(
    "refuses a folder without the right to write",
    async () => {
      const folder = join(temporaryFolder(), "locked");
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      const { code, error } = await start({ DATABASE: join(folder, "repris.db"), PORT: String(await freePort()) });
      expect({ code, lines: error.split("\n").length }).toEqual({ code: 1, lines: 1 });
    },
    60_000,
  );

  it("refuses a port that is taken, and names another", async () => {
    const holder = createServer();
    const port = await freePort();
    await new Promise<void>((done) => holder.listen(port, "127.0.0.1", done));
    const { code, error } = await start({ DATABASE: join(temporaryFolder(), "repris.db"), PORT: String(port) });
    holder.close();
    expect({ code, error }).toEqual({
      code: 1,
      error: `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1}.`,
    });
  }, 300_000);

  it.each([
    [{ PORT: "http" }, 'PORT is "http": give a number from 1 to 65535.'],
    [{ ORIGIN: "training.example" }, 'ORIGIN is "training.example": give it as https://training.example.com.'],
  ])(
    "refuses an environment that makes no sense: %o",
    async (environment, said) => {
      const { code, error } = await start({ DATABASE: join(temporaryFolder(), "repris.db"), ...environment });
      expect({ code, error }).toEqual({ code: 1, error: said });
    },
    60_000,
  );
});
