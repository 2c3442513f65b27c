/** Reading values that came from outside, field by field, collecting every fault with its path. */
import { type CivilDate, isCivilDate, isPeriod, type Period } from "./calendar";
import { type Fault, type FaultKind, faultAt } from "./faults";

/** Where faults are collected. */
export type Faults = Fault[];

type ValueCode = Exclude<Extract<FaultKind, { readonly value: string }>["code"], "no-word">;

/** The fault of a value: it is missing, or not what it was to be. */
export function refuse(value: unknown, path: string, faults: Faults, code: ValueCode): undefined {
  faults.push(faultAt(path, value === undefined ? { code: "missing" } : { code, value: shown(value) }));
}

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
    return refuse(value, path, faults, "no-object");
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (allowed !== undefined) refuseOthers(object, path, faults, allowed);
  return object;
}

/** A fault for each field that nobody asked for, with the names that would have been known. */
export function refuseOthers(object: object, path: string, faults: Faults, allowed: readonly string[]): void {
  for (const key of Object.keys(object)) {
    if (!allowed.includes(key)) {
      faults.push(faultAt(field(path, key), { code: "unknown-field", known: allowed }));
    }
  }
}

/** A civil date; `undefined` after a fault. */
export function readDate(value: unknown, path: string, faults: Faults): CivilDate | undefined {
  if (isCivilDate(value)) return value;
  return refuse(value, path, faults, "no-date");
}

/** A period of whole days, weeks, months or years; `undefined` after a fault that says what is wrong with it. */
export function readPeriod(value: unknown, path: string, faults: Faults): Period | undefined {
  if (isPeriod(value)) return value;
  return refuse(value, path, faults, whatIsWrong(value));
}

function whatIsWrong(value: unknown): ValueCode {
  if (typeof value === "string") {
    if (/^-|^\+?P.*-\d/i.test(value)) return "negative-period";
    if (/^P[^T]*T/i.test(value)) return "time-units";
  }
  return "no-period";
}

/** A whole number that is not negative; `undefined` after a fault. */
export function readWhole(value: unknown, path: string, faults: Faults): number | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  return refuse(value, path, faults, "no-whole-number");
}

/** A number from 0 to 1; `undefined` after a fault. */
export function readShare(value: unknown, path: string, faults: Faults): number | undefined {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  return refuse(value, path, faults, "no-share");
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
  faults.push(
    faultAt(path, value === undefined ? { code: "missing" } : { code: "no-word", value: shown(value), words }),
  );
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
