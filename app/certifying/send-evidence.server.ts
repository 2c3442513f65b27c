import { DomainError } from "#app/domain/errors";
import { type Certificate, readCertificate } from "#app/domain/external-evidence";
import { can, company, mustBeAble } from "#app/domain/permissions";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { isMadeId } from "#app/platform/ids";
import type { Received } from "#app/platform/receive-file";
import type { Reader } from "#db/connect";
import { insertAuditEvent } from "#db/queries/audit";
import { findByNumberOrEmail } from "#db/queries/directory";
import { countWaitingOf, insertEvidence } from "#db/queries/external-evidence";
import { type SignedIn, zoneOf } from "#db/queries/people";
import { decideIn } from "./decide-evidence.server";
import { openEvidence } from "./evidence-access.server";
import { type FormFault, mostWaiting, type Refused, typedIn } from "./evidence-form";
import { takeDocument } from "./take-document.server";

export interface Sent {
  readonly kind: "sent";
  readonly id: string;
}

async function hasModule(db: Reader, moduleId: string): Promise<boolean> {
  return (await db.selectFrom("module").select("id").where("id", "=", moduleId).executeTakeFirst()) !== undefined;
}

/**
 * Sends a certificate of one's own, to be decided by somebody else.
 *
 * @throws DomainError not-found for a module that there is not; forbidden for whoever does not learn; invalid for an id
 *   that is none
 */
export async function sendEvidence(
  deps: Pick<Deps, "db" | "clock">,
  actor: SignedIn,
  input: { readonly moduleId: string; readonly received: Received; readonly now: Date },
): Promise<Sent | Refused> {
  const { moduleId, received, now } = input;
  const self = { kind: "person", personId: actor.personId, departments: actor.departments } as const;
  if (!can(actor, "learn", self)) throw new DomainError("forbidden", "Only employees send evidence");
  if (!(await hasModule(deps.db.read, moduleId))) throw new DomainError("not-found", `There is no module ${moduleId}`);
  const { file, faults: fileFaults } = await takeDocument(deps, actor, received, { isNeeded: true });
  const typed = typedIn(received.fields);
  const certificate = readCertificate(typed, dayIn(actor.zone, now));
  const faults = [...(certificate.ok ? [] : certificate.faults), ...fileFaults];
  if (!certificate.ok || faults.length > 0) return { kind: "refused", faults, file, fields: typed };
  if ((await countWaitingOf(deps.db.read, actor.personId)) >= mostWaiting) {
    return { kind: "refused", faults: [], isFull: true, file, fields: typed };
  }
  const about = { personId: actor.personId, moduleId, certificate: certificate.value, fileId: file?.id ?? null };
  return await store(deps, actor, received, about, { now, approve: false });
}

/**
 * Enters a certificate for somebody else; with `approve` it is approved at once, else left for another to decide.
 *
 * @throws DomainError forbidden for whoever does not decide about the whole company
 */
export async function enterEvidence(
  deps: Pick<Deps, "db" | "clock">,
  actor: SignedIn,
  input: { readonly received: Received; readonly now: Date },
): Promise<Sent | Refused> {
  mustBeAble(actor, "decide-evidence", company);
  const { received, now } = input;
  const db = deps.db.read;
  const { file, faults: fileFaults } = await takeDocument(deps, actor, received, { isNeeded: false });
  const typed = typedIn(received.fields);
  const [found] = typed.person.trim() === "" ? [] : await findByNumberOrEmail(db, typed.person.trim());
  const personId = found?.id;
  const faults: FormFault[] = [];
  if (typed.person.trim() === "") faults.push({ field: "person", code: "missing" });
  else if (personId === undefined) faults.push({ field: "person", code: "nobody" });
  else if (personId === actor.personId) faults.push({ field: "person", code: "yourself" });
  if (!(await hasModule(db, typed.module))) faults.push({ field: "module", code: "missing" });
  const nearby = dayIn("UTC", now);
  const today = personId === undefined ? nearby : dayIn(await zoneOf(db, personId, nearby), now);
  const certificate = readCertificate(typed, today);
  if (!certificate.ok) faults.push(...certificate.faults);
  faults.push(...fileFaults);
  if (!certificate.ok || faults.length > 0 || personId === undefined) {
    return { kind: "refused", faults, file, fields: typed };
  }
  const about = { personId, moduleId: typed.module, certificate: certificate.value, fileId: file?.id ?? null };
  return await store(deps, actor, received, about, { now, approve: typed.approve });
}

async function store(
  deps: Pick<Deps, "db" | "clock">,
  actor: SignedIn,
  received: Received,
  about: {
    readonly personId: string;
    readonly moduleId: string;
    readonly certificate: Certificate;
    readonly fileId: string | null;
  },
  options: { readonly now: Date; readonly approve: boolean },
): Promise<Sent> {
  const { personId, moduleId, certificate, fileId } = about;
  const { now, approve } = options;
  const id = received.fields.get("id") ?? "";
  // The form carries the id of what it sends, so that sending it twice sends it once.
  if (!isMadeId(id)) throw new DomainError("invalid", "Evidence is sent under an id that the form was given");
  const at = instantText(now);
  await deps.db.write.transaction().execute(async (tx) => {
    const isNew = await insertEvidence(tx, {
      id,
      person_id: personId,
      module_id: moduleId,
      issuer: certificate.issuer,
      number: certificate.number,
      completed_on: certificate.completedOn,
      expires_on: certificate.expiresOn,
      file_id: fileId,
      state: "waiting",
      sent_at: at,
      sent_by: actor.personId,
      decided_at: null,
      decided_by: null,
      decided_why: null,
      completion_id: null,
    });
    if (!isNew) {
      // The same form sent twice is sent once.
      const { evidence } = await openEvidence(tx, actor, id, now);
      if (evidence.sent_by !== actor.personId) throw new DomainError("conflict", `${id} is somebody else's`);
      return;
    }
    const event = { at, actorId: actor.personId, action: "sent-evidence", subjectId: personId } as const;
    await insertAuditEvent(tx, { ...event, detail: { evidence: id, module: moduleId } });
    if (approve) await decideIn(tx, actor, { id, verdict: "approve", why: null }, now);
  });
  return { kind: "sent", id };
}
