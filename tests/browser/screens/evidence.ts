/** Evidence from elsewhere, and files of completions, as everybody sees them. */
import { applyHistory, takeBackHistory } from "#app/administering/history/apply-history.job";
import { checkHistory } from "#app/administering/history/check-history.job";
import { chooseColumns, confirmHistory, weighTakingBack } from "#app/administering/history/decide-history.server";
import { weighUndo } from "#app/administering/history/weigh-undo.job";
import { beginImport } from "#app/administering/imports/begin-import.server";
import { forgetUnreadJob } from "#app/administering/imports/forget-unread.job";
import { readImport } from "#app/administering/imports/read-import.job";
import { decideEvidence } from "#app/certifying/decide-evidence.server";
import { sendEvidence } from "#app/certifying/send-evidence.server";
import { newId } from "#app/platform/ids";
import { receiveFile } from "#app/platform/receive-file";
import { workOff } from "#app/work/queue";
import { findSignedIn } from "#db/queries/people";
import { pdf } from "#tests/support/documents";
import { personOf } from "#tests/support/people";
import type { Area, Stage } from "#tests/support/screens";

const moduleId = "krislage";

function form(fields: Record<string, string>, name: string, content: Uint8Array): Request {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append("file", new Blob([new Uint8Array(content)]), name);
  return new Request("http://localhost/", { method: "POST", body });
}

async function signedIn({ product }: Stage, personId: string) {
  const found = await findSignedIn(product.deps.db.read, personId, "2026-11-24");
  if (!found) throw new Error(`There is no ${personId}`);
  return found;
}

/** A certificate of the demonstration's employee; `decided` by their manager. */
async function evidenceOf(stage: Stage, decided: "approve" | "decline" | null): Promise<string> {
  const { clock, deps } = stage.product;
  const employee = await signedIn(stage, await personOf(deps.db, "employee"));
  const typed = { issuer: "Röda Korset", number: "HLR-77", completedOn: "2026-11-02", expiresOn: "2026-12-20" };
  const request = form({ id: newId(clock.now()), ...typed }, "intyg.pdf", pdf());
  const received = await receiveFile(deps, request, { limit: 1_000_000, by: employee.personId });
  const sent = await sendEvidence(deps, employee, { moduleId, received, now: clock.now() });
  if (sent.kind !== "sent") throw new Error("Not sent");
  if (decided !== null) {
    const manager = await signedIn(stage, await personOf(deps.db, "manager"));
    await decideEvidence(deps, manager, { id: sent.id, verdict: decided, why: "Kursen är för kort." }, clock.now());
  }
  return sent.id;
}

/** Somebody who brings things in: the administrator, who is given the role of HR besides. */
async function hr({ product }: Stage): Promise<string> {
  const { db } = product.deps;
  const person = await personOf(db, "admin");
  const grant = {
    id: "01J0000000000000000000000H",
    person_id: person,
    role: "hr" as const,
    department_id: null,
    course_id: null,
    deputy: 0,
    from_on: "2026-01-01",
    to_on: null,
    recorded_at: "2026-01-01T08:00:00.000Z",
    recorded_by: null,
  };
  await db.write
    .insertInto("role_grant")
    .values(grant)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return person;
}

/** A file of completions as far as `until`. */
async function fileOf(
  stage: Stage,
  until: "mapping" | "ready" | "undecided" | "applied",
  name: string,
): Promise<string> {
  const { deps } = stage.product;
  const actor = await signedIn(stage, await hr(stage));
  const handlers = [
    readImport(deps),
    checkHistory(deps),
    applyHistory(deps),
    weighUndo(deps),
    takeBackHistory(deps),
    forgetUnreadJob,
  ];
  const work = () => workOff(deps, handlers);
  const people = await deps.db.read.selectFrom("person").select("employee_number").limit(30).execute();
  const lines = people.map(
    ({ employee_number: number }, place) => `${number};${moduleId};2025-0${1 + (place % 9)}-11;85;\n`,
  );
  const odd = until === "undecided" ? "1;Truckkort A;2025-01-01;;\n" : "99999;krislage;2025-02-31;;\n";
  const text = `Anställningsnr;Kurs;Genomförd;Resultat;Gäller till\n${lines.join("")}${odd}${name};;;;\n`;
  const request = form({}, `${name}.csv`, Buffer.from(text));
  const received = await receiveFile(deps, request, { limit: 1_000_000, by: actor.personId });
  if (!("file" in received)) throw new Error("Not received");
  const { id } = await beginImport(deps, actor, "history", received.file);
  await work();
  if (until === "mapping") return id;
  const fields = ["person", "module", "date", "score", "expires"] as const;
  await chooseColumns(deps, actor, id, { fields, orders: {}, wholeFile: null });
  await work();
  if (until !== "applied") return id;
  await confirmHistory(deps, actor, id);
  await work();
  await weighTakingBack(deps, actor, id);
  await work();
  return id;
}

export const screens: Area = (stage) => {
  const kept = new Map<string, Promise<string>>();
  const once = (key: string, make: () => Promise<string>) => {
    const made = kept.get(key) ?? make();
    kept.set(key, made);
    return made;
  };
  const importAt = (until: Parameters<typeof fileOf>[1]) => async () =>
    `/admin/imports/history/${await once(until, () => fileOf(stage, until, `historik-${until}`))}`;
  const evidenceAt = (decided: "approve" | "decline" | null) => async () =>
    `/evidence/${await once(`evidence ${decided}`, () => evidenceOf(stage, decided))}`;
  const route = "/admin/imports/history/:importId";
  return [
    {
      name: "a certificate to send",
      who: stage.account("employee"),
      path: `/modules/${moduleId}/evidence`,
      route: "/modules/:module/evidence",
    },
    {
      name: "a certificate that was not taken",
      who: stage.account("employee"),
      path: `/modules/${moduleId}/evidence`,
      route: "/modules/:module/evidence",
      reach: async (page) => {
        await page.locator(".EvidenceForm .Button").click();
        await page.getByRole("alert").waitFor();
      },
      fault: /status of 422/,
    },
    { name: "one's own evidence, none", who: stage.account("trainer"), path: "/evidence" },
    {
      name: "one's own evidence",
      who: stage.account("employee"),
      path: async () => {
        await evidenceAt(null)();
        await evidenceAt("approve")();
        await evidenceAt("decline")();
        return "/evidence";
      },
      route: "/evidence",
    },
    {
      name: "evidence to decide",
      who: stage.account("manager"),
      path: evidenceAt(null),
      route: "/evidence/:evidenceId",
    },
    {
      name: "evidence that was approved",
      who: stage.account("manager"),
      path: evidenceAt("approve"),
      route: "/evidence/:evidenceId",
    },
    {
      name: "evidence that was declined",
      who: stage.account("employee"),
      path: evidenceAt("decline"),
      route: "/evidence/:evidenceId",
    },
    { name: "evidence that waits for a manager", who: stage.account("manager"), path: "/overview/evidence" },
    { name: "evidence that waits for HR", who: () => hr(stage), path: "/admin/evidence" },
    { name: "evidence to enter for somebody", who: () => hr(stage), path: "/admin/evidence/new" },
    { name: "a file of completions to bring", who: () => hr(stage), path: "/admin/imports/history" },
    { name: "a file of completions, its columns", who: () => hr(stage), path: importAt("mapping"), route },
    { name: "a file of completions, its names", who: () => hr(stage), path: importAt("undecided"), route },
    { name: "a file of completions, day one", who: () => hr(stage), path: importAt("ready"), route },
    { name: "a file of completions, brought in", who: () => hr(stage), path: importAt("applied"), route },
  ];
};
