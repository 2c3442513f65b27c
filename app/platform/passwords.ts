import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library calls it 2) with the parameters that OWASP gives as the first choice: 19 MiB, two passes, one lane. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shorter ones are refused when a password is set. */
export const shortestPassword = 10;

/** A password, a PIN or a code as it is kept: an argon2id PHC string. Takes some 20 ms on another thread. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, options);
}

let decoy: Promise<string> | undefined;

/**
 * Whether a password, a PIN or a code is the one behind a kept hash. Takes as long where nothing is kept (null): the
 * time of the answer does not say whether there is anything.
 */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody has this password", options);
  const spare = await decoy;
  const right = await verify(kept ?? spare, password);
  return right && kept !== null;
}
