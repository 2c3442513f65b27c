import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library calls it 2) with the parameters that OWASP gives as the first choice: 19 MiB, two passes, one lane. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shorter ones are refused when a password is set. */
export const shortestPassword = 10;

/** A password as it is kept: an argon2id PHC string. Takes some 20 ms on another thread. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, options);
}

/** Whether a password is the one behind a kept hash. */
export async function isPassword(kept: string, password: string): Promise<boolean> {
  return await verify(kept, password);
}

let decoy: Promise<string> | undefined;

/** Takes as long as `isPassword`, for an address that nobody has: the time of the answer says nothing. */
export async function pretendToCheck(password: string): Promise<false> {
  decoy ??= hash("nobody has this password", options);
  await verify(await decoy, password);
  return false;
}
