/**
 * Devices that several people use one after the other, such as a tablet in a shop. The browser has a random token; the
 * server keeps its hash, so that a device can be ended from anywhere.
 */
import { randomBytes } from "node:crypto";
import { deleteSetting, findSetting, findSettingsUnder, putSetting } from "#db/queries/settings";
import { instantText } from "./clock";
import type { Deps } from "./deps";
import { attributes, hashOf, readCookie } from "./sessions";

const prefix = "shared-device ";
const yearSeconds = 31_536_000;

/** A device that is shared. */
export interface SharedDevice {
  readonly id: string;
  /** What it is called: where it stands. */
  readonly label: string;
  /** UTC ISO. */
  readonly since: string;
  /** Person id of who made it one. */
  readonly by: string | null;
}

function cookieName(deps: Deps): string {
  return deps.env.origin.startsWith("https:") ? "__Host-repris_device" : "repris_device";
}

/** The id of the shared device that a request's cookies come from; null: it is none. */
export async function readSharedDevice(deps: Deps, cookies: string | undefined): Promise<string | null> {
  const token = readCookie(cookies, cookieName(deps));
  if (!token) return null;
  const id = hashOf(token);
  return (await findSetting(deps.db.read, prefix + id)) ? id : null;
}

/** Makes a browser a shared device; gives the `Set-Cookie` value that it is known by. */
export async function beginSharedDevice(
  deps: Deps,
  device: { readonly label: string; readonly by: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await putSetting(deps.db.write, {
    name: prefix + hashOf(token),
    value: JSON.stringify({ label: device.label }),
    changed_at: instantText(deps.clock.now()),
    changed_by: device.by,
  });
  return `${cookieName(deps)}=${token}; ${attributes(deps)}; Max-Age=${yearSeconds}`;
}

/** Every shared device, the newest first. */
export async function listSharedDevices(deps: Pick<Deps, "db">): Promise<SharedDevice[]> {
  const rows = await findSettingsUnder(deps.db.read, prefix);
  return rows.map((row) => ({
    id: row.name.slice(prefix.length),
    label: (JSON.parse(row.value) as { readonly label: string }).label,
    since: row.changed_at,
    by: row.changed_by,
  }));
}

/** A shared device is one no more; whether it was. Who is signed in there is signed out soon. */
export async function endSharedDevice(deps: Pick<Deps, "db">, id: string): Promise<boolean> {
  return await deleteSetting(deps.db.write, prefix + id);
}
