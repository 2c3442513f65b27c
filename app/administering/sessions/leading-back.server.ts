import { redirect } from "@remix-run/node";
import { isDomainError } from "#app/domain/errors";
import { answering } from "#app/platform/http-error";

/**
 * Runs a use case for a page of a session. Where the session has been signed off, cancelled or changed so that it cannot
 * be done, leads to `path`, which shows how it is now.
 */
export async function leadingBack<T>(path: string, work: () => Promise<T>): Promise<T> {
  return await answering(async () => {
    try {
      return await work();
    } catch (error) {
      if (isDomainError(error) && error.code === "conflict") throw redirect(path);
      throw error;
    }
  });
}
