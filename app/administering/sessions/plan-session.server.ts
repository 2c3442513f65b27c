import { DomainError } from "#app/domain/errors";
import { canSomewhere } from "#app/domain/permissions";
import { notify } from "#app/ledger/notify";
import { sessionNotice } from "#app/ledger/seats";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { newId } from "#app/platform/ids";
import { insertAuditEvent } from "#db/queries/audit";
import { findClassroomSession } from "#db/queries/classroom";
import { insertClassroomSession } from "#db/queries/classroom-writes";
import type { SignedIn } from "#db/queries/people";
import { checkSession } from "./check-session.server";
import type { SessionDoubt, SessionFields, SessionProblems } from "./session-form";

export type PlanResult =
  | { readonly kind: "planned"; readonly id: string }
  | { readonly kind: "refused"; readonly problems: SessionProblems }
  /** To be sent again with the same kinds as `sure`. */
  | { readonly kind: "doubtful"; readonly doubts: readonly SessionDoubt[] };

/** Whether somebody has said of every doubt that they know it. */
export function isSure(doubts: readonly SessionDoubt[], sure: readonly string[]): boolean {
  return doubts.every((doubt) => sure.includes(doubt.kind));
}

/**
 * Plans a session in a room. Its instructor is told, unless they planned it themselves.
 *
 * @param input `sure`: the kinds of doubt that were shown and are known
 * @throws DomainError forbidden for whoever may hold no session at all
 */
export async function planSession(
  deps: Pick<Deps, "db" | "clock">,
  reader: SignedIn,
  input: { readonly fields: SessionFields; readonly sure: readonly string[] },
): Promise<PlanResult> {
  if (!canSomewhere(reader, "hold-session")) throw new DomainError("forbidden", "Only trainers and HR hold sessions");
  const now = deps.clock.now();
  return await deps.db.write.transaction().execute(async (tx): Promise<PlanResult> => {
    const { problems, doubts, plan } = await checkSession(tx, reader, now, input.fields, null);
    if (plan === null) return { kind: "refused", problems };
    if (!isSure(doubts, input.sure)) return { kind: "doubtful", doubts };
    const id = newId(now);
    const at = instantText(now);
    await insertClassroomSession(tx, {
      id,
      module_id: plan.moduleId,
      site_id: plan.siteId,
      place: plan.place,
      starts_at: plan.startsAt,
      ends_at: plan.endsAt,
      zone: plan.zone,
      seats: plan.seats,
      language: plan.language,
      instructor_id: plan.instructorId,
      note: plan.note,
      created_at: at,
      created_by: reader.personId,
      cancelled_at: null,
      cancelled_by: null,
      cancelled_why: null,
      signed_off_at: null,
      signed_off_by: null,
    });
    const session = await findClassroomSession(tx, id);
    if (session && plan.instructorId !== null && plan.instructorId !== reader.personId && plan.startsAt > at) {
      await notify(tx, now, [sessionNotice(session, plan.instructorId, "session-leading", "0")]);
    }
    await insertAuditEvent(tx, {
      at,
      actorId: reader.personId,
      action: "planned-session",
      subjectId: id,
      detail: { moduleId: plan.moduleId, startsAt: plan.startsAt, seats: plan.seats },
    });
    return { kind: "planned", id };
  });
}
