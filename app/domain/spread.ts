/** Spreading load: by how many days a person's due date is brought forward, so that a crowd is not called on one day. */
import { minimumDays } from "./calendar";
import type { Policy } from "./policy";
import type { SpreadOf } from "./replay";

/**
 * The days, from 0 to the policy's `spread`, by which one cycle's due date is brought forward; 0 where the policy
 * spreads nothing. A month of `spread` counts 28 days.
 *
 * Chosen by a stable hash of person, module and cycle, evenly over all the days: the same cycle is always moved by the
 * same number of days, and another cycle by another.
 */
export function spreadDays(policy: Policy, personId: string, moduleId: string, cycle: number): number {
  const refresh = policy.refresh;
  if (refresh === undefined || refresh.anchor === "calendar" || refresh.spread === undefined) return 0;
  const choices = minimumDays(refresh.spread) + 1;
  return Math.floor((stableHash(`${personId}\n${moduleId}\n${cycle}`) / 2 ** 32) * choices);
}

/** {@link spreadDays} of one person and module, as the option that `standing` and its kin take. */
export function spreadFor(personId: string, moduleId: string): SpreadOf {
  return (cycle, policy) => spreadDays(policy, personId, moduleId, cycle);
}

/**
 * FNV-1a over UTF-16 code units, then the finaliser of MurmurHash3, which spreads a difference in the last character
 * over all 32 bits. From 0 to 2^32 - 1. Never to be changed: stored due dates rest on it.
 */
function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
