/** Reading values that came from outside, field by field, collecting every fault with its path. */
import { type CivilDate, isCivilDate, isPeriod, type Period } from "./calendar";
import type { Fault } from "./faults";

/** Where faults are collected. */
export type Faults = Fault[];

/** A value as it is named in a fault: always on one line, and never long. */
export function shown(value: unknown): string {
  if (typeof value === "string" && /^[^\p{C}\p{Z}]{1,60}$/u.test(value)) return value;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The path of a field: `facts[3].on`, or `policy["odd key"]` where the key is no plain name. */
export function field(path: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return `${path}[${shown(JSON.stringify(key))}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** An object with none but the `allowed` fields; `undefined` after a fault that makes reading on pointless. */
export function readObject(
  value: unknown,
  path: string,
  faults: Faults,
  allowed?: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    faults.push({ path, message: value === undefined ? "is missing" : `${shown(value)} is not an object` });
    return undefined;
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (allowed !== undefined) refuseOthers(object, path, faults, allowed);
  return object;
}

/** A fault for each field that nobody asked for, with the names that would have been known. */
export function refuseOthers(object: object, path: string, faults: Faults, allowed: readonly string[]): void {
  for (const key of Object.keys(object)) {
    if (!allowed.includes(key)) {
      faults.push({ path: field(path, key), message: `is not known here (known: ${allowed.join(", ")})` });
    }
  }
}

/** A civil date; `undefined` after a fault. */
export function readDate(value: unknown, path: string, faults: Faults): CivilDate | undefined {
  if (isCivilDate(value)) return value;
  faults.push({ path, message: value === undefined ? "is missing" : `${shown(value)} is not a date` });
  return undefined;
}

/** A period of whole days, weeks, months or years; `undefined` after a fault that says what is wrong with it. */
export function readPeriod(value: unknown, path: string, faults: Faults): Period | undefined {
  if (isPeriod(value)) return value;
  faults.push({ path, message: value === undefined ? "is missing" : `${shown(value)} ${whatIsWrong(value)}` });
  return undefined;
}

function whatIsWrong(value: unknown): string {
  if (typeof value === "string") {
    if (/^-|^\+?P.*-\d/i.test(value)) return "is negative";
    if (/^P[^T]*T/i.test(value)) return "has time units";
  }
  return "is not a period of whole days, weeks, months or years";
}

/** A whole number that is not negative; `undefined` after a fault. */
export function readWhole(value: unknown, path: string, faults: Faults): number | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  faults.push({
    path,
    message: value === undefined ? "is missing" : `${shown(value)} is not a whole number from 0`,
  });
  return undefined;
}

/** A number from 0 to 1; `undefined` after a fault. */
export function readShare(value: unknown, path: string, faults: Faults): number | undefined {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  faults.push({ path, message: value === undefined ? "is missing" : `${shown(value)} is not a number from 0 to 1` });
  return undefined;
}

/** One of a few words; `undefined` after a fault. */
export function readWord<Word extends string>(
  value: unknown,
  path: string,
  faults: Faults,
  words: readonly Word[],
): Word | undefined {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const known = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  faults.push({ path, message: value === undefined ? "is missing" : `${shown(value)} is not ${known}` });
  return undefined;
}

/** Reads what may be absent: nothing where it is absent, else what `read` makes of it. */
export function optional<T>(
  object: Readonly<Record<string, unknown>>,
  key: string,
  path: string,
  faults: Faults,
  read: (value: unknown, path: string, faults: Faults) => T | undefined,
): T | undefined {
  return object[key] === undefined ? undefined : read(object[key], field(path, key), faults);
}
