/** The rules about imports can fail: each is broken once, in a small house of its own. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "#tests/support/database";

function cruise(files: Record<string, string>): string {
  const folder = temporaryFolder();
  copyFileSync(".dependency-cruiser.cjs", join(folder, ".dependency-cruiser.cjs"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { module: "ESNext", moduleResolution: "Bundler" } }),
  );
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = spawnSync(
    process.execPath,
    [
      resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      "app",
      "db",
    ],
    { cwd: folder, encoding: "utf8" },
  );
  return run.stdout + run.stderr;
}

const empty = { "app/domain/a.ts": "export const a = 1;", "db/b.ts": "export const b = 1;" };

describe("the architecture's rules", () => {
  it("are silent about a house in order", () => {
    expect(
      cruise({
        ...empty,
        "app/ledger/l.ts": 'import { a } from "../domain/a"; import { b } from "../../db/b"; export const l = a + b;',
      }),
    ).toContain("no dependency violations");
  });

  it.each([
    ["domain-is-pure", { "app/domain/x.ts": 'import fs from "node:fs"; export const x = fs;' }],
    ["domain-imports-nothing-of-ours", { "app/domain/x.ts": 'import { b } from "../../db/b"; export const x = b;' }],
    [
      "features-never-import-one-another",
      {
        "app/learning/x.ts": 'import { y } from "../managing/y"; export const x = y;',
        "app/managing/y.ts": "export const y = 1;",
      },
    ],
    [
      "only-server-modules-import-db",
      { "app/learning/page.tsx": 'import { b } from "../../db/b"; export const x = b;' },
    ],
    [
      "only-the-ledger-writes-facts",
      {
        "app/learning/x.server.ts": 'import { w } from "../../db/queries/ledger-writes"; export const x = w;',
        "db/queries/ledger-writes.ts": "export const w = 1;",
      },
    ],
    [
      "only-the-ledger-writes-what-is-derived",
      {
        "app/work/x.ts": 'import { w } from "../../db/queries/derived"; export const x = w;',
        "db/queries/derived.ts": "export const w = 1;",
      },
    ],
    [
      "nothing-imports-commands-demo-or-server",
      { "app/work/x.ts": 'import { s } from "../server"; export const x = s;', "app/server.ts": "export const s = 1;" },
    ],
    [
      "migrations-never-import-the-application",
      { "db/migrations/0001.ts": 'import { a } from "../../app/domain/a"; export const x = a;' },
    ],
    [
      "no-cycles",
      {
        "app/work/x.ts": 'import { y } from "./y"; export const x = y;',
        "app/work/y.ts": 'import { x } from "./x"; export const y = x;',
      },
    ],
    ["ui-imports-nothing-of-ours", { "app/ui/x.ts": 'import { a } from "../domain/a"; export const x = a;' }],
  ] as [string, Record<string, string>][])("catch a breach of %s", (rule, files) => {
    expect(cruise({ ...empty, ...files })).toContain(`error ${rule}`);
  });
});
