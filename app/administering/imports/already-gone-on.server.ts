/** Two windows on one import: the later one is shown how it stands, and not an error. */
import { redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";

/**
 * Does what was decided about an import; where it has gone on since its page was made, leads to the page as it is now.
 *
 * @throws Response to the import's page; whatever else `decide` throws
 */
export async function unlessGoneOn<Answer>(path: string, decide: () => Promise<Answer>): Promise<Answer> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") throw redirect(`${path}?gone-on`);
    throw error;
  }
}
