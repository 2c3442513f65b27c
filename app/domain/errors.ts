/** What can be wrong with a request, as a closed set; `app/platform` turns each into an HTTP status. */
export type ErrorCode =
  /** Nobody is signed in. */
  | "signed-out"
  /** Signed in, and not allowed to. */
  | "forbidden"
  /** What was named does not exist, or is not for this person to know of. */
  | "not-found"
  /** The input is malformed. */
  | "invalid"
  /** The input was right once, and what it speaks of has changed since. */
  | "conflict"
  /** Too often. */
  | "limited";

const brand = "DomainError";

/** An error of the domain: a code, and a message for the log (people read a page in their own language). */
export class DomainError extends Error {
  override readonly name = brand;
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** By name and not by class: the server and the built pages each carry a copy of this module. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === brand && "code" in error;
}
