/** How often anybody may try to come in with an employee number, and what that is counted under. */

import type { Deps } from "./deps";
import { forgive, giveBack, take } from "./rate-limit";

const quarter = { hits: 6, seconds: 15 * 60 };
/** Six digits hold a guesser for years at this pace. */
const day = { hits: 30, seconds: 24 * 60 * 60 };

function keysOf(employeeNumber: string): readonly [string, string] {
  const number = employeeNumber.trim().toUpperCase();
  return [`number ${number}`, `number of the day ${number}`];
}

/** Counts one try with an employee number, whether anybody has it or not; gives the seconds to wait, 0 for none. */
export async function tryNumber(deps: Deps, employeeNumber: string): Promise<number> {
  const [short, long] = keysOf(employeeNumber);
  return Math.max(await take(deps, short, quarter), await take(deps, long, day));
}

/** After a try that succeeded: those before it are forgotten, but not those of the day. */
export async function passNumber(deps: Deps, employeeNumber: string): Promise<void> {
  const [short, long] = keysOf(employeeNumber);
  await forgive(deps, short);
  await giveBack(deps, long);
}

/** Forgets the tries with an employee number, whose person got a new code. */
export async function forgiveNumber(deps: Deps, employeeNumber: string): Promise<void> {
  for (const key of keysOf(employeeNumber)) await forgive(deps, key);
}
