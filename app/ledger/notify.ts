/** The one door for what people are told: within the product, in the transaction of what it is about. */
import type { Notice } from "#app/domain/notice";
import { instantText } from "#app/platform/clock";
import { newId } from "#app/platform/ids";
import type { Writer } from "#db/connect";
import { insertNotification } from "#db/queries/notifications";

/** Tells people something; what was told before under the same key is not told again. Gives how many were new. */
export async function notify(tx: Writer, at: Date, notices: readonly Notice[]): Promise<number> {
  let told = 0;
  for (const { personId, kind, key, detail, path } of notices) {
    const isNew = await insertNotification(tx, {
      id: newId(at),
      unique_key: `${kind}:${key}:${personId}`,
      person_id: personId,
      kind,
      detail: JSON.stringify(detail),
      path,
      created_at: instantText(at),
      read_at: null,
    });
    if (isNew) told += 1;
  }
  return told;
}
