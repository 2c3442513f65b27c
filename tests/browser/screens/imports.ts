/** Files of people on their way in, as HR sees them. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beginImport } from "#app/administering/imports/begin-import.server";
import { checkPeople } from "#app/administering/imports/check-people.job";
import { chooseColumns } from "#app/administering/imports/decide-people.server";
import { forgetUnreadJob } from "#app/administering/imports/forget-unread.job";
import { readImport } from "#app/administering/imports/read-import.job";
import { receiveFile } from "#app/platform/receive-file";
import { workOff } from "#app/work/queue";
import { findSignedIn } from "#db/queries/people";
import { temporaryFolder } from "#tests/support/database";
import { personOf } from "#tests/support/people";
import type { Area, Stage } from "#tests/support/screens";

const rows = "8801;Åsa Öberg;Butik;Säljare\n8801;Någon Annan;Butik;Säljare\n8802;Bo Ek;Okänd avdelning;Säljare\n";

/** A file of people as far as its columns, or as far as what it does. */
async function fileOf({ product }: Stage, until: "mapping" | "ready"): Promise<string> {
  const { deps } = product;
  const actor = await findSignedIn(deps.db.read, await personOf(deps.db, "admin"), "2026-11-24");
  if (!actor) throw new Error("There is no administrator");
  const body = new FormData();
  const text = `Anställningsnummer;Namn;Avdelning;Befattning\n${rows}`;
  body.append("file", new Blob([text]), `folk-${until}.csv`);
  const request = new Request("http://localhost/", { method: "POST", body });
  const received = await receiveFile(deps, request, { limit: 1_000_000, by: actor.personId });
  if (!("file" in received)) throw new Error("Not received");
  const { id } = await beginImport(deps, actor, "people", received.file);
  const work = () => workOff(deps, [readImport(deps), checkPeople(deps), forgetUnreadJob]);
  await work();
  if (until === "mapping") return id;
  const fields = ["number", "fullName", "department", "title"] as const;
  await chooseColumns(deps, actor, id, { fields, orders: {}, everybody: false, from: "2026-11-24" });
  await work();
  return id;
}

export const screens: Area = (stage) => {
  /** A folder with files to pick up; without any, one that is not there. */
  const folderWith =
    (...names: string[]) =>
    async () => {
      const folder = join(temporaryFolder(), "inbox");
      if (names.length > 0) mkdirSync(folder);
      for (const name of names) writeFileSync(join(folder, name), rows);
      Object.assign(stage.product.deps.env, { inboxPath: folder });
      return "/admin/imports";
    };
  const importAt = (until: "mapping" | "ready") => async () => `/admin/imports/people/${await fileOf(stage, until)}`;
  const route = "/admin/imports/people/:importId";
  const who = stage.account("admin");
  return [
    { name: "imports", who, path: "/admin/imports" },
    {
      name: "imports, files that wait",
      who,
      path: folderWith("personal.csv", "historik.xlsx"),
      route: "/admin/imports",
    },
    { name: "imports, a folder that is closed", who, path: folderWith(), route: "/admin/imports" },
    { name: "a file of people to bring", who, path: "/admin/imports/people" },
    { name: "a file of people, its columns", who, path: importAt("mapping"), route },
    { name: "a file of people, what it does", who, path: importAt("ready"), route },
  ];
};
