/** What is wrong with input that came from outside, and where. */

/** One fault: `path` names the place (`facts[3].on`), `message` says what is wrong there. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Input that was understood, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };
