import { ulid } from "ulid";
import type { Reader } from "../connect";

/** What somebody did. `detail` holds ids and figures, never names or reasons. */
export interface AuditEvent {
  /** UTC ISO. */
  readonly at: string;
  /** Person id; null: the product by itself. */
  readonly actorId: string | null;
  readonly action: "signed-in" | "signed-out" | "read-person" | "created-administrator" | "published-revision";
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
