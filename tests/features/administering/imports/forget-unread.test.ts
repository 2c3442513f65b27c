import { beforeEach, describe, expect, it } from "vitest";
import { historyLeftOutCsv } from "#app/administering/history/write-history-left-out.server";
import { discardPeople } from "#app/administering/imports/decide-people.server";
import { readPeopleImport } from "#app/administering/imports/read-people-import.server";
import { leftOutCsv } from "#app/administering/imports/write-left-out.server";
import { civilDate } from "#app/domain/calendar";
import type { Actor } from "#app/domain/permissions";
import { createLog } from "#app/platform/log";
import { FakeClock } from "#tests/support/clock";
import { createCompany, createModule } from "#tests/support/company";
import { freshDatabase } from "#tests/support/database";
import { apply as applyHistory, bring as bringHistory, check as checkHistory } from "../history/bringing";
import { apply, bring, check, type ImportDeps, importOf, undo, workAll } from "./importing";

const today = civilDate("2026-11-23");
const secret = "19800101-1234";

let deps: ImportDeps & { readonly clock: FakeClock };
let hr: Actor;

beforeEach(async () => {
  const db = await freshDatabase();
  deps = { db, clock: new FakeClock("2026-11-23T09:00:00Z"), log: createLog("silent"), wake: () => {} };
  const { people } = await createCompany(db, { people: 3, at: new Date("2026-01-01T11:00:00Z") });
  hr = { personId: people[2] ?? "", grants: [{ role: "hr", departmentId: null, courseId: null }] };
});

/** Where what nobody asked to be read is still kept: columns of tables. */
async function kept(): Promise<string[]> {
  const { read } = deps.db;
  const rows = await read.selectFrom("import_row").select(["cells", "plan", "problems"]).execute();
  const imports = await read.selectFrom("import").select(["form", "mapping", "options", "summary"]).execute();
  const pieces = await read.selectFrom("stored_file_chunk").select("bytes").execute();
  const found = {
    rows: JSON.stringify(rows),
    imports: JSON.stringify(imports),
    pieces: Buffer.concat(pieces.map(({ bytes }) => bytes)).toString("utf8"),
  };
  return Object.entries(found).flatMap(([where, text]) => (text.includes(secret) ? [where] : []));
}

const people =
  "Nr;Namn;Personnummer;Avdelning;Okänt\n" +
  `2000;Åsa Ek;${secret};office;x\n2001;Bo Ek;${secret};nowhere / else / nowhere;x\n`;

async function workedOut(): Promise<string> {
  const id = await bring(deps, hr, people);
  await check(deps, hr, id, { from: today });
  return id;
}

describe("columns of a file that are not read", () => {
  it("are forgotten with the file once it was applied, and rows left out can still be taken home", async () => {
    const id = await workedOut();
    // Until then the columns can be chosen anew.
    expect(await kept()).toEqual(["rows", "imports", "pieces"]);
    expect(await apply(deps, hr, id)).toEqual({ kind: "applying" });
    expect(await kept()).toEqual([]);
    const csv = await new Response(await leftOutCsv(deps, hr, "sv", id)).text();
    expect(csv).toContain("Nr;Namn;Personnummer;Avdelning;Okänt");
    expect(csv).toContain("2001;Bo Ek;;nowhere / else / nowhere;;3;");
    const visit = { language: "sv", today } as const;
    const view = await readPeopleImport(deps, hr, visit, id, { show: "joins", page: 1, undo: false });
    expect(view).toMatchObject({ file: { name: "people.csv" }, list: { rows: [{ name: "Åsa Ek", number: "2000" }] } });
    await undo(deps, hr, id);
    expect((await importOf(deps, id)).state).toBe("taken-back");
    expect(await kept()).toEqual([]);
  });

  it("are forgotten with all its rows when the file is given up", async () => {
    const id = await workedOut();
    await discardPeople(deps, hr, id);
    await workAll(deps);
    expect(await kept()).toEqual([]);
    expect(await deps.db.read.selectFrom("import_row").selectAll().execute()).toEqual([]);
    const visit = { language: "sv", today } as const;
    const view = await readPeopleImport(deps, hr, visit, id, { show: null, page: 1, undo: false });
    expect(view).toMatchObject({ state: "discarded", list: null });
  });

  it("are forgotten where the file cannot be read", async () => {
    const id = await bring(deps, hr, `Nr;Namn;Personnummer\n2000;Åsa;${secret}\n2001;"Bo`);
    expect((await importOf(deps, id)).state).toBe("failed");
    expect(await kept()).toEqual([]);
  });

  it("are forgotten of a file of completions", async () => {
    const from = civilDate("2026-01-01");
    await createModule(deps.db, { id: "alpha", policy: {}, from, at: new Date("2026-01-01T11:00:00Z") });
    const text =
      `Anställningsnummer;Personnummer;Modul;Datum\n1000;${secret};alpha;2026-01-02\n` +
      `4711;${secret};alpha;2026-01-02\n`;
    const id = await bringHistory(deps, hr, text);
    await checkHistory(deps, hr, id);
    expect(await kept()).toEqual(["rows", "imports", "pieces"]);
    expect(await applyHistory(deps, hr, id)).toBe("applying");
    expect(await kept()).toEqual([]);
    const csv = await new Response(await historyLeftOutCsv(deps, hr, "sv", id)).text();
    expect(csv).toContain("4711;;alpha;2026-01-02;3;");
  });
});
