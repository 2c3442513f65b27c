import { type ErrorCode, isDomainError } from "#app/domain/errors";

const statuses: Record<ErrorCode, number> = {
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 400,
  conflict: 409,
  limited: 429,
};

/**
 * Runs a use case for a page. The one place where an error of the domain becomes an HTTP status: it is thrown as a
 * response with only its code, which the nearest error page says in the reader's language.
 */
export async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDomainError(error)) {
      throw Response.json({ code: error.code }, { status: statuses[error.code], statusText: error.code });
    }
    throw error;
  }
}
