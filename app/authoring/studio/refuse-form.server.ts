import { DomainError } from "#app/domain/errors";
import type { Actor } from "#app/domain/permissions";
import type { Reader } from "#db/connect";
import { openModule } from "../drafts/draft-state.server";

/**
 * Refuses a form about a module that asks for nothing that can be done.
 *
 * @throws DomainError not-found, forbidden for whoever may not write there; invalid for the rest
 */
export async function refuseForm(db: Reader, actor: Actor, moduleId: string): Promise<never> {
  await openModule(db, actor, moduleId);
  throw new DomainError("invalid", "Nothing that can be done was sent");
}
