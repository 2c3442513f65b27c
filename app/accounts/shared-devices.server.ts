/** Which devices are shared, and making a device one or none. */
import { DomainError } from "#app/domain/errors";
import { type Actor, can, canSomewhere, company } from "#app/domain/permissions";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { beginSharedDevice, endSharedDevice, listSharedDevices } from "#app/platform/shared-device";
import { insertAuditEvent } from "#db/queries/audit";
import { findPeopleNames } from "#db/queries/people";

export interface DeviceView {
  readonly id: string;
  readonly label: string;
  /** UTC ISO. */
  readonly since: string;
  /** Who made it shared. */
  readonly by: string | null;
  readonly isThis: boolean;
}

function mustLetIn(actor: Actor): void {
  if (!canSomewhere(actor, "print-slips")) throw new DomainError("forbidden", "Only managers share devices");
}

/**
 * The shared devices that somebody may end, this one first: every one for who may let anybody in, else those of their own.
 *
 * @throws DomainError forbidden for who lets nobody in
 */
export async function readSharedDevices(
  deps: Pick<Deps, "db">,
  actor: Actor,
  thisDevice: string | null,
): Promise<DeviceView[]> {
  mustLetIn(actor);
  const all = await listSharedDevices(deps);
  const shown = can(actor, "print-slips", company)
    ? all
    : all.filter((device) => device.by === actor.personId || device.id === thisDevice);
  const people = await findPeopleNames(deps.db.read, [...new Set(shown.flatMap((device) => device.by ?? []))]);
  const names = new Map(people.map((row) => [row.id, `${row.given_name} ${row.family_name}`]));
  return shown
    .map(({ by, id, label, since }) => ({
      id,
      label,
      since,
      by: by === null ? null : (names.get(by) ?? null),
      isThis: id === thisDevice,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

export const longestLabel = 60;

/**
 * Makes the browser of who asks a shared device; gives the `Set-Cookie` value that it is known by.
 *
 * @throws DomainError forbidden for who lets nobody in
 */
export async function shareDevice(deps: Deps, actor: Actor, label: string): Promise<string> {
  mustLetIn(actor);
  const cookie = await beginSharedDevice(deps, { label: label.trim().slice(0, longestLabel), by: actor.personId });
  await note(deps, actor, "began-shared-device");
  return cookie;
}

/**
 * A device is shared no more.
 *
 * @throws DomainError forbidden for who may not end it, not-found when it is not shared
 */
export async function stopSharing(deps: Deps, actor: Actor, thisDevice: string | null, id: string): Promise<void> {
  const known = await readSharedDevices(deps, actor, thisDevice);
  if (!known.some((device) => device.id === id)) throw new DomainError("not-found", "No such device is theirs to end");
  await endSharedDevice(deps, id);
  await note(deps, actor, "ended-shared-device");
}

async function note(deps: Deps, actor: Actor, action: "began-shared-device" | "ended-shared-device"): Promise<void> {
  const at = instantText(deps.clock.now());
  await insertAuditEvent(deps.db.write, { at, actorId: actor.personId, action, subjectId: null, detail: {} });
}
