import { ulid } from "ulid";
import type { Reader } from "../connect";

/** What somebody did. `detail` holds ids and figures, never names or reasons. */
export interface AuditEvent {
  /** UTC ISO. */
  readonly at: string;
  /** Person id; null: the product by itself. */
  readonly actorId: string | null;
  readonly action:
    | "signed-in"
    | "signed-out"
    | "read-person"
    | "created-administrator"
    | "began-import"
    | "applied-import"
    | "discarded-import"
    | "took-back-import"
    | "made-sign-in-code"
    | "set-pin"
    | "set-password"
    | "printed-slip"
    | "began-shared-device"
    | "ended-shared-device"
    | "set-up-company"
    | "added-people-by-hand"
    | "chose-first-requirement"
    | "published-revision"
    | "discarded-draft"
    | "archived-module"
    | "changed-module"
    | "created-course"
    | "changed-course"
    | "archived-course"
    | "reviewed-draft"
    | "recorded-requirement"
    | "replaced-requirement"
    | "ended-requirement"
    | "withdrew-requirement"
    | "sent-evidence"
    | "approved-evidence"
    | "declined-evidence"
    | "withdrew-evidence"
    | "read-evidence"
    | "imported-history"
    | "took-back-history"
    | "planned-session"
    | "changed-session"
    | "cancelled-session"
    | "invited-to-session"
    | "took-place"
    | "gave-place-back"
    | "noted-attendance"
    | "signed-off-session"
    | "corrected-attendance"
    | "created-department"
    | "renamed-department"
    | "moved-department"
    | "merged-department"
    | "closed-department"
    | "created-person"
    | "described-person"
    | "employed-person"
    | "moved-person"
    | "ended-employment"
    | "took-back-leaving"
    | "created-entity"
    | "changed-entity"
    | "closed-entity"
    | "created-site"
    | "changed-site"
    | "closed-site"
    | "changed-holidays"
    | "gave-role"
    | "ended-role"
    | "created-responsibility"
    | "renamed-responsibility"
    | "closed-responsibility"
    | "gave-responsibility"
    | "ended-responsibility";
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** Writes an event to the audit log. */
export async function insertAuditEvent(db: Reader, event: AuditEvent): Promise<void> {
  await db
    .insertInto("audit_event")
    .values({
      id: ulid(Date.parse(event.at)),
      happened_at: event.at,
      actor_id: event.actorId,
      action: event.action,
      subject_id: event.subjectId,
      detail: JSON.stringify(event.detail),
    })
    .execute();
}
