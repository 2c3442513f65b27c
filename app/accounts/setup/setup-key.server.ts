/** The key with which the first administrator sets the company up: printed when the product starts, kept as a hash. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { hashOf } from "#app/platform/sessions";
import { anybodyAdministers } from "#db/queries/people";
import { deleteSetting, findSetting, putSetting } from "#db/queries/settings";

const name = "setup-key";

/** A new key in place of the one before; null when somebody administers, and then there is none. */
export async function makeSetupKey(deps: Pick<Deps, "db" | "clock">): Promise<string | null> {
  const now = deps.clock.now();
  if (await anybodyAdministers(deps.db.read, dayIn("UTC", now))) {
    await deleteSetting(deps.db.write, name);
    return null;
  }
  const key = randomBytes(24).toString("base64url");
  const at = instantText(now);
  await putSetting(deps.db.write, { name, value: JSON.stringify(hashOf(key)), changed_at: at, changed_by: null });
  return key;
}

/** Whether this is the key. */
export async function isSetupKey(deps: Pick<Deps, "db">, key: string | null | undefined): Promise<boolean> {
  const kept = await findSetting(deps.db.read, name);
  if (!kept || !key) return false;
  return timingSafeEqual(Buffer.from(hashOf(key)), Buffer.from(JSON.parse(kept.value) as string));
}

/** The key has been used. */
export async function endSetupKey(deps: Pick<Deps, "db">): Promise<void> {
  await deleteSetting(deps.db.write, name);
}
